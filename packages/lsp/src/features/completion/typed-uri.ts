import { placeholdersIn, type Range } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import { innerRange, type Offer } from "./offer.ts";
import { type Push, pushAt } from "./push.ts";
import type { Piece } from "./snippet.ts";

/** A URI that is being typed: what stands in each place has the length that it has in the text. */
export interface TypedUri {
  /** With its placeholders covered: none of what they hold is a delimiter. */
  readonly masked: string;
  /** Of the cursor. */
  readonly at: number;
  /** An offer for a part of it, in whose place the notation can hold no braces unless it is quoted. */
  readonly offer: (part: { start: number; end: number }, it: PartOffer) => Offer;
  readonly push: Push;
}

export type PartOffer = Omit<Offer, "range" | "kind"> & Partial<Pick<Offer, "kind">>;

/** Reads the URI around the cursor; undefined within a placeholder, and where an escape hides what its characters are. */
export function typedUri(view: View, cursor: Cursor, offset: number): TypedUri | undefined {
  const { site } = cursor;
  const { start, end } = innerRange(site);
  const raw = view.document.text.slice(start, end);
  const at = offset - start;
  // An escape stands for another character than it is written with.
  if (at < 0 || at > raw.length || (site.quote === '"' ? /\\/ : /''/).test(raw)) return undefined;
  const { found } = placeholdersIn(raw);
  if (found.some(({ range }) => range.start < at && at < range.end)) return undefined;
  const masked = covered(
    raw,
    found.map(({ range }) => range),
  );
  return { masked, at, offer, push: pushAt(view, cursor) };

  function offer(part: { start: number; end: number }, it: PartOffer): Offer {
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

/** A text with other characters in the place of some ranges, which come in its order. */
function covered(text: string, ranges: readonly Range[]): string {
  let result = "";
  let at = 0;
  for (const { start, end } of ranges) {
    result += text.slice(at, start) + "x".repeat(end - start);
    at = end;
  }
  return result + text.slice(at);
}
