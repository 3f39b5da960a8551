import {
  type FieldSchema,
  othersOf,
  rules,
  type SettingsShape,
  settingsShapeAt,
} from "@restream-lint/core";
import type { Cursor } from "../../cursor/cursor.ts";
import { ruleOffers } from "./comment-items.ts";
import { type Field, fieldOffers } from "./field-items.ts";
import { type Offer, wholeValue } from "./offer.ts";

/** What may be written in a settings file: fields, presets, severities, rules. */
export function settingsItems(cursor: Cursor): readonly Offer[] {
  const { kind, path, site } = cursor;
  const schema = settingsShapeAt(path);
  if (!schema) return [];
  if (kind !== "value") return fieldOffers(cursor, fieldsOf(schema));
  if (path.at(-1) === "rule" && path[0] === "ignore") {
    return ruleOffers(site.range).map((it) => ({
      ...it,
      ...wholeValue(site, it.label, { label: it.label, kind: it.kind, rank: it.rank }),
    }));
  }
  return wordsOf(schema).map((it, rank) =>
    wholeValue(site, it, { label: it, detail: textOf(schema["title"]), rank }),
  );
}

function fieldsOf(schema: SettingsShape): readonly Field[] {
  const severities = othersOf(schema);
  if (severities) {
    const words = wordsOf(severities);
    return rules.map(({ id, severity, docs }) => ({
      name: id,
      expected: { type: "string", enum: words },
      isRequired: false,
      docs: `${docs.summary}.\n\n${docs.rationale}`,
      detail: severity,
    }));
  }
  const required: unknown = schema["required"];
  return Object.entries(schema.properties ?? {})
    .filter(([name]) => name !== "$schema")
    .map(([name, member]) => ({
      name,
      expected: { type: typeOf(member), enum: wordsOf(member) },
      isRequired: Array.isArray(required) && required.includes(name),
      docs: textOf(member["description"]),
      detail: textOf(member["title"]),
    }));
}

function typeOf(schema: SettingsShape): FieldSchema["type"] {
  const type: unknown = schema["type"];
  // One glob may stand for a list of them.
  if (Array.isArray(type)) return "string";
  return textOf(type) ?? "string";
}

function wordsOf({ enum: words }: SettingsShape): readonly string[] {
  return Array.isArray(words) ? words.filter((it) => typeof it === "string") : [];
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
