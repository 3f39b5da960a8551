import { type Connection, ErrorCodes, LSPErrorCodes, ResponseError } from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import type { Client } from "./client.ts";
import { codeActions, documentOfAction, resolveAction } from "./features/code-actions.ts";
import { codeLenses, type LensOptions } from "./features/code-lenses.ts";
import { completion } from "./features/completion.ts";
import { documentLinks } from "./features/document-links.ts";
import { documentSymbols } from "./features/document-symbols.ts";
import { foldingRanges } from "./features/folding-ranges.ts";
import { hover } from "./features/hover.ts";
import { inlayHints } from "./features/inlay-hints.ts";
import { definitions, highlights, references, renamable, rename } from "./features/names.ts";
import { selectionRanges } from "./features/selection-ranges.ts";
import { semanticTokens } from "./features/semantic-tokens.ts";
import type { Snapshot } from "./snapshot.ts";

/** What the features are given besides a view. */
export interface Surroundings {
  readonly client: () => Client;
  /** What the server knows now. */
  readonly snapshot: () => Promise<Snapshot>;
  /** What lenses show of a document besides its text. */
  readonly lensesFor: (uri: string) => LensOptions;
}

/** Answers a connection's requests about open documents, each with one feature. `capabilities.ts` announces them. */
export function wireFeatures(
  connection: Connection,
  { about, at, guarded }: Answers,
  { client, snapshot, lensesFor }: Surroundings,
): void {
  const { languages } = connection;
  connection.onHover(at(null, (view, offset) => hover(view, offset, client())));
  connection.onCompletion(at([], (view, offset) => completion(view, offset, client())));
  connection.onDefinition(at([], definitions));
  connection.onReferences(
    at([], (view, offset, { context }) => references(view, offset, context.includeDeclaration)),
  );
  connection.onDocumentHighlight(at([], highlights));
  connection.onPrepareRename(
    at(null, (view, offset) => orRefused(renamable(view, offset)) ?? null),
  );
  connection.onRenameRequest(
    at(null, (view, offset, { newName }) => orRefused(rename(view, offset, newName, client()))),
  );
  connection.onDocumentSymbol(about([], (view) => documentSymbols(view, client())));
  connection.onFoldingRanges(about([], (view) => foldingRanges(view, client())));
  connection.onSelectionRanges(
    about([], (view, { positions }) =>
      selectionRanges(view, positions.map(view.converter.offsetAt)),
    ),
  );
  connection.onDocumentLinks(about([], documentLinks));
  connection.onCodeLens(about([], (view) => codeLenses(view, lensesFor(view.uri))));
  languages.inlayHint.on(
    about([], (view, { range }) => inlayHints(view, view.converter.rangeIn(range))),
  );
  languages.semanticTokens.on(about({ data: [] }, (view) => semanticTokens(view)));
  languages.semanticTokens.onRange(
    about({ data: [] }, (view, { range }) => semanticTokens(view, view.converter.rangeIn(range))),
  );
  connection.onCodeAction(
    guarded(async (params) => {
      const { at: viewAt, diagnosticsOf } = await snapshot();
      const view = viewAt(params.textDocument.uri);
      return view ? codeActions(view, diagnosticsOf(view), params, client()) : [];
    }),
  );
  connection.onCodeActionResolve(
    guarded(async (action) => {
      const uri = documentOfAction(action);
      const { at: viewAt, diagnosticsOf } = await snapshot();
      const view = uri === undefined ? undefined : viewAt(uri);
      const found = view ? diagnosticsOf(view) : [];
      const resolved = resolveAction(view, found, action, client());
      if (!resolved) throw new ResponseError(LSPErrorCodes.ContentModified, TOO_LATE);
      return resolved;
    }),
  );
}

const TOO_LATE = "The document has changed since this was offered: ask again";

/** What a feature answers; what it refuses is an error with its reason. */
function orRefused<T>(answer: T | string): T {
  if (typeof answer === "string") throw new ResponseError(ErrorCodes.InvalidRequest, answer);
  return answer;
}
