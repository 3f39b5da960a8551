import type { Diagnostic } from "../diagnostic.ts";
import { createLook, diagnosticsAt, type Look, NO_LOOK } from "./look.ts";
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

/** What looks came to: pieces never change, and an edit makes the one before what it touches anew, too. */
const LOOKS = new WeakMap<Piece, Look>();

/** Looks at what was not looked at before, all at once. */
function looksIn(sheet: Sheet): readonly Looked[] {
  const { pieces } = sheet;
  const last = pieces.count - 2;
  const unsure = pieces.unsure().filter((it) => 1 <= it && it <= last);
  const placed = pieces.pick(unsure);
  const unknown = placed.filter(({ itself }) => !LOOKS.has(itself));
  if (unknown.length > 0) {
    const isUnsure = new Set(unsure);
    // What is wrong where one ends may be found where the next one begins; and in JSON, no comma stands behind the last.
    const seen = unknown
      .flatMap(({ index }) => [index, index + 1])
      .filter((it) => isUnsure.has(it));
    const sparse = sparseWith(sheet, [...seen, last]);
    const lookAt = sparse && createLook(sparse, unknown);
    if (lookAt) for (const it of unknown) LOOKS.set(it.itself, lookAt(it));
  }
  return placed.map((piece) => ({ piece, look: LOOKS.get(piece.itself) ?? NO_LOOK }));
}
