import type { DocumentSymbol, SymbolInformation } from "vscode-languageserver-types";
import { SymbolKind } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";
import { type OutlineItem, outlineOf } from "./outline.ts";

/** The outline of a text: a tree, or for a client that takes none a list in which each names what it stands in. */
export function documentSymbols(
  view: View,
  client: Pick<Client, "takesSymbolTrees">,
): DocumentSymbol[] | SymbolInformation[] {
  const { uri, converter } = view;
  const outline = outlineOf(view);
  return client.takesSymbolTrees
    ? outline.map((it) => symbolOf(it))
    : outline.flatMap((it) => symbolsIn(it, undefined));

  function symbolOf({
    kind,
    name,
    detail,
    range,
    nameRange,
    children,
  }: OutlineItem): DocumentSymbol {
    // In the order of the text, which the converter finds its way in soonest.
    const start = converter.positionAt(range.start);
    const selectionRange = converter.rangeOf(nameRange);
    const symbols = children.map((it) => symbolOf(it));
    return {
      name,
      ...(detail !== "" && { detail }),
      kind: KINDS[kind],
      range: { start, end: converter.positionAt(range.end) },
      selectionRange,
      ...(symbols.length > 0 && { children: symbols }),
    };
  }

  function symbolsIn(item: OutlineItem, containerName: string | undefined): SymbolInformation[] {
    const { kind, name, range, children } = item;
    const start = converter.positionAt(range.start);
    const symbols = children.flatMap((it) => symbolsIn(it, name));
    const symbol = {
      name,
      kind: KINDS[kind],
      location: { uri, range: { start, end: converter.positionAt(range.end) } },
      ...(containerName !== undefined && { containerName }),
    };
    return [symbol, ...symbols];
  }
}

const KINDS: Readonly<Record<OutlineItem["kind"], SymbolKind>> = {
  document: SymbolKind.Module,
  list: SymbolKind.Array,
  stream: SymbolKind.Event,
  restream: SymbolKind.Object,
  field: SymbolKind.Property,
  host: SymbolKind.Object,
};
