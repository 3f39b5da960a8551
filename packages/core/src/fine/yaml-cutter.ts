import { holdsOffer } from "../shape/field-offers.ts";
import { headOf, lineKindAt, listIn, nextLine, reachesAcross } from "../syntax/items.ts";
import { parseItems } from "../syntax/syntax.ts";
import type { Cut, Cutter } from "./cutter.ts";
import { factsOf } from "./facts.ts";
import type { FineItems } from "./fine-items.ts";
import { endOfSilence, indentAt, yamlItems } from "./fine-yaml.ts";
import { type Piece, pieceOf } from "./piece.ts";

/** What is not for single items to say: what the parsers smooth over first, or may read otherwise among others. */
const STRANGE = /[\0\ufeff\ufffd]|\r(?!\n)|<<<<<<< |(?:^|\n) *\t/;

/** The cutter of a YAML text; undefined where it has no list of restreams that is safe to cut. */
export function yamlCutterOf(text: string): Cutter | undefined {
  const list = listIn(text);
  const first = list && firstItem(text, list.start);
  if (!list || first === undefined || isStrange(text.slice(0, first))) return undefined;
  const indent = indentAt(text, first);
  const items = yamlItems("restreams", indent);
  return {
    language: "yaml",
    first,
    cut: (part, start) => cutInto(part, start, indent, items.anew()),
    mayEnd: (part) => !isStrange(part),
    // How much that is, only parsing tells.
    mayRead: () => true,
    parse(some, kept) {
      const seen = kept.slice(1, -1).filter(({ isSeen }) => isSeen);
      const lines = { start: list.start, end: kept.at(-1)?.start ?? 0 };
      const cut = {
        key: list.key,
        list: lines,
        items: seen,
        get head() {
          return headOf(some, lines);
        },
      };
      return parseItems(
        some,
        cut,
        seen.map(({ piece }) => piece.index - 1),
      );
    },
  };
}

/** The items of a list from the first one on, and where it ends; undefined where it is not safe to cut there. */
function cutInto(text: string, first: number, indent: number, items: FineItems): Cut | undefined {
  const found: Piece[] = [];
  const mayHoldOffer = holdsOffer(text);
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
    // What others are offered depends on it.
    const isSilent = !mayHoldOffer || !holdsOffer(written);
    found.push(pieceOf(written, isFine && isSilent && item ? factsOf(item) : undefined));
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

function isStrange(text: string): boolean {
  return STRANGE.test(text) || reachesAcross(text);
}

function kindAt(text: string, line: number, indent: number): ReturnType<typeof lineKindAt> {
  return line >= text.length ? "end" : lineKindAt(text, line, indent);
}
