import { movedBy } from "../diagnostic.ts";
import { type Document, documentOf } from "../document.ts";
import { targetAddressOf, targetKeysIn } from "../field/target-address.ts";
import { smallHashOf } from "../hash.ts";
import { type Judgement, judge } from "../lint.ts";
import type { Range } from "../range.ts";
import { firstWhere } from "../range-search.ts";
import { type Restream, streamAndNameOf } from "../restream.ts";
import type { Settings } from "../settings/settings.ts";
import type { Language } from "../syntax/syntax.ts";
import type { Kept } from "./cutter.ts";
import type { PlacedPiece } from "./piece.ts";
import type { Pieces } from "./pieces.ts";
import { Sheet } from "./sheet.ts";

/**
 * The document of a sheet, without most of its restreams that nothing is wrong with: linting it finds what linting the
 * whole document finds. Its text lacks what nobody looks at, so its ranges are not those of the whole text.
 */
export interface Sparse {
  readonly document: Document;
  /** Where in the whole text stands what stands here in the sparse one. */
  readonly rangeInWhole: (range: Range) => Range;
  /** The other way round; undefined for what nobody looked at, and for what is not in one piece. */
  readonly rangeInSparse: (range: Range) => Range | undefined;
  /** Hashes of what the targets of the whole, at least, have in common with those of another text if they are the same; each once. */
  readonly keys: () => Iterable<number>;
}

/** The sparse document of a text; undefined where only the whole will do. For settings that say nothing. */
export function sparseIn(text: string, language: Language): Sparse | undefined {
  const sheet = Sheet.of(text, language);
  return sheet && sparseOf(sheet);
}

/**
 * The sparse document of a sheet; undefined where only the whole will do. For settings that say nothing. It may lack
 * pieces of which all is known.
 */
export function sparseOf(sheet: Sheet, isKnown = (_: number) => false): Sparse | undefined {
  const seen = piecesToSee(sheet).filter((it) => !isKnown(it));
  if (isMost(seen.length, sheet.pieces.count)) return undefined;
  const sparse = sparseWith(sheet, seen);
  // What is declared of streams, all their restreams have to be compared with.
  if (!sparse || sparse.document.streams.length > 0) return undefined;
  const companions = companionsIn(sheet, sparse.document);
  return companions.length === 0 ? sparse : sparseWith(sheet, [...seen, ...companions]);
}

/** The sparse document of some items; undefined where only the whole will do. */
export function sparseWith(sheet: Sheet, among: readonly number[]): Sparse | undefined {
  const sparse = sparseAmong(sheet, among);
  if (!sparse || sparse.document.syntax.faults.length === 0) return sparse;
  // A fault at the border of what is left out is a fault of what stands next to it, too.
  const last = sheet.pieces.count - 2;
  return sparseAmong(sheet, [...among, ...among.map((it) => Math.min(it + 1, last))]);
}

/** Whether to parse the whole takes no longer than to make a text of so much of it, and to move what is found there. */
function isMost(seen: number, of: number): boolean {
  return of > 50 && seen > 0.6 * of;
}

/** Lints a sparse document, as if it were the whole one. */
export function judgeSparse(
  { document, rangeInWhole }: Sparse,
  settings: Settings = {},
): Judgement {
  const { diagnostics, ...others } = judge(document, settings);
  return { ...others, diagnostics: diagnostics.map((it) => movedBy(rangeInWhole, it)) };
}

/** The pieces of the items that may have something wrong with them, by themselves or together. */
function piecesToSee({ pieces, ledger }: Sheet): readonly number[] {
  const last = pieces.count - 2;
  const unsure = indicesOf(pieces.unsure()).filter((it) => 1 <= it && it <= last);
  const shared = ledger.isShared ? pieces.where((facts) => ledger.shares(facts)) : [];
  return [1, last, ...unsure, ...shared];
}

