import { type Document, documentOf } from "../document.ts";
import { targetAddressOf, targetKeysIn } from "../field/target-address.ts";
import { type Restream, streamAndNameOf } from "../restream.ts";
import { parseItems } from "../syntax/syntax.ts";
import type { Sheet } from "./sheet.ts";

/**
 * The document of a sheet, without most of its restreams that nothing is wrong with: linting it finds what linting the
 * whole document finds. Undefined where only the whole will do. For settings that say nothing.
 */
export function sparseDocumentOf(sheet: Sheet): Document | undefined {
  const places = placesToSee(sheet);
  const document = documentWith(sheet, places);
  // What is declared of streams, all their restreams have to be compared with.
  if (!document || document.streams.length > 0) return undefined;
  const companions = companionsIn(sheet, document);
  return companions.length === 0
    ? document
    : documentWith(sheet, new Set([...places, ...companions]));
}

/** What the targets of a sheet have in common with those of another text if they are the same. */
export function keysOf({ facts }: Pick<Sheet, "facts">, document: Document): ReadonlySet<string> {
  const keys = new Set(targetKeysIn(document));
  for (const it of facts) if (it) keys.add(it.key);
  return keys;
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

function documentWith(sheet: Sheet, among: ReadonlySet<number>): Document | undefined {
  const places = [...among].toSorted((a, b) => a - b);
  const syntax = parseItems(sheet.text, sheet.pieces(places), places);
  return syntax && { ...documentOf(sheet.text, "yaml", syntax), isUnsuppressed: true };
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
