import type { Diagnostic } from "../diagnostic.ts";
import { diagnosticsAt, type Look, looksAt, NO_LOOK, type Place } from "./look.ts";
import type { Piece, PlacedPiece } from "./piece.ts";
import type { Sheet } from "./sheet.ts";
import { sparseWith } from "./sparse.ts";
import { aloneAmong } from "./traits.ts";

/** A restream that something may be wrong with, and that shares nothing with another one. */
export interface Lone {
  /** That of its piece. */
  readonly index: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Hash of what its target has in common with that of another text if they are the same; none without a target. */
  readonly keys: Iterable<number>;
}

/**
 * Those of a sheet, but not its first item and its last one. What is found of each is kept with its piece: after an edit,
 * only those are looked at again that it touched.
 */
export function lonesIn(sheet: Sheet): readonly Lone[] {
  const { ledger, pieces } = sheet;
  const looked = looksIn(sheet);
  const isAlone = aloneAmong(looked.map(({ look }) => look.traits));
  return looked.flatMap(({ piece: { index, start }, look: { own, traits, keys } }) => {
    const isBorder = index === 1 || index === pieces.count - 2;
    if (isBorder || !own || !isAlone(traits) || isShared(traits)) return [];
    return [{ index, diagnostics: diagnosticsAt(own, index, start), keys }];
  });

  /** With a restream that nothing is wrong with. */
  function isShared({ address, streamId }: Look["traits"]): boolean {
    return (
      (address !== undefined && ledger.has(address)) ||
      (streamId !== undefined && ledger.hasStream(Number(streamId)))
    );
  }
}

/** A piece that something may be wrong with, and what a look at it came to. */
interface Looked {
  readonly piece: PlacedPiece;
  readonly look: Look;
}

/** A piece with the one before it and the one behind it. */
interface Trio {
  readonly piece: PlacedPiece;
  readonly all: readonly PlacedPiece[];
}

/** What looks came to, and among which pieces: those never change. */
const LOOKS = new WeakMap<Piece, { readonly among: readonly Piece[]; readonly look: Look }>();

/** Looks at what was not looked at before, all at once. */
function looksIn(sheet: Sheet): readonly Looked[] {
  const { pieces } = sheet;
  const last = pieces.count - 2;
  const unsure = new Set(pieces.unsure().filter((it) => 1 <= it && it <= last));
  const trios = triosIn(sheet, unsure);
  const unknown = trios.filter((it) => !knownOf(it));
  // What is wrong where one ends may be wrong with the next one; and in JSON, the last one has no comma behind it.
  const seen = unknown.flatMap(({ all }) =>
    all.map(({ index }) => index).filter((it) => unsure.has(it)),
  );
  const sparse = unknown.length === 0 ? undefined : sparseWith(sheet, [...seen, last]);
  const looks = sparse ? looksAt(sparse, unknown.map(placeOf)) : [];
  for (const [at, look] of looks.entries()) {
    const { piece, all = [] } = unknown[at] ?? {};
    if (piece) LOOKS.set(piece.itself, { among: all.map(({ itself }) => itself), look });
  }
  return trios.map((it) => ({ piece: it.piece, look: knownOf(it) ?? NO_LOOK }));
}

function triosIn({ pieces }: Sheet, unsure: ReadonlySet<number>): readonly Trio[] {
  const among = new Set([...unsure].flatMap((it) => [it - 1, it, it + 1]));
  const placed = pieces.pick([...among].toSorted((a, b) => a - b));
  return placed.flatMap((piece, at) =>
    unsure.has(piece.index) ? [{ piece, all: placed.slice(at - 1, at + 2) }] : [],
  );
}

function knownOf({ piece, all }: Trio): Look | undefined {
  const known = LOOKS.get(piece.itself);
  return known && all.every(({ itself }, at) => itself === known.among[at])
    ? known.look
    : undefined;
}

function placeOf({ piece: { index, start, text }, all }: Trio): Place {
  const end = start + text.length;
  const behind = all.at(-1);
  const around = {
    start: all[0]?.start ?? start,
    end: behind ? behind.start + behind.text.length : end,
  };
  return { index, start, end, around };
}
