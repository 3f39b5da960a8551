import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import { encodingFor, type PositionEncoding } from "./encoding.ts";

/** What decides how a client is spoken to. */
export interface Client {
  readonly encoding: PositionEncoding;
  /** It asks for diagnostics; else they are sent to it. */
  readonly pulls: boolean;
  readonly takesRelated: boolean;
  readonly takesTags: boolean;
  readonly takesLinks: boolean;
  /** It can be asked for its settings. */
  readonly hasConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly hasFolders: boolean;
  /** It can be told to ask again. */
  readonly refreshes: Readonly<Record<Refreshable, boolean>>;
  /** It asks for a code action's edit when that is chosen. */
  readonly resolvesActions: boolean;
  /** It keeps what a code action carries until it resolves it. */
  readonly keepsActionData: boolean;
  /** It takes edits for one version of a document. */
  readonly takesVersionedEdits: boolean;
  readonly takesPreferred: boolean;
  readonly takesSnippets: boolean;
  readonly takesMarkdown: { readonly hover: boolean; readonly completion: boolean };
  readonly takesSymbolTrees: boolean;
  readonly foldsWholeLines: boolean;
}

/** What can be asked for again. */
export type Refreshable = "diagnostics" | "codeLens" | "inlayHint" | "semanticTokens";
export const REFRESHABLE: readonly Refreshable[] = [
  "diagnostics",
  "codeLens",
  "inlayHint",
  "semanticTokens",
];

/** Reads what a client says of itself; whatever it leaves out, it cannot do. */
export function clientOf({ capabilities }: Pick<InitializeParams, "capabilities">): Client {
  const { general, textDocument, workspace }: ClientCapabilities = capabilities ?? {};
  // Clients that pull may say only of pushing what they take.
  const diagnostics = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const { codeAction, completion } = textDocument ?? {};
  return {
    encoding: encodingFor(general?.positionEncodings),
    pulls: textDocument?.diagnostic !== undefined,
    takesRelated: diagnostics.some((it) => it?.relatedInformation === true),
    takesTags: diagnostics.some((it) => it?.tagSupport !== undefined),
    takesLinks: diagnostics.some((it) => it?.codeDescriptionSupport === true),
    hasConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    hasFolders: workspace?.workspaceFolders === true,
    refreshes: {
      diagnostics: workspace?.diagnostics?.refreshSupport === true,
      codeLens: workspace?.codeLens?.refreshSupport === true,
      inlayHint: workspace?.inlayHint?.refreshSupport === true,
      semanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    },
    resolvesActions: codeAction?.resolveSupport?.properties.includes("edit") === true,
    keepsActionData: codeAction?.dataSupport === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesPreferred: codeAction?.isPreferredSupport === true,
    takesSnippets: completion?.completionItem?.snippetSupport === true,
    takesMarkdown: {
      hover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
      completion: completion?.completionItem?.documentationFormat?.includes("markdown") === true,
    },
    takesSymbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLines: textDocument?.foldingRange?.lineFoldingOnly === true,
  };
}
