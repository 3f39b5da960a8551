import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  RESTREAM_FIELDS,
  SETTINGS_SCHEMA,
  type SettingsShape,
  STREAM_FIELDS,
} from "@restream-lint/core";
import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { offeringSchema } from "../../../scripts/extension/offering-schema.ts";
import { EXAMPLE_DOCUMENTS } from "./example-documents.ts";
import { ROOT } from "./manifest.ts";
import { plainValue } from "./plain-value.ts";

// An editor that knows the schema offers and explains, and leaves every fault to the language server.

const RESTREAM = offered("restream.schema.json");
const SETTINGS = offered("settings.schema.json");

interface Schema {
  readonly [keyword: string]: unknown;
}

function offered(name: string): Schema {
  return offeringSchema(JSON.parse(readFileSync(join(ROOT, "schema", name), "utf8"))) as Schema;
}

describe("no fault is found", () => {
  const finding = {
    documents: new Ajv({ strict: false }).compile(RESTREAM),
    settings: new Ajv({ strict: false }).compile(SETTINGS),
  };
  const roots = EXAMPLE_DOCUMENTS.flatMap(({ path, document }) =>
    document.syntax.roots.map((root) => ({ path, value: plainValue(root) })),
  );

  test.each(roots)("in $path", ({ value }) => {
    expect(finding.documents(value)).toBe(true);
    expect(finding.settings(value)).toBe(true);
  });

  const fields = [
    "restreams",
    "restream",
    "streams",
    "x-a",
    ...Object.keys(RESTREAM_FIELDS),
    ...Object.keys(STREAM_FIELDS),
    ...Object.keys(SETTINGS_SCHEMA.properties),
    "host",
    "latency",
    "min",
    "rule",
    "path",
  ];
  /** Values with the right names in all the wrong places. */
  const { value: misplaced } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      fc.constantFrom(null, true, 0, -1.5, "", "srt", "${KEY}", "rtmp://h.acme.net/a/k"),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...fields), tie("value"), { maxKeys: 5 }),
    ),
  }));

  test("in any value", () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), misplaced), (value) => {
        expect(finding.documents(value)).toBe(true);
        expect(finding.settings(value)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("each field is explained at its place", () => {
  test.each<[string, unknown, Place]>([
    ["the whole form", { restreams: [{}] }, ["restreams", 0]],
    ["the whole form, half typed", { restreams: [{ "": null }] }, ["restreams", 0]],
    ["a list", [{}], [0]],
    ["a wrapped body", { restream: {} }, ["restream"]],
    ["a body", { uri: "" }, []],
    ["an existing restream", { restreams: [{ id: 3001 }] }, ["restreams", 0]],
  ])("of a restream in %s", (_, value, place) => {
    for (const [name, { title, description }] of Object.entries(RESTREAM_FIELDS))
      expect(saidAt(RESTREAM, value, [...place, name])).toEqual({ title, description });
  });

  test.each<[string, unknown]>([
    ["beside restreams", { streams: [{}], restreams: [] }],
    ["before there are restreams", { streams: [{}] }],
  ])("of a stream %s", (_, value) => {
    for (const [name, { title, description }] of Object.entries(STREAM_FIELDS))
      expect(saidAt(RESTREAM, value, ["streams", 0, name])).toEqual({ title, description });
  });

  test.each(["streams", "restreams"])("of a document that is empty: %s", (name) => {
    expect(saidAt(RESTREAM, {}, [name]).description).toMatch(/\S/);
  });

  test("of settings", () => {
    for (const [place, field] of settingsWithin(SETTINGS_SCHEMA, [])) {
      const { title, description } = field;
      // The rules are described once, where they are listed.
      if (place.at(-1) === "rules") continue;
      expect(saidAt(SETTINGS, {}, place)).toEqual({ title, description });
    }
  });
});

type Place = readonly (string | number)[];

/** Every field that a settings file may have, with its place; the first item stands for all. */
function settingsWithin(
  { properties = {}, items }: SettingsShape,
  place: Place,
): readonly (readonly [place: Place, field: SettingsShape])[] {
  const below = Object.entries(properties).flatMap(([name, field]) => [
    [[...place, name], field] as const,
    ...settingsWithin(field, [...place, name]),
  ]);
  return items ? [...below, ...settingsWithin(items, [...place, 0])] : below;
}

/** What an editor says of a place: the first title and the first description of the schemas that apply there. */
function saidAt(schema: Schema, value: unknown, place: Place) {
  const conditions = new Ajv({ strict: false });
  let here: readonly Schema[] = applying(schema, value);
  let reached = value;
  for (const step of place) {
    reached = (reached as Readonly<Record<string, unknown>> | undefined)?.[step];
    const next = reached;
    here = here
      .flatMap((it) =>
        typeof step === "number" ? it["items"] : (it["properties"] as Schema | undefined)?.[step],
      )
      .flatMap((it) => applying(it as Schema | undefined, next));
  }
  const said = (keyword: string) => here.map((it) => it[keyword]).find((it) => it !== undefined);
  return { title: said("title"), description: said("description") };

  function applying(it: Schema | undefined, at: unknown): readonly Schema[] {
    if (!it) return [];
    const name = /^#\/\$defs\/(.+)$/.exec(String(it["$ref"]))?.[1];
    const named = name === undefined ? undefined : (schema["$defs"] as Schema)[name];
    const holds = it["if"] === undefined || conditions.validate(it["if"] as object, at);
    const branch = it["if"] === undefined ? undefined : it[holds ? "then" : "else"];
    const parts = [named, branch, ...((it["anyOf"] as unknown[] | undefined) ?? [])];
    return [it, ...parts.flatMap((part) => applying(part as Schema | undefined, at))];
  }
}
