import type { Range } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Site } from "../../cursor/site.ts";
import type { Piece } from "./snippet.ts";

/** What is offered to be written; ranges are in the text. */
export interface Offer {
  readonly label: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly docs?: string | undefined;
  readonly range: Range;
  readonly pieces: readonly Piece[];
  /** What is inserted instead where nothing tells how a client indents further lines: it has none. */
  readonly plain?: readonly Piece[] | undefined;
  /** What a client compares with what is typed in the range; the label unless said otherwise. */
  readonly filter?: string;
  /** The lower come first. */
  readonly rank: number;
}

/** What can be said of an offer besides where it goes. */
type About = Pick<Offer, "label" | "rank"> & Partial<Pick<Offer, "kind" | "detail" | "docs">>;

/** Offers a word for a whole value, in the quotes that are there or that the notation needs. */
export function wholeValue(
  { range, quote, notation, gap, separator }: Site,
  word: string | number | boolean,
  about: About,
): Offer {
  const isText = typeof word === "string";
  const mark = isText ? quote || (notation === "json" ? '"' : "") : "";
  const newText = `${mark}${word}${mark}`;
  return {
    kind: CompletionItemKind.EnumMember,
    ...about,
    range,
    pieces: [gap + newText + separator],
    filter: `${quote}${word}${quote}`,
  };
}

/** What stands between the quotes of a value, or will. */
export function innerRange({ range, quote, isClosed }: Site): Range {
  return {
    start: range.start + quote.length,
    end: range.end - (isClosed ? quote.length : 0),
  };
}
