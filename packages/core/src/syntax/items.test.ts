import { describe, expect, test } from "vitest";
import { cutItems } from "./items.ts";

describe("cutItems", () => {
  test.each([
    ["restreams:\n  - a: 1\n    b: 2\n  - c: 3\n", ["  - a: 1\n    b: 2\n", "  - c: 3\n"]],
    ["restreams:\n- a: 1\n\n# of b\n- b: 2\nx: 3\n", ["- a: 1\n\n# of b\n", "- b: 2\n"]],
    ["x: 1\nrestreams : # all\r\n  - a\r\n  -\r\n", ["  - a\r\n", "  -\r\n"]],
    ["---\n# all\n- a\n- b", ["- a\n", "- b"]],
    // What is indented less belongs to the item, and is its fault.
    ["restreams:\n  - a: 1\n b: 2\n  - c: 3\n", ["  - a: 1\n b: 2\n", "  - c: 3\n"]],
    ["restreams:\n  - a: 1\nb\n  - c: 3\n", ["  - a: 1\nb\n", "  - c: 3\n"]],
    ["restreams:\n  - a: 1\n\t- b: 2\n  - c: 3\n", ["  - a: 1\n", "\t- b: 2\n", "  - c: 3\n"]],
    // Deeper dashes are no items.
    ["restreams:\n  - a:\n    - 1\n    - 2\n", ["  - a:\n    - 1\n    - 2\n"]],
    // Comments may hold what looks like an alias.
    ["# *** all ***\nrestreams:\n  - a: b # *not* an alias\n", undefined],
    ["# *** all ***\nrestreams:\n  # !important\n  - a: b\n", ["  - a: b\n"]],
  ])("cuts %j into %j", (text, items) => {
    const cut = cutItems(text);
    expect(cut?.items.map(({ start, end }) => text.slice(start, end))).toEqual(items);
    if (!cut) return;
    expect(cut.head).toHaveLength(text.length);
    const last = cut.items.at(-1);
    const start = cut.key?.end ?? 0;
    expect(cut.head.slice(0, start)).toBe(text.slice(0, start));
    expect(cut.head.slice(last?.end)).toBe(text.slice(last?.end));
  });

  test.each([
    "",
    "restreams:\n",
    "restreams: []\n",
    "restreams:#\n  - a\n",
    "restreams:\n  a: 1\n",
    "  restreams:\n    - a\n",
    "restreams:\n  - &a 1\n",
    "restreams:\n  - {a: *b}\n",
    "restreams:\n  - !x a\n",
    "restreams:\n  - a\n---\n- b\n",
    "restreams:\n  - a\n...\n",
    "%YAML 1.2\n---\n- a\n",
    "restreams:\n  - a\n? b\n",
    "restreams:\n\t- a\n",
    "a: 1\n- b\n",
  ])("leaves %j whole", (text) => {
    expect(cutItems(text)).toBeUndefined();
  });
});
