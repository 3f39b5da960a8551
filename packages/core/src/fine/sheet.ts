import type { Edit } from "../edit.ts";
import type { Range } from "../range.ts";
import { lastNotBehind } from "../range-search.ts";
import { lineKindAt, listIn, nextLine, reachesAcross } from "../syntax/items.ts";
import { type Facts, factsOf } from "./facts.ts";
import type { FineItems } from "./fine-items.ts";
import { endOfSilence, indentAt, yamlItems } from "./fine-yaml.ts";
import { Ledger } from "./ledger.ts";

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

/** An item, and what is known of it. */
interface Item {
  readonly text: string;
  /** Undefined where it is to be looked at. */
  readonly facts: Facts | undefined;
}

/**
 * A YAML text in pieces: what stands before its list of restreams, each item, and what stands behind. Each item is known
 * to be fine by itself, or is to be looked at. An edit costs the pieces that it touches: nobody makes one string of all
 * of them unless that is asked for.
 */
export class Sheet {
  readonly #list: List;
  /** What stands before the items, each of them, and what stands behind. */
  readonly pieces: readonly string[];
  /** Where each piece begins, ascending. */
  readonly starts: readonly number[];
  /** How many lines stand before each piece. */
  readonly lines: readonly number[];
  /** What each item has to do with the others; undefined for those to be looked at. */
  readonly facts: readonly (Facts | undefined)[];
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
    const items: Item[] = [];
    const end = cutInto(items, text, first, list);
    if (end === undefined) return undefined;
    const [before, behind] = [text.slice(0, first), text.slice(end)];
    if (isStrange(before) || isStrange(behind)) return undefined;
    const pieces = [before, ...items.map((it) => it.text), behind];
    const facts = items.map((it) => it.facts);
    const ledger = new Ledger();
    for (const it of facts) if (it) ledger.add(it);
    const starts = placesOf(pieces, 0, (it) => it.length);
    const sheet = new Sheet(list, pieces, starts, placesOf(pieces, 0, linesIn), facts, ledger);
    sheet.#text = text;
    return sheet;
  }

  private constructor(
    list: List,
    pieces: readonly string[],
    starts: readonly number[],
    lines: readonly number[],
    facts: readonly (Facts | undefined)[],
    ledger: Ledger,
  ) {
    this.#list = list;
    this.pieces = pieces;
    this.starts = starts;
    this.lines = lines;
    this.facts = facts;
    this.#ledger = ledger;
  }

  /** The text as one string, made when it is asked for. */
  get text(): string {
    return (this.#text ??= this.pieces.join(""));
  }

  /** Where the key `restreams` stands, where its list begins, and how far its items stand from the margin. */
  get list(): Pick<List, "key" | "start"> {
    return this.#list;
  }

  /** What the items have in common: of the latest sheet alone, since it changes along. */
  get ledger(): Pick<Ledger, "isShared" | "shares" | "has" | "pushes"> {
    return this.#ledger;
  }

  /** The sheet of the text after an edit; undefined where that needs a sheet of its own. */
  change({ range, newText }: Edit): Sheet | undefined {
    const { pieces, starts, lines, facts } = this;
    const tail = pieces.length - 1;
    const listEnd = starts[tail] ?? 0;
    if (range.start < (starts[1] ?? 0) || range.end > listEnd) return undefined;
    if (range.end === listEnd && pieces[tail] !== "") return undefined;
    // What begins an item may come to belong to the one before.
    const from = Math.max(lastNotBehind(starts, range.start) - 1, 1);
    const to = Math.min(lastNotBehind(starts, range.end) + 1, tail);
    const [first, written] = [starts[from] ?? 0, pieces.slice(from, to).join("")];
    const text = written.slice(0, range.start - first) + newText + written.slice(range.end - first);
    const items: Item[] = [];
    this.#list.items.anew();
    if (isStrange(text) || cutInto(items, text, 0, this.#list) !== text.length) return undefined;

    for (const it of facts.slice(from - 1, to - 1)) if (it) this.#ledger.remove(it);
    for (const it of items) if (it.facts) this.#ledger.add(it.facts);
    const inner = items.map((it) => it.text);
    const spliced = (places: readonly number[], sizeOf: (piece: string) => number) => {
      const own = placesOf(inner, places[from] ?? 0, sizeOf);
      const end = (own.at(-1) ?? 0) + sizeOf(inner.at(-1) ?? "");
      const shift = end - (places[to] ?? 0);
      const after = places.slice(to);
      return places.slice(0, from).concat(own, shift === 0 ? after : after.map((it) => it + shift));
    };
    return new Sheet(
      this.#list,
      pieces.slice(0, from).concat(inner, pieces.slice(to)),
      spliced(starts, (it) => it.length),
      spliced(lines, linesIn),
      facts.slice(0, from - 1).concat(
        items.map((it) => it.facts),
        facts.slice(to - 1),
      ),
      this.#ledger,
    );
  }
}

/**
 * Cuts a text into the items of a list, from the first one on. Answers where the list ends; undefined where that is not
 * safe.
 */
function cutInto(
  found: Item[],
  text: string,
  first: number,
  { indent, items }: List,
): number | undefined {
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
    found.push({ text: written, facts: isFine && item ? factsOf(item) : undefined });
    start = end;
  }
  return kindAt(text, start, indent) === "end" ? start : undefined;
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

function isStrange(text: string): boolean {
  return STRANGE.test(text) || reachesAcross(text);
}

function kindAt(text: string, line: number, indent: number): ReturnType<typeof lineKindAt> {
  return line >= text.length ? "end" : lineKindAt(text, line, indent);
}

/** What stands before each piece, in their order, where this stands before the first. */
function placesOf(
  pieces: readonly string[],
  start: number,
  sizeOf: (piece: string) => number,
): number[] {
  let at = start;
  return pieces.map((it) => {
    const place = at;
    at += sizeOf(it);
    return place;
  });
}

function linesIn(piece: string): number {
  let lines = 0;
  for (let at = piece.indexOf("\n"); at !== -1; at = piece.indexOf("\n", at + 1)) lines += 1;
  return lines;
}
