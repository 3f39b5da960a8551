import { array, assert, constantFrom, option, property, record } from "fast-check";
import { expect, test } from "vitest";
import { Ascending } from "./ascending.ts";
import type { FineItem } from "./fine-items.ts";
import { visitYaml } from "./fine-yaml.ts";
import { Seen } from "./seen.ts";

/** `1 Main A` has the stream 1, the name `Main`, and the variable `A` for a key; ` s` at the end makes it RTMPS. */
function itemsOf(written: readonly string[]): readonly FineItem[] {
  const lines = written.map((it) => {
    const [id, name, variable, secure] = it.split(" ");
    const server = secure ? "rtmps://live-api-s.facebook.com:443/rtmp" : "rtmp://h.acme.net/live";
    const named = name === "-" ? "" : `  name: "${name}"\n`;
    return `- stream_id: ${id}\n${named}  uri: ${server}/\${${variable}}\n`;
  });
  const items: FineItem[] = [];
  const isWhole = visitYaml(`restreams:\n${lines.join("")}`, (_, item) => items.push(item) > 0);
  if (!isWhole) throw new Error(`no items: ${lines.join("")}`);
  return items;
}

/** Whether each is told apart from all others. */
function areApart(restreams: Ascending | Seen, items: readonly FineItem[]): boolean {
  return items.every((it) => restreams.add(it)) && restreams.areApart;
}

test.each<[string, boolean]>([
  ["1 - A, 1 - B, 2 - C", true],
  ["1 - A9, 1 - A10", true],
  ["1 Main A, 2 Main B", true],
  ["1 B A, 2 A B", true],
  ["1 - A, 2 - A", false],
  ["1 - B, 2 - A", false],
  ["2 - A, 1 - B", false],
  ["1 Main A, 1 Main B", false],
  // A restream without a name forgets none of those before.
  ["1 Main A, 1 - B, 1 Main C", false],
  ["1 Main A, 2 - B, 2 Main C", true],
  ["1 - A, 1 - B s", false],
  ["1 - A, 2 - B s, 2 - C", false],
])("knows by their order that %s are apart: %s", (written, expected) => {
  const ascending = new Ascending();
  expect(areApart(ascending, itemsOf(written.split(", ")))).toBe(expected);
  expect(ascending.areApart).toBe(expected);
});

test("what is apart by its order is apart, and has the same keys", () => {
  const restream = record({
    id: constantFrom("1", "2", "10"),
    name: option(constantFrom("A", "B", "A1"), { nil: "-" }),
    variable: constantFrom("A", "B", "A1", "A10", "A9:?x"),
    isSecure: constantFrom("", "", "", " s"),
  }).map(({ id, name, variable, isSecure }) => `${id} ${name} ${variable}${isSecure}`);
  assert(
    property(array(restream, { minLength: 1, maxLength: 5 }), (written) => {
      const items = itemsOf(written);
      const [ascending, seen] = [new Ascending(), new Seen()];
      if (!areApart(ascending, items)) return;
      expect(areApart(seen, items)).toBe(true);
      expect(ascending.keys()).toEqual(seen.keys());
    }),
  );
});
