import type { Connection } from "vscode-languageserver";

/** The section of an editor's settings that is ours; its value is like a settings file. */
export const SECTION = "restream-lint";

/** What the editor is set to, asked for where it can be, else as it was told last. */
export interface EditorSettings {
  readonly configurationFor: (folder: string | undefined) => Promise<unknown>;
  /** Takes what a client sends unasked. */
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
    tell: (settings) => {
      const isObject = typeof settings === "object" && settings !== null;
      told = isObject && SECTION in settings ? settings[SECTION] : settings;
    },
  };
}
