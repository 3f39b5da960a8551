import { type ServerCapabilities, TextDocumentSyncKind } from "vscode-languageserver";
import type { Client } from "./client.ts";
import { CODE_ACTION_KINDS } from "./features/code-actions/offer.ts";
import { SEMANTIC_TOKENS } from "./features/semantic-tokens.ts";
import { COMMANDS } from "./protocol.ts";

/** What the server says it can do: all that it answers, and nothing else. */
export function capabilitiesFor(client: Client, runsCommands: boolean): ServerCapabilities {
  const { encoding, pulls, preparesRename, takesActions } = client;
  return {
    positionEncoding: encoding,
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    // A client that is sent diagnostics would ask for the same once more.
    ...(pulls && {
      diagnosticProvider: {
        identifier: "restream-lint",
        interFileDependencies: true,
        workspaceDiagnostics: true,
        workDoneProgress: true,
      },
    }),
    hoverProvider: true,
    completionProvider: { triggerCharacters: TRIGGER_CHARACTERS },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeLensProvider: { resolveProvider: false },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: { legend: SEMANTIC_TOKENS, full: true, range: true },
    ...(takesActions && {
      codeActionProvider: { codeActionKinds: [...CODE_ACTION_KINDS], resolveProvider: true },
    }),
    ...(runsCommands && { executeCommandProvider: { commands: Object.values(COMMANDS) } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/**
 * What may begin something that is worth offering: a field's value, a segment, a parameter, a placeholder, a JSON string,
 * a list item. A blank is answered only after `: `, `- `, `, `, at an indent and after a directive.
 */
const TRIGGER_CHARACTERS = [":", "/", "?", "&", "=", "{", '"', "-", " "];
