import { workspace } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { besideJsonSchema } from "./json-schema.ts";
import type { MaskedLog } from "./masked-log.ts";

/** How the language server is talked to: about which documents, with which settings. */
export function clientOptions(log: MaskedLog): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.flatMap((language) =>
      schemes().map((scheme) => ({ language, scheme })),
    ),
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: {
      ...besideJsonSchema,
      workspace: {
        configuration: async (params, token, next) => {
          const answer = await next(params, token);
          return Array.isArray(answer) ? answer.map(withoutUnset) : answer;
        },
      },
    },
  };
}

/** The languages that restream documents and settings files are written in. */
export const LANGUAGES: readonly string[] = ["yaml", "json", "jsonc"];

/** Where files are, and what is not saved yet. Everything else is a copy of something, as in a comparison with git. */
function schemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  return [...new Set(["file", "untitled", ...folders.map(({ uri }) => uri.scheme)])];
}

/** A section without the settings that nobody set: the editor gives these as `null`. */
function withoutUnset(section: unknown): unknown {
  if (typeof section !== "object" || section === null || Array.isArray(section)) return section;
  return Object.fromEntries(Object.entries(section).filter(([, value]) => value !== null));
}
