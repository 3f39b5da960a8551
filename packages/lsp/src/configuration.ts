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

/** Makes the settings of an editor. */
export function createEditorSettings(
  connection: Pick<Connection, "workspace">,
  canAsk: () => boolean,
): EditorSettings {
  let told: unknown;
  return {
    configurationFor: async (folder) => {
      if (!canAsk()) return told;
      try {
        const asked: unknown = await connection.workspace.getConfiguration({
          ...(folder !== undefined && { scopeUri: folder }),
          section: SECTION,
        });
        return asked ?? told;
      } catch {
        // A client that cannot answer after all has nothing to say.
        return told;
      }
    },
    start: (options) => {
      told = sectionOf(options) ?? options;
    },
    tell: (settings) => {
      told = sectionOf(settings) ?? told;
    },
  };
}

function sectionOf(settings: unknown): unknown {
  const isObject = typeof settings === "object" && settings !== null;
  return isObject && SECTION in settings ? settings[SECTION] : undefined;
}
