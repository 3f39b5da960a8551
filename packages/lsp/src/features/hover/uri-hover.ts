import {
  type Document,
  knownIn,
  placeIn,
  type Placeholder,
  placeOf,
  type Range,
  redactUri,
  type Target,
  touches,
  type UriField,
  uriFieldOf,
  type UriPart,
  uriPartsOf,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import type { Explanation } from "./explanation.ts";
import type { FieldPlace } from "./field-place.ts";
import { code } from "./markdown.ts";
import { placeholderWords } from "./placeholder-words.ts";
import { schemeWords, uriPartWords } from "./uri-part-words.ts";

/** Explains the part of a target's URI at an offset; the whole of it where its parts cannot be told apart. */
export function explainUri(
  { document, settings }: View,
  offset: number,
  place: FieldPlace | undefined,
): Explanation | undefined {
  const field = writtenAt(document, offset) ?? unreadAt(place);
  if (!field) return undefined;
  const target = knownIn(document, settings).targets.find((it) => it.field === field);
  const { node, uri } = field;
  const isWritten = touches(node.range, offset);
  const { placeholder, part, range } = isWritten ? spotAt(field, offset) : NOWHERE;
  return {
    range: range ?? (isWritten ? node.range : placeIn(node)),
    blocks: [
      code(redactUri(uri.text)),
      ...(placeholder ? placeholderWords(uri.text, placeholder) : []),
      ...(part ? uriPartWords(uri, part, target) : wholeWords(field, target)),
    ],
  };
}

/** What of a URI stands at an offset. */
interface Spot {
  readonly placeholder?: Placeholder | undefined;
  readonly part?: UriPart | undefined;
  /** In the text: of the placeholder, else of the part; a pair is one. */
  readonly range?: Range | undefined;
}

const NOWHERE: Spot = {};

/** The part at an offset; none where nothing tells which character of the text is which of the value. */
function spotAt(field: UriField, offset: number): Spot {
  const { node, uri } = field;
  if (node.offsets === undefined) return NOWHERE;
  const placeholder = uri.surface.placeholders.find((it) => isAt(it.range));
  const part = uriPartsOf(uri).find((it) => isAt(wholeOf(it)));
  const range = placeholder?.range ?? (part && wholeOf(part));
  return { placeholder, part, range: range && placeOf(field, range).range };

  function isAt(it: Range): boolean {
    return touches(placeOf(field, it).range, offset);
  }
}

function wholeOf({ part, pair }: UriPart): Range {
  return pair?.whole.range ?? part.range;
}

/** The field whose value, or an alias of it, is written there. */
function writtenAt({ restreams }: Document, offset: number): UriField | undefined {
  const found = restreams.find(
    ({ uri }) => uri && (touches(placeIn(uri.node), offset) || touches(uri.node.range, offset)),
  );
  return found?.uri;
}

/** The URI of a restream that a syntax fault keeps from being judged. */
function unreadAt(place: FieldPlace | undefined): UriField | undefined {
  const isUri = place?.shape === "restream" && place.name === "uri" && !place.isKey;
  return isUri ? uriFieldOf(place.scalar, "") : undefined;
}

function wholeWords(
  { uri }: UriField,
  target: Target | undefined,
): readonly (string | undefined)[] {
  if (uri.text.trim() === "") return ["**Target URI**: nothing is written yet."];
  return uri.protocol ? schemeWords(uri, target) : ["**Target URI**."];
}
