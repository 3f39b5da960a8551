import { workspace } from "vscode";
import {
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import { besideJsonSchema } from "./json-schema.ts";
import { lintSettingsIn } from "./lint-settings.ts";
import type { MaskedLog } from "./masked-log.ts";
import { PLAN_SCHEME } from "./submit/plan-sides.ts";

/** What the options are made with. */
export interface Surroundings {
  readonly log: MaskedLog;
  readonly errorHandler: ErrorHandler;
  /** Called when the server has been told of a document, or of a change in one. */
  readonly onTold: () => void;
}

/** How the language server is talked to: about which documents, with which settings. */
export function clientOptions({ log, errorHandler, onTold }: Surroundings): LanguageClientOptions {
  return {
    documentSelector: LANGUAGES.flatMap((language) =>
      schemes().map((scheme) => ({ language, scheme })),
    ),
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    errorHandler,
    // Once is enough: the same ends the connection.
    initializationFailedHandler: () => false,
    middleware: {
      ...besideJsonSchema,
      didOpen: (document, next) => next(document).then(onTold),
      didChange: (change, next) => next(change).then(onTold),
      workspace: {
        configuration: async (params, token, next) => {
          const answer = await next(params, token);
          return Array.isArray(answer) ? answer.map(lintSettingsIn) : answer;
        },
      },
    },
  };
}

/** The languages that restream documents and settings files are written in. */
export const LANGUAGES: readonly string[] = ["yaml", "json", "jsonc"];

/**
 * Where files are, and what is not saved yet. Everything else is a copy of something, as in a comparison with git.
 * `vscode-vfs` is what repositories are opened with that are not cloned.
 */
function schemes(): readonly string[] {
  const folders = workspace.workspaceFolders ?? [];
  const all = new Set(["file", "untitled", "vscode-vfs", ...folders.map(({ uri }) => uri.scheme)]);
  // Whatever a workspace file calls a folder.
  return [...all].filter((it) => it !== PLAN_SCHEME);
}
