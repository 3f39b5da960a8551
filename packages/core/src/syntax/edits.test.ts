import {
  type Arbitrary,
  array,
  assert,
  boolean,
  constantFrom,
  property,
  record,
  tuple,
  uniqueArray,
} from "fast-check";
import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { applyEdits } from "../fix.ts";
import type { Edit } from "../edit.ts";
import { insertEntry } from "./insert.ts";
import { isNull, type MappingNode, type Node } from "./node.ts";
import { removeEntry } from "./remove.ts";
import { setValue } from "./set-value.ts";

// An edit of a mapping changes what it says it changes, in whatever notation, and nothing else.

interface Fixture {
  readonly text: string;
  readonly language: "yaml" | "json";
}

test("a deleted entry is gone, and all others stay as they are", () => {
  const edited = check((fixture, item) =>
    item.entries.map((entry, index) => {
      const edit = removeEntry(fixture.text, item, index);
      return { edit, expected: without(valuesIn(item), String(entry.key.value)) };
    }),
  );
  expect(edited).toBeGreaterThan(100);
});

test("a value that is set is set, and all others stay as they are", () => {
  const edited = check((fixture, item) =>
    item.entries.map((entry) => {
      const edit = setValue(fixture, entry, "us");
      return { edit, expected: { ...valuesIn(item), [String(entry.key.value)]: "us" } };
    }),
  );
  expect(edited).toBeGreaterThan(100);
});

test("an entry that is inserted is there, and all others stay as they are", () => {
  const edited = check((fixture, item) =>
    [undefined, ...item.entries].map((after) => {
      const edit = insertEntry(fixture, item, "new", 20, after);
      return { edit, expected: { ...valuesIn(item), new: 20 } };
    }),
  );
  expect(edited).toBeGreaterThan(100);
});

interface Change {
  readonly edit: Edit | undefined;
  readonly expected: object;
}

/** Makes all changes, each to the text as it was; answers how many were possible. */
function check(changesOf: (fixture: Fixture, item: MappingNode) => readonly Change[]): number {
  let edited = 0;
  assert(
    property(fixtures, (fixture) => {
      const { syntax } = parseDocument(fixture.text, fixture);
      if (syntax.faults.length > 0) return;
      const [, before, neighbour] = itemsIn(syntax.roots);
      for (const { edit, expected } of changesOf(fixture, before as MappingNode)) {
        if (!edit) continue;
        edited += 1;
        const text = applyEdits(fixture.text, [edit]);
        const after = parseDocument(text, fixture).syntax;
        const [, item, other] = itemsIn(after.roots);
        expect(after.faults, text).toEqual([]);
        expect(valuesIn(item as MappingNode), text).toEqual(expected);
        expect(plainOf(other), text).toEqual(plainOf(neighbour));
      }
    }),
  );
  return edited;
}

/** The items of a list at the root: an anchor, a mapping, and a neighbour that must not change. */
function itemsIn([root]: readonly Node[]): readonly (Node | undefined)[] {
  return root?.kind === "sequence" ? root.items : [];
}

/** The mapping's values by key: an absent one and null are the same. */
function valuesIn({ entries }: MappingNode): Readonly<Record<string, unknown>> {
  const written = entries.filter(({ value }) => value && !isNull(value));
  return Object.fromEntries(written.map(({ key, value }) => [String(key.value), plainOf(value)]));
}

function plainOf(node: Node | undefined): unknown {
  if (!node) return null;
  if (node.kind === "scalar") return node.value;
  return node.kind === "sequence" ? node.items.map(plainOf) : valuesIn(node);
}

function without(values: Readonly<Record<string, unknown>>, key: string): object {
  return Object.fromEntries(Object.entries(values).filter(([it]) => it !== key));
}

const KEYS = ["a", "b", "c", '"d"', "'e'"] as const;
const scalars = [
  "20",
  '"20"',
  "'it''s'",
  "yes",
  "~",
  "",
  "&x 3",
  "*w",
  "!y z",
  "!!str 20",
  "${K}",
  "# c",
  "v # c",
];
const blocks = ["|-\n    z", ">\n    z\n", "[1]", "{k: 1}", "\n    k: 1", "\n  - 1"];
const flows = ["20", '"20"', "yes", "~", "", "&x 3", "*w", "[1]", "{k: 1}", '"${K}"'];
const jsons = ["20", '"20"', "true", "null", "[1]", '{"k": 1}', '"${K}"'];

const inBlock: Arbitrary<string> = tuple(
  pairs([...scalars, ...blocks], KEYS),
  constantFrom("- ", "-\n  "),
  array(constantFrom("", "\n", "  # c\n"), { minLength: 5, maxLength: 5 }),
).map(([all, dash, gaps]) => {
  const lines = all.map(([key, value], index) => `${key}: ${value}\n${gaps[index]}`);
  return `${dash}${lines.join("  ")}`;
});

const inFlow: Arbitrary<string> = tuple(
  pairs(flows, KEYS),
  constantFrom(", ", ",", ",\n    "),
  constantFrom("", " ", ", ", "\n  "),
).map(([all, comma, end]) => `- {${all.map((it) => it.join(": ")).join(comma)}${end}}\n`);

const yaml: Arbitrary<string> = tuple(
  constantFrom(inBlock, inFlow).chain((it) => it),
  constantFrom("- last\n", "- last", "- last: 1 # c\n"),
  constantFrom("\n", "\r\n", "\r"),
).map(([item, last, lineBreak]) => `- &w v\n${item}${last}`.replaceAll("\n", lineBreak));

const json: Arbitrary<string> = tuple(
  pairs(jsons, ["a", "b", "c"]),
  constantFrom(",", ", ", ",\n  "),
  boolean(),
).map(([all, comma, isSpread]) => {
  const written = all.map(([key, value]) => `"${key}": ${value}`).join(comma);
  return isSpread ? `[1, {\n  ${written}\n}, {}]` : `[1, {${written}}, {}]`;
});

const fixtures: Arbitrary<Fixture> = constantFrom("yaml", "yaml", "json").chain((language) =>
  record({ text: language === "json" ? json : yaml, language: constantFrom(language) }),
);

function pairs(
  values: readonly string[],
  keys: readonly string[],
): Arbitrary<readonly (readonly [string, string])[]> {
  return uniqueArray(tuple(constantFrom(...keys), constantFrom(...values)), {
    selector: ([key]) => key,
    minLength: 1,
    maxLength: 5,
  });
}