function indicesOf(pieces: readonly Pick<PlacedPiece, "index">[]): readonly number[] {
  return pieces.map(({ index }) => index);
}

function sparseAmong(sheet: Sheet, among: readonly number[]): Sparse | undefined {
  const { pieces, cutter } = sheet;
  const seen = [0, ...among, pieces.count - 1];
  // Items are looked at as they stand among their neighbours.
  const neighbours = among.flatMap((it) => [it - 1, it + 1]);
  const kept = keptOf(pieces.pick(inOrder([...seen, ...neighbours])), new Set(seen));
  const text = kept.map(({ piece }) => piece.text).join("");
  const syntax = cutter.parse(text, kept);
  if (!syntax) return undefined;
  const document: Document = {
    ...documentOf(text, cutter.language, syntax),
    isUnsuppressed: true,
    wholeText: () => sheet.text,
  };
  return {
    document,
    rangeInWhole: ({ start, end }) => ({
      start: wholeOf(kept, start, start),
      end: wholeOf(kept, end, Math.max(start, end - 1)),
    }),
    rangeInSparse: ({ start, end }) => {
      const it = kept[firstWhere(kept, ({ piece }) => piece.start > start) - 1];
      if (!it?.isSeen) return undefined;
      const shift = it.start - it.piece.start;
      return end + shift > it.end ? undefined : { start: start + shift, end: end + shift };
    },
    keys: () => keysIn(pieces, document),
  };
}

function keptOf(pieces: readonly PlacedPiece[], seen: ReadonlySet<number>): readonly Kept[] {
  let end = 0;
  return pieces.map((piece) => {
    const start = end;
    end += piece.text.length;
    return { piece, start, end, isSeen: seen.has(piece.index) };
  });
}

/** Where in the whole an offset of the sparse text is, which is in the piece that another one is in. */
function wholeOf(kept: readonly Kept[], offset: number, inside: number): number {
  const it = kept[firstWhere(kept, ({ start }) => start > inside) - 1];
  return it ? offset - it.start + it.piece.start : offset;
}

/** Each once, ascending. */
function inOrder(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].toSorted((a, b) => a - b);
}

function keysIn(pieces: Pieces, document: Document): Iterable<number> {
  const keys = new Set(targetKeysIn(document));
  for (const { key } of pieces.facts()) keys.add(key);
  return keys;
}

/** The pieces of the items that have something in common with one that may have something wrong with it. */
function companionsIn({ pieces, ledger }: Sheet, document: Document): readonly number[] {
  const unsure = new Set(indicesOf(pieces.unsure()));
  const isUnsure = ({ path }: Restream) =>
    unsure.has(Number(path.slice(path.lastIndexOf("/") + 1)) + 1);
  const own = new Set<number>();
  const streams = new Set<number>();
  /** Those of which one target says as much as all. */
  const alike = new Set<number>();
  const addOwn = (it: string | undefined) => it !== undefined && own.add(smallHashOf(it));
  for (const restream of document.restreams)
    if (isUnsure(restream)) addOwn(streamAndNameOf(restream));
  for (const target of document.targets) {
    const { restream, uri } = target;
    if (!isUnsure(restream)) continue;
    addOwn(targetAddressOf(target));
    if (restream.streamId === undefined) continue;
    const streamId = Number(restream.streamId);
    const isSecure = uri.protocol === "rtmps";
    if (ledger.pushes(streamId, !isSecure)) streams.add(streamId);
    else if (ledger.pushes(streamId, isSecure)) alike.add(streamId);
  }
  const isAlone = ![...own].some((it) => ledger.has(it));
  if (isAlone && streams.size === 0 && alike.size === 0) return [];
  return pieces.where(
    ({ address, name, streamId, isActive }) =>
      streams.has(streamId) ||
      // Which is found once.
      (isActive && alike.delete(streamId)) ||
      own.has(address) ||
      (name !== undefined && own.has(name)),
  );
}
