import {
  type FieldSchema,
  type MappingNode,
  RESTREAM_FIELDS,
  SHAPES,
  type ShapeName,
  valueOf,
} from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { Offer } from "./offer.ts";
import { feedAt } from "./feed.ts";
import { choiceOf, type Piece } from "./snippet.ts";
import { streamIdPiece, streamIdsIn } from "./stream-items.ts";

/** A field that may be written, as far as its offer says something of it. */
export interface Field {
  readonly name: string;
  readonly expected: Expected;
  readonly isRequired: boolean;
  readonly docs: string | undefined;
  readonly detail?: string | undefined;
}

type Expected = Partial<Pick<FieldSchema, "type" | "enum">>;

/** The fields of a restream document that a mapping does not have yet. */
export function fieldItems(cursor: Cursor): readonly Offer[] {
  const { shape, mapping } = cursor;
  if (!shape || !mapping) return [];
  const fields = isFormless(cursor, shape) ? formlessFields(mapping) : fieldsOf(shape, mapping);
  return fieldOffers(
    cursor,
    fields,
    streamIdsIn(cursor).map(({ id }) => id),
  );
}

/** What a root may turn into that says nothing of its form yet, the likeliest first. */
const FORMLESS: readonly ShapeName[] = ["whole", "wrapped", "restream"];

function isFormless({ root, mapping, isGiven }: Cursor, shape: ShapeName): boolean {
  if (mapping !== root) return false;
  if (shape === "whole") return !isGiven("restreams") && !isGiven("streams");
  const names = ["restream", ...Object.keys(RESTREAM_FIELDS)];
  return (shape === "wrapped" || shape === "restream") && !names.some(isGiven);
}

/** No form requires anything before it is chosen. */
function formlessFields(mapping: MappingNode): readonly Field[] {
  const fields = FORMLESS.flatMap((it) => fieldsOf(it, mapping));
  return [
    ...fields.filter(({ name }) => name === "restreams"),
    ...fields.filter(({ name }) => name !== "restreams"),
  ].map((it) => ({ ...it, isRequired: false }));
}

function fieldsOf(shape: ShapeName, mapping: MappingNode): readonly Field[] {
  const { properties, required = [], if: condition, else: otherwise } = SHAPES[shape];
  const isExempt = condition?.required.every((it) => valueOf(mapping, it)) === true;
  const all = [...required, ...(isExempt ? [] : (otherwise?.required ?? []))];
  return Object.entries(properties).flatMap(([name, field]): Field[] => {
    if (field === true) return [];
    const isRequired = all.includes(name);
    if ("$ref" in field) {
      const { description: docs } = SHAPES.restream;
      return [{ name, expected: { type: "object" }, isRequired, docs }];
    }
    if (field.readOnly) return [];
    const { title: detail, description: docs } = field;
    return [{ name, expected: field, isRequired, docs, detail }];
  });
}

/** Offers the fields that are not given, with a place for their values where there is none yet. */
export function fieldOffers(
  { kind, site, document, isGiven }: Cursor,
  fields: readonly Field[],
  streamIds: readonly string[] = [],
): readonly Offer[] {
  const { range, quote, notation, gap, hasColon, separator } = site;
  const mark = quote || (notation === "json" ? '"' : "");
  const dash = kind === "item" ? "- " : "";
  const feed = notation === "block" ? feedAt(document.text, range.start, gap + dash) : "";
  return fields
    .filter(({ name }) => !isGiven(name))
    .map(({ name, expected, isRequired, docs, detail }, index) => ({
      label: dash + name,
      kind: CompletionItemKind.Field,
      detail,
      docs,
      range,
      pieces: piecesWith(name, valueFor(name, expected)),
      plain: isLong(expected) ? piecesWith(name, []) : undefined,
      filter: `${dash}${quote}${name}${quote}`,
      rank: (isRequired ? 0 : 100) + index,
    }));

  function piecesWith(name: string, value: readonly Piece[]): readonly Piece[] {
    const key = `${dash === "" ? gap : ""}${dash}${mark}${name}${mark}`;
    const pieces: readonly Piece[] = [key, ...(hasColon ? [] : [":", ...value, separator])];
    return pieces.filter((it) => it !== "");
  }

  function isLong({ type }: Expected): boolean {
    const isNested = [type].flat().some((it) => it === "array" || it === "object");
    return notation === "block" && isNested;
  }

  function valueFor(name: string, expected: Expected): readonly Piece[] {
    const types = [expected.type ?? []].flat();
    const isJson = notation === "json";
    if (types.includes("array"))
      return notation === "block" ? [`${feed}  - `, { stop: "" }] : [" [", { stop: "" }, "]"];
    if (types.includes("object"))
      return notation === "block" ? [`${feed}  `, { stop: "" }] : [" {", { stop: "" }, "}"];
    if (name === "stream_id") return [" ", streamIdPiece(streamIds, notation)];
    if (types.includes("boolean")) return [" ", choiceOf(["false", "true"], isJson ? "false" : "")];
    const words = expected.enum?.filter((it) => it !== null) ?? [];
    if (words.length > 0) {
      const choices = words.map((it) => (isJson ? `"${it}"` : it));
      return [" ", choiceOf(choices, isJson ? '""' : "")];
    }
    if (!isJson) return [" ", { stop: "" }];
    return types.includes("string") ? [' "', { stop: "" }, '"'] : [" ", { stop: "0" }];
  }
}
