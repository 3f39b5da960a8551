import type { Connection } from "vscode-languageserver";
import { answerWithin, WHILE_TYPING } from "./patience.ts";

/** The section of an editor's settings that is ours; its value is like a settings file. */
export const SECTION = "restream-lint";

/** What the editor is set to, asked for where it can be, else as it was told last. */
export interface EditorSettings {
  readonly configurationFor: (folder: string | undefined) => Promise<unknown>;
  /** Takes the initialization options: our section, or what would stand in it. */
  readonly start: (options: unknown) => void;
  /** Takes what a client sends unasked; without our section, it is for others. */
  readonly tell: (settings: unknown) => void;
}

/** Makes the settings of an editor; `onLate` is called when an answer comes that was not waited for. */
export function createEditorSettings(
  connection: Pick<Connection, "workspace">,
  canAsk: () => boolean,
  onLate: () => void,
): EditorSettings {
  let told: unknown;
  const late = new Map<string | undefined, unknown>();
  return {
    configurationFor: async (folder) => {
      if (!canAsk()) return told;
      if (late.has(folder)) return taken(folder);
      return answerWithin(WHILE_TYPING, ask(folder), told, (value) => {
        late.set(folder, value);
        onLate();
      });
    },
    start: (options) => {
      told = hasSection(options) ? options[SECTION] : options;
    },
    tell: (settings) => {
      if (hasSection(settings)) told = settings[SECTION];
    },
  };

  function taken(folder: string | undefined): unknown {
    const value = late.get(folder);
    late.delete(folder);
    return value;
  }

  /** A client that cannot answer after all has nothing to say. */
  async function ask(folder: string | undefined): Promise<unknown> {
    try {
      const asked: unknown = await connection.workspace.getConfiguration({
        ...(folder !== undefined && { scopeUri: folder }),
        section: SECTION,
      });
      return asked ?? told;
    } catch {
      return told;
    }
  }
}

function hasSection(settings: unknown): settings is { readonly [SECTION]: unknown } {
  return typeof settings === "object" && settings !== null && SECTION in settings;
}
