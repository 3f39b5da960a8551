import {
  formatLatency,
  latencyChoices,
  type SrtParameter,
  SRT_PARAMETER_DOCS,
  SRT_PARAMETERS,
  findSrtParameter,
  UNIT_NAMES,
  usualLatency,
} from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Offer } from "./offer.ts";
import type { Push } from "./push.ts";
import type { Piece } from "./snippet.ts";
import { latencyPiece, secretPiece } from "./target-pieces.ts";
import type { TypedUri } from "./typed-uri.ts";

/** What may stand at the cursor in an SRT query that begins at an offset: a parameter, or a value of the one before. */
export function srtQueryItems(typed: TypedUri, host: string, query: number): readonly Offer[] {
  const { masked, at } = typed;
  const start = Math.max(masked.lastIndexOf("&", at - 1) + 1, query);
  const ampersand = masked.indexOf("&", at);
  const end = ampersand === -1 ? masked.length : ampersand;
  const equals = masked.slice(start, end).indexOf("=");
  const split = equals === -1 ? end : start + equals;
  if (at > split)
    return valueItems(typed, host, masked.slice(start, split), { start: split + 1, end });
  const others = `${masked.slice(query, start)}&${masked.slice(end)}`;
  const given = new Set(others.split("&").map((it) => it.split("=", 1)[0]));
  const isNamed = equals !== -1;
  return SRT_PARAMETERS.filter(({ name }) => !given.has(name)).map((parameter, index) =>
    typed.offer(
      { start, end: split },
      {
        label: parameter.name,
        kind: CompletionItemKind.Property,
        detail: detailOf(parameter),
        docs: docsOf(parameter.name),
        pieces: isNamed
          ? [parameter.name]
          : [`${parameter.name}=`, valuePiece(parameter, host, typed.push)],
        rank: index,
      },
    ),
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

function valuePiece(parameter: SrtParameter, host: string, push: Push): Piece {
  const { name } = parameter;
  if (name === "latency") return latencyPiece(push);
  if (name === "streamid" || name === "passphrase") return secretPiece(host, name, push);
  const [first, ...others] = wordsOf(parameter);
  return first !== undefined && others.length === 0 ? first : { stop: "" };
}

/** The words that a live push can have; a restream must be the caller. */
function wordsOf({ name, type, live, values }: SrtParameter): readonly string[] {
  if (name === "mode") return ["caller"];
  if (live !== undefined) return [live];
  return values ?? (type === "boolean" ? ["1", "0"] : []);
}

function valueItems(
  { masked, offer, push }: TypedUri,
  host: string,
  name: string,
  part: { start: number; end: number },
): readonly Offer[] {
  const parameter = findSrtParameter(name);
  if (!parameter) return [];
  if (name === "latency") return latencyItems();
  if (name === "streamid" || name === "passphrase") {
    const piece = secretPiece(host, name, push);
    if (
      !/^\$?$/.test(masked.slice(part.start, part.end)) ||
      typeof piece === "string" ||
      !("stop" in piece)
    )
      return [];
    const docs = "A placeholder: the secret stays out of this file.";
    const detail = `The ${name}, from a variable`;
    const kind = CompletionItemKind.Variable;
    return [offer(part, { label: piece.stop, kind, detail, docs, pieces: [piece], rank: 0 })];
  }
  return wordsOf(parameter).map((word, rank) =>
    offer(part, {
      label: word,
      kind: CompletionItemKind.EnumMember,
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
      .map(({ text, ms, unit, title }, rank) =>
        offer(part, {
          label: text,
          detail: `${formatLatency(ms)} in ${UNIT_NAMES[unit]}`,
          docs: `${title.replace(/^Write (.*): latency=.*$/, "$1")}. ${docsOf("latency") ?? ""}`,
          pieces: [text],
          rank,
        }),
      );
  }
}
