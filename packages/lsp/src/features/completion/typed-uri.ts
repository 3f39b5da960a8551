import { parseUri, type Range, type Uri } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import { innerRange, type Offer } from "./offer.ts";
import { type Push, pushAt } from "./push.ts";
import type { Piece } from "./snippet.ts";

/** A URI that is being typed. */
export interface TypedUri {
  /** As the linter reads it: its ranges are those of what stands in the text. */
  readonly uri: Uri;
  /** Of the cursor, in the URI. */
  readonly at: number;
  /** An offer for a part of it, in whose place the notation can hold no braces unless it is quoted. */
  readonly offer: (part: Range, it: PartOffer) => Offer;
  readonly push: Push;
}

export type PartOffer = Omit<Offer, "range" | "kind"> & Partial<Pick<Offer, "kind">>;

/** Reads the URI around the cursor; undefined within a placeholder or a repair, and where an escape hides what its characters are. */
export function typedUri(view: View, cursor: Cursor, offset: number): TypedUri | undefined {
  const { site } = cursor;
  const { start, end } = innerRange(site);
  const raw = view.document.text.slice(start, end);
  const at = offset - start;
  // An escape stands for another character than it is written with.
  if (at < 0 || at > raw.length || (site.quote === '"' ? /\\/ : /''/).test(raw)) return undefined;
  const uri = parseUri(raw);
  const { placeholders, repairs } = uri.surface;
  const isInside = [...placeholders, ...repairs].some(
    ({ range }) => range.start < at && at < range.end,
  );
  return isInside ? undefined : { uri, at, offer, push: pushAt(view, cursor) };

  function offer(part: Range, it: PartOffer): Offer {
    const isWhole = part.start === 0 && part.end === raw.length;
    const isBare =
      site.quote === "" && (site.notation === "json" || (site.notation === "flow" && isWhole));
    const isUnquoted = site.quote === "" && site.notation === "flow" && !isWhole;
    const mark = isBare ? '"' : "";
    const pieces = isUnquoted ? it.pieces.map(withoutBraces) : it.pieces;
    return {
      kind: CompletionItemKind.Value,
      ...it,
      range: { start: start + part.start, end: start + part.end },
      pieces: [site.gap + mark, ...pieces, mark + (isBare ? site.separator : "")].filter(
        (piece) => piece !== "",
      ),
    };
  }
}

/** Between brackets, a brace would end a value without quotes. */
function withoutBraces(piece: Piece): Piece {
  return typeof piece === "object" && "stop" in piece && piece.stop.includes("{")
    ? { stop: "" }
    : piece;
}
