import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../apply-fixes.ts";
import { HOMEPAGE } from "../homepage.ts";
import { type Diagnostic, lint } from "../lint.ts";
import { rules } from "./index.ts";

const FILES = readdirSync(import.meta.dirname);

test("every rule file is registered, and every rule has a table", () => {
  const ids = rules.map(({ id }) => id).toSorted();
  const files = FILES.filter((it) => it.endsWith(".ts") && !/^index\.|\.test\./.test(it));
  expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`));
  expect(FILES).toEqual(expect.arrayContaining(ids.map((id) => `${id}.test.ts`)));
});

test("the homepage is the project's", () => {
  const root = readFileSync(join(import.meta.dirname, "../../../../package.json"), "utf8");
  expect(JSON.parse(root)).toMatchObject({ homepage: HOMEPAGE });
});

describe.each(rules)("$id", (rule) => {
  const { id, docs, offers } = rule;

  test("has an id, and docs that say why, with sources", () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/);
    expect(docs.summary).toMatch(/^[A-Z"`].*[^.]$/);
    expect(docs.rationale.trim()).toMatch(/\.$/);
    expect(docs.valid.length).toBeGreaterThan(0);
    expect(docs.sources.length).toBeGreaterThan(0);
    // Its example would be 64 MiB long.
    if (id !== "file-too-large") expect(docs.invalid.length).toBeGreaterThan(0);
  });

  test.each(docs.invalid)(
    "reports its example once, and nothing else is wrong with it: %j",
    (text) => {
      const found = lint(parseFixture(text)).filter(
        ({ severity }) => severity !== "info" || rule.severity === "info",
      );
      expect(found.map((it) => it.rule)).toEqual([id]);
    },
  );

  test.each(docs.valid)("accepts its example: %j", (text) => {
    expect(lint(parseFixture(text), {}, [rule])).toEqual([]);
  });

  test("offers what it says it offers", () => {
    const offered = new Set(
      docs.invalid
        .flatMap(own)
        .flatMap(({ fixes }) => fixes.map(({ safe }) => (safe ? "fix" : "suggestions"))),
    );
    if (docs.invalid.length > 0)
      expect([...offered].includes(offers ?? "fix")).toBe(offers !== undefined);
  });

  test.each(docs.invalid)("is mended for good: %j", (text) => {
    const once = applyFixes(parseFixture(text));
    const twice = applyFixes(once.document);
    expect(twice.applied).toBe(0);
    expect(twice.document.text).toBe(once.document.text);
    if (own(text).some(({ fixes }) => fixes.some(({ safe }) => safe)))
      expect(own(once.document.text)).toEqual([]);
  });

  test.each([...docs.invalid, ...docs.valid])("never repeats a secret: %j", (text) => {
    for (const planted of plantings(text)) {
      expect(JSON.stringify(lint(parseFixture(planted))), planted).not.toContain("CANARY");
    }
  });

  function own(text: string): Diagnostic[] {
    return lint(parseFixture(text), {}, [rule]);
  }
});

const CANARY = "s3cr3t-CANARY-8f2k";

/** A document with a secret in the place of each of its words in turn, and beside each of them; keys aside. */
function* plantings(text: string): Iterable<string> {
  const words = /[\w$.-]+"?:(?=\s|$)|[^\s:/?#[\]@&={}",<>]+/gm;
  for (const { index, 0: word } of text.matchAll(words)) {
    if (word.endsWith(":")) continue;
    const after = text.slice(index + word.length);
    yield text.slice(0, index) + CANARY + after;
    yield text.slice(0, index) + word + CANARY + after;
  }
}
