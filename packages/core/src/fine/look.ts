import { type Diagnostic, movedBy, rangesOf } from "../diagnostic.ts";
import type { Document } from "../document.ts";
import { targetKeysIn } from "../field/target-address.ts";
import { restreamNodesIn } from "../forms.ts";
import { MAX_FINDINGS } from "../max-findings.ts";
import type { Range } from "../range.ts";
import { rangeAt } from "../range-search.ts";
import { rules } from "../rules/index.ts";
import type { Settings } from "../settings/settings.ts";
import { holdsOffer } from "../shape/field-offers.ts";
import type { PlacedPiece } from "./piece.ts";
import { judgeSparse, type Sparse } from "./sparse.ts";
import { aloneAmong, type Traits, traitsIn } from "./traits.ts";

/** What a look at the piece of an item came to. */
export interface Look {
  /** What there is to say of it by itself; undefined where that may be something else among others. */
  readonly own: Own | undefined;
  readonly traits: Traits;
  /** Whether it holds what an offer may write. */
  readonly holdsOffer: boolean;
  /** Hash of what its target has in common with that of another text if they are the same; none without a target. */
  readonly keys: Iterable<number>;
  /** How many lexemes were read of it, and of what stands around the list. */
  readonly lexemes: number;
  readonly lexemesAround: number;
}

/** What there is to say of a piece by itself. */
export interface Own {
  /** Says it of the piece of this index, that begins at this offset of the whole text. */
  readonly diagnosticsAt: (index: number, start: number) => readonly Diagnostic[];
  /** Whether a fix writes what no other restream may hold by then: it holds while none does. */
  readonly isOffered: boolean;
}

/** As much of a piece as it takes to know what is said of it. */
type Place = Pick<PlacedPiece, "index" | "start" | "text">;

const NO_TRAITS: Traits = { address: undefined, streamId: undefined };

/** Makes the function that looks at one of these pieces, which are in the order of the text, in a sparse document that has them. */
export function createLook(
  sparse: Sparse,
  settings: Settings,
  pieces: readonly Place[],
): (piece: Place) => Look {
  const { document } = sparse;
  const list = listIn(document);
  const all = traitsIn(document);
  const isAlone = aloneAmong(all.values());
  const owns = ownsIn(sparse, settings, pieces, list);
  const targets = new Map(document.targets.map((it) => [it.restream.path, it]));
  return ({ index, text }) => {
    const path = pathOf(list, index);
    const [traits = NO_TRAITS, target] = [all.get(path), targets.get(path)];
    const own = isAlone(traits) ? owns.get(index) : undefined;
    const keys = targetKeysIn({ targets: target ? [target] : [] });
    const { around: lexemesAround = 0, items } = document.syntax.lexemes ?? {};
    const lexemes = items?.get(index - 1) ?? 0;
    return { own, traits, holdsOffer: holdsOffer(text), keys, lexemes, lexemesAround };
  };
}

/** What linting says of each piece by itself, by index; nothing of one that may have to do with others. */
function ownsIn(
  sparse: Sparse,
  settings: Settings,
  pieces: readonly Place[],
  list: string,
): ReadonlyMap<number, Own> {
  const { document } = sparse;
  const { diagnostics } = judgeSparse(sparse, settings);
  // Of more, no rule may say all.
  if (diagnostics.length >= MAX_FINDINGS) return new Map();
  const places = pieces.map(({ index, start, text }) => ({
    index,
    start,
    end: start + text.length,
  }));
  const owns = new Map(places.map(({ index }) => [index, new Array<Diagnostic>()]));
  for (const it of diagnostics) {
    const here = rangeAt(places, it.range.start);
    const path = here && pathOf(list, here.index);
    const isOwn = path !== undefined && `${it.path}/`.startsWith(`${path}/`);
    if (here && isOwn && rangesOf(it).every((range) => isWithin(here, range)))
      owns.get(here.index)?.push(movedBy(by(-here.start), it, it.path.slice(path.length)));
    else for (const index of [here?.index, indexIn(list, it.path)]) owns.delete(index ?? 0);
  }
  // What rules say once for all, they would say of each by itself.
  for (const rule of rules)
    for (const { path } of rule.checkEach?.(document) ?? []) owns.delete(indexIn(list, path));
  const isHeld = holdsOffer(document.text);
  return new Map(
    [...owns].flatMap(([index, found]) => {
      const isOffered = found.some(offers);
      if (isOffered && isHeld) return [];
      return [[index, { diagnosticsAt: createPlacer(found, list), isOffered }]];
    }),
  );
}

function offers({ fixes }: Diagnostic): boolean {
  return fixes.some(({ edits }) => edits.some(({ newText }) => holdsOffer(newText)));
}

/** Makes the function that tells which piece of a sheet something in a document of it is about. */
export function createIndexOf(document: Document): (path: string) => number {
  const list = listIn(document);
  return (path) => indexIn(list, path);
}

/**
 * Makes the function that places diagnostics in the whole text, which are written as if the piece were the text and its item
 * the root. Those of a piece that has not moved are the ones that they were.
 */
function createPlacer(diagnostics: readonly Diagnostic[], list: string): Own["diagnosticsAt"] {
  let last: { index: number; start: number; placed: readonly Diagnostic[] } | undefined;
  return (index, start) => {
    if (last?.index !== index || last.start !== start) {
      const path = pathOf(list, index);
      const move = by(start);
      last = { index, start, placed: diagnostics.map((it) => movedBy(move, it, path + it.path)) };
    }
    return last.placed;
  };
}

function by(distance: number): (range: Range) => Range {
  return ({ start, end }) => ({ start: start + distance, end: end + distance });
}

function isWithin({ start, end }: Range, range: Range): boolean {
  return start <= range.start && range.end <= end;
}

function listIn({ syntax }: Document): string {
  const [item] = syntax.roots.flatMap(restreamNodesIn);
  return item ? item.path.slice(0, item.path.lastIndexOf("/")) : "";
}

/** The first piece is what stands before the list. */
function pathOf(list: string, index: number): string {
  return `${list}/${index - 1}`;
}

/** The piece of the item that a path is in; that before the list where it is in none. */
function indexIn(list: string, path: string): number {
  return path.startsWith(`${list}/`) ? Number.parseInt(path.slice(list.length + 1), 10) + 1 : 0;
}
