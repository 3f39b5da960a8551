import type { Diagnostic } from "../diagnostic.ts";
import { type Document, documentOf } from "../document.ts";
import { targetAddressOf, targetKeysIn } from "../field/target-address.ts";
import { type Judgement, judge } from "../lint.ts";
import type { Range } from "../range.ts";
import { lastNotBehind } from "../range-search.ts";
import { type Restream, streamAndNameOf } from "../restream.ts";
import type { Settings } from "../settings/settings.ts";
import { headOf } from "../syntax/items.ts";
import { parseItems } from "../syntax/syntax.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The document of a sheet, without most of its restreams that nothing is wrong with: linting it finds what linting the
 * whole document finds. Its text lacks what nobody looks at, so its ranges are not those of the whole text.
 */
export interface Sparse {
  readonly document: Document;
  /** Where in the whole text stands what stands here in the sparse one. */
  readonly rangeInWhole: (range: Range) => Range;
  /** The other way round; undefined for what is not, or not in one piece, in the sparse one. */
  readonly rangeInSparse: (range: Range) => Range | undefined;
}

/** The sparse document of a sheet; undefined where only the whole will do. For settings that say nothing. */
export function sparseOf(sheet: Sheet): Sparse | undefined {
  const places = placesToSee(sheet);
  const sparse = sparseWith(sheet, places);
  // What is declared of streams, all their restreams have to be compared with.
  if (!sparse || sparse.document.streams.length > 0) return undefined;
  const companions = companionsIn(sheet, sparse.document);
  return companions.length === 0 ? sparse : sparseWith(sheet, new Set([...places, ...companions]));
}

/** Lints a sparse document, as if it were the whole one. */
export function judgeSparse(
  { document, rangeInWhole }: Sparse,
  settings: Settings = {},
): Judgement {
  const { diagnostics, ...others } = judge(document, settings);
  return { ...others, diagnostics: diagnostics.map((it) => movedBy(rangeInWhole, it)) };
}

/** What the targets of a sheet have in common with those of another text if they are the same; each once. */
export function keysOf({ facts }: Pick<Sheet, "facts">, { document }: Sparse): Iterable<string> {
  const keys = new Set(targetKeysIn(document));
  for (const it of facts) if (it) keys.add(it.key);
  return keys;
}

function movedBy(move: Sparse["rangeInWhole"], diagnostic: Diagnostic): Diagnostic {
  const moved = <T extends { readonly range: Range }>(it: T): T => ({
    ...it,
    range: move(it.range),
  });
  return {
    ...moved(diagnostic),
    fixes: diagnostic.fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    related: diagnostic.related.map(moved),
  };
}

/** The places of the items that may have something wrong with them, by themselves or together. */
function placesToSee({ facts, ledger }: Sheet): ReadonlySet<number> {
  // A fault at the border of what is left out is a fault of what stands next to it, too.
  const places = new Set([0, facts.length - 1]);
  for (const [place, it] of facts.entries()) {
    if (!it) places.add(place).add(Math.min(place + 1, facts.length - 1));
    else if (ledger.isShared && ledger.shares(it)) places.add(place);
  }
  return places;
}

function sparseWith(sheet: Sheet, among: ReadonlySet<number>): Sparse | undefined {
  const { pieces, starts, list } = sheet;
  const places = [...among].toSorted((a, b) => a - b);
  // Items are looked at as they stand among their neighbours.
  const around = places.flatMap((it) => [it, it + 1, it + 2]);
  const kept = [...new Set([0, ...around, pieces.length - 1])].toSorted((a, b) => a - b);
  const startOf = new Map<number, number>();
  let length = 0;
  for (const piece of kept) {
    startOf.set(piece, length);
    length += pieces[piece]?.length ?? 0;
  }
  const text = kept.map((it) => pieces[it]).join("");
  const own = (piece: number): Range => {
    const start = startOf.get(piece) ?? 0;
    return { start, end: start + (pieces[piece]?.length ?? 0) };
  };
  const lines = { start: list.start, end: own(pieces.length - 1).start };
  const cut = {
    key: list.key,
    list: lines,
    items: places.map((it) => own(it + 1)),
    get head() {
      return headOf(text, lines);
    },
  };
  const syntax = parseItems(text, cut, places);
  if (!syntax) return undefined;
  const document = { ...documentOf(text, "yaml", syntax), isUnsuppressed: true } as const;
  return {
    document,
    ...rangesBetween(
      kept.map((it) => own(it).start),
      kept.map((it) => starts[it] ?? 0),
    ),
  };
}

/** The ranges of two texts that have pieces in common, which begin at these offsets in either. */
function rangesBetween(
  sparse: readonly number[],
  whole: readonly number[],
): Pick<Sparse, "rangeInWhole" | "rangeInSparse"> {
  const moved = (offset: number, place: number) =>
    offset - (sparse[place] ?? 0) + (whole[place] ?? 0);
  return {
    rangeInWhole: ({ start, end }) => ({
      start: moved(start, lastNotBehind(sparse, start)),
      end: moved(end, lastNotBehind(sparse, Math.max(start, end - 1))),
    }),
    rangeInSparse: ({ start, end }) => {
      const place = lastNotBehind(whole, start);
      const [from, to] = [sparse[place] ?? 0, sparse[place + 1] ?? Infinity];
      const move = from - (whole[place] ?? 0);
      return end + move <= to ? { start: start + move, end: end + move } : undefined;
    },
  };
}

/** The places of the items that have something in common with one that may have something wrong with it. */
function companionsIn({ facts, ledger }: Sheet, document: Document): readonly number[] {
  const isUnsure = ({ path }: Restream) =>
    facts[Number(path.slice(path.lastIndexOf("/") + 1))] === undefined;
  const own = new Set<string | undefined>();
  const streams = new Set<string | undefined>();
  for (const restream of document.restreams)
    if (isUnsure(restream)) own.add(streamAndNameOf(restream));
  for (const target of document.targets) {
    const { restream, uri } = target;
    if (!isUnsure(restream)) continue;
    own.add(targetAddressOf(target));
    if (
      restream.streamId !== undefined &&
      ledger.pushes(restream.streamId, uri.protocol !== "rtmps")
    )
      streams.add(restream.streamId);
  }
  const isAlone = ![...own].some((it) => it !== undefined && ledger.has(it));
  if (isAlone && streams.size === 0) return [];
  return facts.flatMap((it, place) =>
    it && (streams.has(it.streamId) || it.own.some((one) => own.has(one))) ? [place] : [],
  );
}
