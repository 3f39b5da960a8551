import {
  entryOf,
  type FieldSchema,
  meaningOf,
  placeholdersIn,
  placeIn,
  rangeIn,
  SHAPES,
  type ShapeName,
  touches,
  wanted,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import type { Explanation } from "./explanation.ts";
import type { FieldPlace } from "./field-place.ts";
import { code } from "./markdown.ts";
import { placeholderWords } from "./placeholder-words.ts";
import { sourceUseWords, streamUseWords } from "./stream-words.ts";

/** Explains a field at its key and at its value. */
export function explainField(
  view: View,
  offset: number,
  place: FieldPlace,
): Explanation | undefined {
  const { shape, name, isKey, scalar, entry } = place;
  const words = fieldWords(shape, name);
  if (!words) return undefined;
  const value = entry.value?.kind === "scalar" ? entry.value.value : undefined;
  const meaning = meaningOf(name, value);
  const range = isKey ? scalar.range : placeIn(scalar);
  const placeholder = isKey || scalar.alias ? undefined : placeholderAt(place, offset);
  return {
    range: placeholder?.range ?? range,
    blocks: [
      ...(placeholder?.words ?? []),
      ...words,
      meaning === undefined ? undefined : `${code(String(value))}: ${meaning}`,
      ...useWords(view, place),
    ],
  };
}

function useWords(view: View, place: FieldPlace): readonly (string | undefined)[] {
  const { shape, name, mapping } = place;
  if (shape === "restream" && name === "stream_id" && entryOf(mapping, "stream_id")?.value)
    return streamUseWords(view, place);
  if (shape === "stream" && (name === "id" || name === "protocol"))
    return sourceUseWords(view, place);
  return [];
}

function placeholderAt({ scalar }: FieldPlace, offset: number): PlaceholderAt | undefined {
  const { value } = scalar;
  if (typeof value !== "string" || scalar.filling) return undefined;
  for (const placeholder of placeholdersIn(value).found) {
    const range = rangeIn(scalar, placeholder.range);
    if (touches(range, offset)) return { range, words: placeholderWords(value, placeholder) };
  }
  return undefined;
}

interface PlaceholderAt {
  readonly range: Explanation["range"];
  readonly words: readonly string[];
}

/** What the schema says of a field; undefined for one that it leaves alone or does not know. */
function fieldWords(shape: ShapeName, name: string): readonly (string | undefined)[] | undefined {
  const { properties } = SHAPES[shape];
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (typeof schema !== "object") return undefined;
  if (!("type" in schema)) return headWords(SHAPES.restream, name);
  return [...headWords(schema, name), valueWords(schema)];
}

function headWords(
  { title, description }: Pick<FieldSchema, "title" | "description">,
  name: string,
): readonly string[] {
  return [`**${title}** (${code(name)})`, description];
}

function valueWords(schema: FieldSchema): string {
  const { default: usual, examples = [] } = schema;
  return [
    `Takes ${wanted(schema)}.`,
    ...(usual === undefined ? [] : [`Default: ${code(JSON.stringify(usual))}.`]),
    ...(examples.length === 0
      ? []
      : [`For example ${examples.map((it) => code(String(it))).join(", ")}.`]),
  ].join(" ");
}
