import type { Diagnostic } from "../diagnostic.ts";
import type { Settings } from "../settings/settings.ts";
import { holdsOffer } from "../shape/field-offers.ts";
import { MAX_LEXEMES } from "../syntax/node.ts";
import { createLook, diagnosticsAt, type Look } from "./look.ts";
import type { Piece, PlacedPiece } from "./piece.ts";
import type { Pieces } from "./pieces.ts";
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
export function lonesIn(sheet: Sheet, settings: Settings, few: number = FEW): readonly Lone[] {
  const { ledger, pieces } = sheet;
  if (pieces.unsure().length - AROUND <= few) return [];
  const looked = looksIn(sheet, settings);
  const isAlone = aloneAmong(looked.map(({ look }) => look.traits));
  const isHeld = [
    pieces.at(0),
    pieces.at(pieces.count - 1),
    ...looked.map(({ piece }) => piece),
  ].some(({ text }) => holdsOffer(text));
  return looked.flatMap(({ piece: { index, start, text }, look: { own, traits, keys } }) => {
    const isBorder = index === 1 || index === pieces.count - 2;
    if (isBorder || !own || !isAlone(traits) || isShared(traits)) return [];
    if (isHeld && (own.isOffered || holdsOffer(text))) return [];
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

/** So many are parsed and linted again in the time that it takes to look at what an edit touched by itself. */
const FEW = 10;
/** What stands before the list and behind it has no facts either. */
const AROUND = 2;

/** A piece that something may be wrong with. */
interface Unsure {
  readonly piece: PlacedPiece;
  /** The one before it: where a fix adds a line, that ends as the line before does. */
  readonly before: Piece | undefined;
}

/** What looks came to. Pieces never change, and an edit makes anew what stands before what it touches. */
type Looks = WeakMap<Piece, { readonly before: Piece | undefined; readonly look: Look }>;
const LOOKS = new WeakMap<Settings, Looks>();

interface Looked {
  readonly piece: PlacedPiece;
  readonly look: Look;
}

/** Of so many characters come no more lexemes than may: a scalar has one besides. JSON may have more. */
const MOST_TEXT = MAX_LEXEMES / 2;

/** Looks at what was not looked at before, all at once; none where not all can be looked at. */
function looksIn(sheet: Sheet, settings: Settings): readonly Looked[] {
  const { pieces } = sheet;
  const looks: Looks = LOOKS.get(settings) ?? new WeakMap();
  LOOKS.set(settings, looks);
  const last = pieces.count - 2;
  const indices = new Set(pieces.unsure().filter((it) => 1 <= it && it <= last));
  const unsure = unsureIn(pieces, indices);
  // Parsers bound a whole text: what is kept of parts of it would be more than they read.
  const length = unsure.reduce((sum, { piece }) => sum + piece.text.length, 0);
  if (length > MOST_TEXT) return [];
  const unknown = unsure.filter((it) => !knownIn(looks, it));
  if (unknown.length > 0) {
    const next = unknown.map(({ piece }) => piece.index + 1).filter((it) => indices.has(it));
    const unknownPieces = unknown.map(({ piece }) => piece);
    // What is wrong where one ends may be found where the next begins; and in JSON, no comma stands behind the last.
    const seen = [...unknownPieces.map(({ index }) => index), ...next, last];
    const sparse = sparseWith(sheet, seen);
    if (!sparse) return [];
    const lookAt = createLook(sparse, settings, unknownPieces);
    for (const { piece, before } of unknown)
      looks.set(piece.itself, { before, look: lookAt(piece) });
  }
  return unsure.flatMap((it) => {
    const look = knownIn(looks, it);
    return look ? [{ piece: it.piece, look }] : [];
  });
}

function unsureIn(pieces: Pieces, indices: ReadonlySet<number>): readonly Unsure[] {
  const among: number[] = [];
  for (const it of indices) {
    if (among.at(-1) !== it - 1) among.push(it - 1);
    among.push(it);
  }
  const placed = pieces.pick(among);
  return placed.flatMap((piece, at) =>
    indices.has(piece.index) ? [{ piece, before: placed[at - 1]?.itself }] : [],
  );
}

function knownIn(looks: Looks, { piece, before }: Unsure): Look | undefined {
  const known = looks.get(piece.itself);
  return known?.before === before ? known?.look : undefined;
}
