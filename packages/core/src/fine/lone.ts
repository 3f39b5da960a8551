import type { Diagnostic } from "../diagnostic.ts";
import type { Settings } from "../settings/settings.ts";
import { holdsOffer } from "../shape/field-offers.ts";
import { MAX_LEXEMES } from "../syntax/node.ts";
import { createLook, type Look } from "./look.ts";
import type { Piece } from "./piece.ts";
import type { UnsurePiece } from "./pieces.ts";
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
  const around = [pieces.at(0), pieces.at(pieces.count - 1)];
  const isHeld =
    looked.some(({ look }) => look.holdsOffer) || around.some(({ text }) => holdsOffer(text));
  const found: Lone[] = [];
  for (const { piece, look } of looked) {
    const { index, start } = piece;
    const { own, traits, keys } = look;
    const isBorder = index === 1 || index === pieces.count - 2;
    if (isBorder || !own || !isAlone(traits) || isShared(traits)) continue;
    if (isHeld && (own.isOffered || look.holdsOffer)) continue;
    found.push({ index, diagnostics: own.diagnosticsAt(index, start), keys });
  }
  return found;

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

/**
 * What looks came to, with the piece that stood before: where a fix adds a line, that ends as the line before does. Pieces
 * never change, and an edit makes anew what stands before what it touches.
 */
type Looks = WeakMap<Piece, { readonly before: Piece | undefined; readonly look: Look }>;
const LOOKS = new WeakMap<Settings, Looks>();

interface Looked {
  readonly piece: UnsurePiece;
  readonly look: Look;
}

/** Looks at what was not looked at before, all at once; none where that is more than the parsers read of one text. */
function looksIn(sheet: Sheet, settings: Settings): readonly Looked[] {
  const { pieces } = sheet;
  const looks: Looks = LOOKS.get(settings) ?? new WeakMap();
  LOOKS.set(settings, looks);
  const last = pieces.count - 2;
  const unsure = pieces.unsure().filter(({ index }) => 1 <= index && index <= last);
  const unknown = unsure.filter((it) => !knownIn(looks, it));
  if (unknown.length > 0) {
    const indices = new Set(unsure.map(({ index }) => index));
    const next = unknown.map(({ index }) => index + 1).filter((it) => indices.has(it));
    // What is wrong where one ends may be found where the next begins; and in JSON, no comma stands behind the last.
    const seen = [...unknown.map(({ index }) => index), ...next, last];
    const sparse = sparseWith(sheet, seen);
    if (!sparse) return [];
    const { lexemes } = sparse.document.syntax;
    if (lexemes && isTooMuch(lexemes.around, lexemes.items.values())) return [];
    const lookAt = createLook(sparse, settings, unknown);
    for (const piece of unknown)
      looks.set(piece.itself, { before: piece.before, look: lookAt(piece) });
  }
  const looked = unsure.flatMap((piece) => {
    const look = knownIn(looks, piece);
    return look ? { piece, look } : [];
  });
  const around = looked[0]?.look.lexemesAround ?? 0;
  const items = looked.map(({ look }) => look.lexemes);
  return isTooMuch(around, items) ? [] : looked;
}

function isTooMuch(around: number, items: Iterable<number>): boolean {
  let sum = around;
  for (const it of items) sum += it;
  return sum >= MAX_LEXEMES;
}

function knownIn(looks: Looks, { itself, before }: UnsurePiece): Look | undefined {
  const known = looks.get(itself);
  return known?.before === before ? known?.look : undefined;
}
