import {
  type FieldSchema,
  lineBreakNear,
  type MappingNode,
  RESTREAM_FIELDS,
  SHAPES,
  type ShapeName,
  valueOf,
} from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { Offer } from "./offer.ts";
import { choiceOf, type Piece } from "./snippet.ts";
import { streamIdsIn } from "./stream-items.ts";

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
  const shapes = isFormless(cursor, shape) ? FORMLESS : [shape];
  const fields = shapes.flatMap((it) => fieldsOf(it, mapping));
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
  const feed = lineBreakNear(document.text, range.start);
  return fields
    .filter(({ name }) => !isGiven(name))
    .map(({ name, expected, isRequired, docs, detail }, index) => ({
      label: dash + name,
      kind: CompletionItemKind.Field,
      detail,
      docs,
      range,
      pieces: [
        `${dash === "" ? gap : ""}${dash}${mark}${name}${mark}`,
        ...(hasColon ? [] : [":", ...valueFor(name, expected), separator]),
      ].filter((it) => it !== ""),
      filter: `${dash}${quote}${name}${quote}`,
      rank: (isRequired ? 0 : 100) + index,
    }));

  function valueFor(name: string, expected: Expected): readonly Piece[] {
    const types = [expected.type ?? []].flat();
    const isJson = notation === "json";
    if (types.includes("array"))
      return notation === "block" ? [`${feed}  - `, { stop: "" }] : [" [", { stop: "" }, "]"];
    if (types.includes("object"))
      return notation === "block" ? [`${feed}  `, { stop: "" }] : [" {", { stop: "" }, "}"];
    if (name === "stream_id" && streamIds.length > 0) return [" ", choiceOf(streamIds)];
    if (types.includes("boolean")) return [" ", choiceOf(["false", "true"])];
    const words = expected.enum?.filter((it) => it !== null) ?? [];
    if (words.length > 0) return [" ", choiceOf(words.map((it) => (isJson ? `"${it}"` : it)))];
    return isJson && types.includes("string") ? [' "', { stop: "" }, '"'] : [" ", { stop: "" }];
  }
}
