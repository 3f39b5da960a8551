import { restreamNodesIn } from "../forms.ts";
import { MAX_TOKENS } from "../max-tokens.ts";
import type { Range } from "../range.ts";
import type { SyntaxTree } from "../syntax/node.ts";
import { holdsOffer } from "../shape/field-offers.ts";
import { parseJsonItems } from "../syntax/syntax.ts";
import type { Cut, Cutter, Kept } from "./cutter.ts";
import { factsOf } from "./facts.ts";
import { BLANKS as W, jsonItems, MOST_TOKENS } from "./fine-json.ts";
import { endOfMatch } from "./fine-lists.ts";
import { endOfObject } from "./json-object.ts";
import { type Piece, pieceOf } from "./piece.ts";
import type { Pieces } from "./pieces.ts";

/** Pieces end at a line break, where one stands between them. */
const UP_TO_LINE = String.raw`(?:${W}\n)?`;
const HEAD = new RegExp(String.raw`${W}(\{${W}"restreams"${W}:${W})?\[${UP_TO_LINE}`, "y");
const BEFORE_ITEM = /[ \t]*/y;
const BEHIND_ITEM = new RegExp(`(${W},)?${UP_TO_LINE}`, "y");
const END_OF_LIST = new RegExp(String.raw`^${W}\]${W}$`);
const END_OF_MAPPING = new RegExp(String.raw`^${W}\]${W}\}${W}$`);

/** What the parser smooths over first; a lone return is a line break then. */
const STRANGE = /[\0\ufeff\ufffd]|<<<<<<< /;
const LONE_RETURN = /\r(?!\n)/;

/** The cutter of a JSON text; undefined where it does not begin with a list of restreams. */
export function jsonCutterOf(text: string): Cutter | undefined {
  HEAD.lastIndex = 0;
  const head = HEAD.exec(text);
  if (!head) return undefined;
  const [{ length: first }, key] = head;
  const end = key === undefined ? END_OF_LIST : END_OF_MAPPING;
  return {
    language: "json",
    first,
    cut: cutInto,
    mayEnd: (part) => end.test(part),
    mayRead: (pieces) => mostTokensOf(pieces) <= MAX_TOKENS,
    parse: parseKept,
  };
}

/** What is wrong may have a token for each character. */
function mostTokensOf(pieces: Pieces): number {
  const unsure = pieces.unsure();
  const fine = pieces.count - unsure.length;
  return unsure.reduce((sum, { text }) => sum + text.length, fine * MOST_TOKENS.restreams);
}

/** Parses the text of some pieces, if what is wrong with an item leaves the others as they are. */
function parseKept(text: string, kept: readonly Kept[]): SyntaxTree | undefined {
  const items = kept.slice(1, -1);
  const places = items.map(({ piece }) => piece.index - 1);
  const tree = parseJsonItems(text, places);
  const nodes = tree.roots.flatMap(restreamNodesIn);
  const isEach = items.every((it, index) => isItem(text, it, nodes[index]?.node.range));
  if (nodes.length !== items.length || !isEach) return undefined;
  return tree.faults.length === 0 || items.every((it) => isApart(text, it)) ? tree : undefined;
}

/** Whether it is the item that a piece was made of. */
function isItem(text: string, piece: Range, item: Range | undefined): boolean {
  return (
    item !== undefined &&
    endOfMatch(BEFORE_ITEM, text, piece.start) === item.start &&
    endOfMatch(BEHIND_ITEM, text, item.end) === piece.end
  );
}

/** Whether the columns of a piece are the same among others: the parser compares them where a bracket is missing. */
function isApart(text: string, { start, end }: Range): boolean {
  return text.charAt(start - 1) === "\n" || !text.slice(start, end).trimEnd().includes("\n");
}

/** The items of a list from the first one on, each with the comma behind it; undefined where it is not safe to cut there. */
function cutInto(text: string, first: number, isFollowed: boolean): Cut | undefined {
  if (text.includes("\r") && LONE_RETURN.test(text)) return undefined;
  const items = jsonItems();
  const mayHoldOffer = holdsOffer(text);
  const found: Piece[] = [];
  for (let start = first; ; ) {
    const open = endOfMatch(BEFORE_ITEM, text, start) ?? start;
    const item = items.at(text, open);
    const close = item?.end ?? endOfObject(text, open);
    if (close === undefined) return undefined;
    // What others are offered depends on it.
    const isSilent = !mayHoldOffer || !holdsOffer(text.slice(open, close));
    const facts = item && isSilent ? factsOf(item) : undefined;
    if (!facts && STRANGE.test(text.slice(open, close))) return undefined;
    BEHIND_ITEM.lastIndex = close;
    const isLast = BEHIND_ITEM.exec(text)?.[1] === undefined;
    const end = BEHIND_ITEM.lastIndex;
    found.push(pieceOf(text.slice(start, end), facts));
    if (isLast || end === text.length)
      return isLast === isFollowed ? undefined : { items: found, end };
    start = end;
  }
}
