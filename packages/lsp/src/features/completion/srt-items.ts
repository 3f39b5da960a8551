import {
  findSrtParameter,
  formatLatency,
  latencyChoices,
  type Part,
  type Range,
  SRT_PARAMETER_DOCS,
  SRT_PARAMETERS,
  type SrtPair,
  type SrtParameter,
  srtPairsOf,
  UNIT_NAMES,
  usualLatency,
  touches,
} from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Offer } from "./offer.ts";
import type { Push } from "./push.ts";
import type { Piece } from "./snippet.ts";
import { latencyPiece, secretKindOf, secretPiece } from "./target-pieces.ts";
import type { TypedUri } from "./typed-uri.ts";

/** What may stand at the cursor in an SRT query: a parameter, or a value of the one before. */
export function srtQueryItems(typed: TypedUri, host: string): readonly Offer[] {
  const { uri, at } = typed;
  const pairs = srtPairsOf(uri);
  const pair = pairs.find(({ whole }) => touches(whole.range, at));
  if (!pair) return isAfterMark(typed) ? nameItems({ start: at, end: at }, pairs) : [];
  const { name, value } = pair;
  const others = pairs.filter((it) => it !== pair);
  if (touches(name.range, at)) return nameItems(name.range, others, value !== undefined);
  if (!value || !touches(value.range, at)) return [];
  // A `?` in the place of an `&`: what is typed after it is no parameter yet, so it is still part of the value.
  const mark = uri.text.slice(value.range.start, at).lastIndexOf("?") + 1;
  return mark > 0 && !secretKindOf(name.text)
    ? nameItems({ start: value.range.start + mark, end: value.range.end }, pairs)
    : valueItems(typed, host, { name, value });

  function nameItems(
    part: Range,
    given: readonly SrtPair[],
    isNamed: boolean = false,
  ): readonly Offer[] {
    const names = new Set(given.map((it) => it.name.text));
    return SRT_PARAMETERS.filter((it) => !names.has(it.name)).map((parameter, rank) =>
      typed.offer(part, {
        label: parameter.name,
        kind: CompletionItemKind.Property,
        detail: detailOf(parameter),
        docs: docsOf(parameter.name),
        pieces: isNamed
          ? [parameter.name]
          : [`${parameter.name}=`, valuePiece(parameter, host, typed.push)],
        rank,
      }),
    );
  }
}

/** Whether a parameter may begin at the cursor, where none stands yet. */
function isAfterMark({ uri: { query, surface }, at }: TypedUri): boolean {
  if (!query || !touches(query.range, at) || !/^&?$/.test(surface.masked.charAt(at))) return false;
  return (
    at === query.range.start ||
    surface.masked.charAt(at - 1) === "&" ||
    surface.repairs.some(({ newText, range }) => newText === "&" && range.end === at)
  );
}

function detailOf({ unit, type, values }: SrtParameter): string {
  if (values) return values.join(", ");
  if (unit === undefined) return type;
  return typeof unit === "string" ? unit : `${unit.libsrt}; in FFmpeg, ${unit.ffmpeg}`;
}

function docsOf(name: string): string | undefined {
  return SRT_PARAMETER_DOCS[name]?.summary;
}

function meaningsOf(name: string): readonly (readonly [value: string, meaning: string])[] {
  return SRT_PARAMETER_DOCS[name]?.meanings ?? [];
}

function valuePiece(parameter: SrtParameter, host: string, push: Push): Piece {
  const { name } = parameter;
  if (name === "latency") return latencyPiece(push);
  const secret = secretKindOf(name);
  if (secret) return secretPiece(host, secret, push);
  const [first, ...others] = wordsOf(parameter);
  return first !== undefined && others.length === 0 ? first : { stop: "" };
}

/** The words that a live push can have; a restream must be the caller. */
function wordsOf({ name, type, live, values }: SrtParameter): readonly string[] {
  if (name === "mode") return ["caller"];
  if (live !== undefined) return [live];
  if (type === "boolean") return ["1", "0"];
  return values ?? meaningsOf(name).map(([value]) => value);
}

function valueItems(
  { offer, push }: TypedUri,
  host: string,
  { name: { text: name }, value }: { readonly name: Part; readonly value: Part },
): readonly Offer[] {
  const parameter = findSrtParameter(name);
  const part = value.range;
  if (!parameter) return [];
  if (name === "latency") return latencyItems();
  const secret = secretKindOf(name);
  if (secret) {
    // A `$` begins the placeholder that is offered.
    if (!/^\$?$/.test(value.text)) return [];
    const piece = secretPiece(host, secret, push);
    const docs = "A placeholder: the secret stays out of this file.";
    const detail = `The ${name}, from a variable`;
    const kind = CompletionItemKind.Variable;
    return [offer(part, { label: piece.stop, kind, detail, docs, pieces: [piece], rank: 0 })];
  }
  return wordsOf(parameter).map((word, rank) =>
    offer(part, {
      label: word,
      kind: CompletionItemKind.EnumMember,
      detail: meaningsOf(name).find(([it]) => it === word)?.[1],
      docs: docsOf(name),
      pieces: [word],
      rank,
    }),
  );

  /** The usual one; where the unit is known, the shortest and the longest that are right, too. */
  function latencyItems(): readonly Offer[] {
    const { terms } = push;
    const isKnown = terms.unit !== undefined && terms.unit !== "open";
    const { min, max } = terms.range ?? {};
    const all = new Set([usualLatency(terms), ...(isKnown ? [min, max] : [])]);
    return [...all]
      .flatMap((ms) => (ms === undefined ? [] : latencyChoices(ms, terms)))
      .map(({ text, ms, unit, reading }, rank) =>
        offer(part, {
          label: text,
          detail: `${formatLatency(ms)} in ${UNIT_NAMES[unit]}`,
          docs: `${reading}. ${docsOf("latency") ?? ""}`,
          pieces: [text],
          rank,
        }),
      );
  }
}
