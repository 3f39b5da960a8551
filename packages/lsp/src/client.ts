import type { ClientCapabilities, InitializeParams } from "vscode-languageserver";
import { SECTION } from "./configuration.ts";
import type { ClientOffers } from "./protocol.ts";
import { encodingFor, type PositionEncoding } from "./encoding.ts";
import { isRecord } from "./record.ts";

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
  /** It takes code actions, and not only commands. */
  readonly takesActions: boolean;
  /** It asks for a code action's edit when that is chosen, and keeps till then what the action carries. */
  readonly resolvesActions: boolean;
  /** It asks what can be renamed before it asks for the new name. */
  readonly preparesRename: boolean;
  /** It takes edits for one version of a document. */
  readonly takesVersionedEdits: boolean;
  readonly takesPreferred: boolean;
  readonly takesSnippets: boolean;
  /** It indents the further lines of what it inserts like the first. */
  readonly adjustsIndentation: boolean;
  readonly takesMarkdown: { readonly hover: boolean; readonly completion: boolean };
  readonly takesSymbolTrees: boolean;
  readonly foldsWholeLines: boolean;
  /** It reads files for the server, of whatever scheme. */
  readonly readsFiles: boolean;
  /** It has commands of its own for planning and submitting. */
  readonly submits: boolean;
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
    pulls: isGiven(textDocument?.diagnostic),
    takesRelated: diagnostics.some((it) => it?.relatedInformation === true),
    takesTags: diagnostics.some((it) => names(it?.tagSupport?.valueSet, 1)),
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
    takesActions: isGiven(codeAction?.codeActionLiteralSupport),
    resolvesActions:
      codeAction?.dataSupport === true && names(codeAction.resolveSupport?.properties, "edit"),
    preparesRename: textDocument?.rename?.prepareSupport === true,
    takesVersionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    takesPreferred: codeAction?.isPreferredSupport === true,
    takesSnippets: completion?.completionItem?.snippetSupport === true,
    adjustsIndentation: names(completion?.completionItem?.insertTextModeSupport?.valueSet, 2),
    takesMarkdown: {
      hover: names(textDocument?.hover?.contentFormat, "markdown"),
      completion: names(completion?.completionItem?.documentationFormat, "markdown"),
    },
    takesSymbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    foldsWholeLines: textDocument?.foldingRange?.lineFoldingOnly === true,
    readsFiles: offers(capabilities?.experimental, "readsFiles"),
    submits: offers(capabilities?.experimental, "submits"),
  };
}

/** Whether a list is one, and has an item: nobody else checks what a client sends. */
function names<T>(list: readonly T[] | undefined, item: T): boolean {
  return Array.isArray(list) && list.includes(item);
}

function isGiven(capability: object | undefined): boolean {
  return typeof capability === "object" && capability !== null;
}

/** Whether a client of ours says so. */
function offers(experimental: unknown, offer: keyof ClientOffers): boolean {
  const offered = isRecord(experimental) ? experimental[SECTION] : undefined;
  return isRecord(offered) && offered[offer] === true;
}
