import type { Edit } from "../edit.ts";
import type { Range } from "../range.ts";
import { lineKindAt, listIn, nextLine, reachesAcross } from "../syntax/items.ts";
import type { Extent } from "./extent.ts";
import { factsOf } from "./facts.ts";
import type { FineItems } from "./fine-items.ts";
import { endOfSilence, indentAt, MAX_LINES, yamlItems } from "./fine-yaml.ts";
import { Ledger } from "./ledger.ts";
import { type Piece, pieceOf, Pieces } from "./pieces.ts";

/** Longer texts are left to the parsers, which measure them. */
const MAX_LENGTH = 32 * 1024 * 1024;
/** What is not for single items to say: what the parsers smooth over first, and what silences findings elsewhere. */
const STRANGE = /[\0\r\ufeff\ufffd]|<<<<<<< |restream-lint|(?:^|\n) *\t/;

/** What the items of a list have in common. */
interface List {
  /** Where the key `restreams` stands; undefined where the list is the root. */
  readonly key: Range | undefined;
  /** Where its lines begin; the items may begin later. */
  readonly start: number;
  /** How many blanks stand before each item's `-`. */
  readonly indent: number;
  readonly items: FineItems;
}

/**
 * A YAML text in pieces: what stands before its list of restreams, each item, and what stands behind. Each item is known
 * to be fine by itself, or is to be looked at. An edit costs the pieces that it touches: nobody makes one string of all
 * of them unless that is asked for.
 */
export class Sheet {
  readonly pieces: Pieces;
  readonly #list: List;
  readonly #ledger: Ledger;
  #text: string | undefined;

  /** The sheet of a text; undefined where it has to be read as a whole. */
  static of(text: string): Sheet | undefined {
    if (text.length > MAX_LENGTH || text.includes("restream-lint")) return undefined;
    const found = listIn(text);
    const first = found && firstItem(text, found.start);
    if (!found || first === undefined) return undefined;
    const indent = indentAt(text, first);
    const list = { ...found, indent, items: yamlItems("restreams", indent) };
    const cut = cutInto(text, first, list);
    if (!cut) return undefined;
    const [before, behind] = [text.slice(0, first), text.slice(cut.end)];
    if (isStrange(before) || isStrange(behind)) return undefined;
    const pieces = Pieces.of([pieceOf(before), ...cut.items, pieceOf(behind)]);
    if (isTooLong(pieces.size)) return undefined;
    const ledger = new Ledger();
    for (const { facts } of cut.items) if (facts) ledger.add(facts);
    const sheet = new Sheet(list, pieces, ledger);
    sheet.#text = text;
    return sheet;
  }

  private constructor(list: List, pieces: Pieces, ledger: Ledger) {
    this.#list = list;
    this.pieces = pieces;
    this.#ledger = ledger;
  }

  /** The text as one string, made when it is asked for. */
  get text(): string {
    return (this.#text ??= this.pieces.text());
  }

  /** Where the key `restreams` stands, and where its list begins. */
  get list(): Pick<List, "key" | "start"> {
    return this.#list;
  }

  /** What the items have in common: of the latest sheet alone, since it changes along. */
  get ledger(): Pick<Ledger, "isShared" | "shares" | "has" | "pushes"> {
    return this.#ledger;
  }

  /** The sheet of the text after an edit; undefined where that needs a sheet of its own. */
  change({ range, newText }: Edit): Sheet | undefined {
    const { pieces } = this;
    const last = pieces.count - 1;
    const tail = pieces.at(last);
    if (range.start < pieces.at(1).start || range.end > tail.start) return undefined;
    if (range.end === tail.start && tail.text !== "") return undefined;
    // What begins an item may come to belong to the one before.
    const from = Math.max(pieces.atOffset(range.start).index - 1, 1);
    const to = Math.min(pieces.atOffset(range.end).index + 1, last);
    const touched = pieces.slice(from, to);
    const { start } = pieces.at(from);
    const before = touched.map(({ text }) => text).join("");
    const text = before.slice(0, range.start - start) + newText + before.slice(range.end - start);
    this.#list.items.anew();
    const cut = isStrange(text) ? undefined : cutInto(text, 0, this.#list);
    if (cut?.end !== text.length || cut.items.length === 0) return undefined;
    const changed = pieces.with(from, to, cut.items);
    if (isTooLong(changed.size)) return undefined;
    for (const { facts } of touched) if (facts) this.#ledger.remove(facts);
    for (const { facts } of cut.items) if (facts) this.#ledger.add(facts);
    return new Sheet(this.#list, changed, this.#ledger);
  }
}

/** The items of a list from the first one on, and where it ends; undefined where it is not safe to cut there. */
function cutInto(
  text: string,
  first: number,
  { indent, items }: List,
): { readonly items: readonly Piece[]; readonly end: number } | undefined {
  const found: Piece[] = [];
  let start = first;
  for (
    let kind = kindAt(text, start, indent);
    kind === "item";
    kind = kindAt(text, start, indent)
  ) {
    const item = items.at(text, start);
    const silence = item && endOfSilence(text, item.end);
    const isFine = silence !== undefined && kindAt(text, silence, indent) !== "more";
    const end = isFine ? silence : endOfItem(text, start, indent);
    const written = text.slice(start, end);
    // What has a line for each field and no more has no room for anything else.
    const isBare = isFine && item?.template.lines !== undefined && silence === item.end;
    if (!isBare && isStrange(written)) return undefined;
    found.push(pieceOf(written, isFine && item ? factsOf(item) : undefined));
    start = end;
  }
  return kindAt(text, start, indent) === "end" ? { items: found, end: start } : undefined;
}

/** Where the first item begins; undefined where something else does. */
function firstItem(text: string, start: number): number | undefined {
  let line = start;
  while (line < text.length && lineKindAt(text, line, undefined) === "more")
    line = nextLine(text, line);
  return lineKindAt(text, line, undefined) === "item" ? line : undefined;
}

/** Where the item that begins at a line goes on no more. */
function endOfItem(text: string, start: number, indent: number): number {
  let line = nextLine(text, start);
  while (kindAt(text, line, indent) === "more") line = nextLine(text, line);
  return line;
}

function isTooLong({ start, line }: Extent): boolean {
  return start > MAX_LENGTH || line > MAX_LINES;
}

function isStrange(text: string): boolean {
  return STRANGE.test(text) || reachesAcross(text);
}

function kindAt(text: string, line: number, indent: number): ReturnType<typeof lineKindAt> {
  return line >= text.length ? "end" : lineKindAt(text, line, indent);
}
