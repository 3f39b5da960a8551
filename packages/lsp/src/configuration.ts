import type { Connection } from "vscode-languageserver";

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

/** Nobody waits longer for a client's answer: what it says later holds from then on. */
const PATIENCE_MS = 1000;

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
      const answer = ask(folder);
      const isInTime = await withinPatience(answer);
      if (isInTime) return answer;
      void answer.then((value) => {
        late.set(folder, value);
        onLate();
      });
      return told;
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

async function withinPatience(answer: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, false);
  });
  const isInTime = await Promise.race([answer.then(() => true), over]);
  clearTimeout(timer);
  return isInTime;
}

function hasSection(settings: unknown): settings is { readonly [SECTION]: unknown } {
  return typeof settings === "object" && settings !== null && SECTION in settings;
}
