import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { applyFixes } from "../apply-fixes.ts";
import { languageOfText } from "../file-name.ts";
import { HOMEPAGE } from "../homepage.ts";
import { lint } from "../lint.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { RuleGroup } from "../rule.ts";
import { type Node, type ScalarNode, valueOf } from "../syntax/node.ts";
import { rules } from "./index.ts";

const GROUPS: readonly RuleGroup[] = ["document", "uri", "rtmp", "srt", "gcore", "suppression"];
/** A document of more than 64 MB is no example. */
const WITHOUT_EXAMPLE = "file-too-large";

describe("the registry", () => {
  const files = readdirSync(import.meta.dirname);

  test("holds every rule of the directory, once", () => {
    const named = files
      .filter((it) => /^(?!index\.)[^.]+\.ts$/.test(it))
      .map((it) => it.slice(0, -3));
    expect(rules.map(({ id }) => id).toSorted()).toEqual(named.toSorted());
  });

  test("lists the rules by group", () => {
    const groups = rules.map(({ group }) => GROUPS.indexOf(group));
    expect(groups).toEqual(groups.toSorted((a, b) => a - b));
  });

  test("links to the repository's homepage", () => {
    const root = join(import.meta.dirname, "../../../../package.json");
    const { homepage } = JSON.parse(readFileSync(root, "utf8")) as { homepage: string };
    expect(HOMEPAGE).toBe(homepage);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const { invalid, valid, summary, rationale, sources } = rule.docs;

  test("has an ID in kebab-case and a table", () => {
    expect(id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
    expect(existsSync(join(import.meta.dirname, `${id}.test.ts`))).toBe(true);
  });

  test("is documented", () => {
    expect(summary).toMatch(/^\S.*[^.\s]$/);
    expect(rationale.length).toBeGreaterThan(summary.length);
    expect(sources.every((it) => it.trim() !== "") && sources.length > 0).toBe(true);
    expect(valid).not.toHaveLength(0);
    if (id !== WITHOUT_EXAMPLE) expect(invalid).not.toHaveLength(0);
  });

  test.each(invalid)("says one thing of %j, and no other rule has more than an info", (text) => {
    const found = lint(parseFixture(text)).filter((it) => it.rule === id || it.severity !== "info");
    expect(found.map((it) => it.rule)).toEqual([id]);
    for (const { message } of found) expect(message).toMatch(/^\S[^\n]*[^.\s]$/);
  });

  test.each(valid)("accepts %j", (text) => {
    expect(lint(parseFixture(text), {}, [rule])).toEqual([]);
  });

  test("offers what it says that it offers", () => {
    const fixes = invalid.flatMap((text) =>
      lint(parseFixture(text), {}, [rule]).flatMap((it) => it.fixes),
    );
    const offered = new Set(fixes.map(({ safe }) => (safe ? "fix" : "suggestions")));
    expect(rule.offers === undefined || offered.has(rule.offers)).toBe(true);
    if (rule.offers !== "fix") expect(offered.has("fix")).toBe(false);
    if (rule.offers === undefined) expect(offered.size).toBe(0);
    for (const { title, edits } of fixes) {
      expect(title).toMatch(/^[A-Z"][^\n]*[^.\s]$/);
      expect(edits).not.toHaveLength(0);
    }
  });

  test.each([...invalid, ...valid])("fixes of %j come to an end", (text) => {
    for (const unsafe of [false, true]) {
      const { document } = applyFixes(parseFixture(text), {}, { unsafe });
      expect(applyFixes(document, {}, { unsafe })).toEqual({ document, applied: 0, edits: [] });
    }
  });

  test.each([...invalid, ...valid])("every prefix of %j can be linted", (text) => {
    const step = Math.ceil(text.length / 300);
    for (let end = 0; end <= text.length; end += step) lint(parseFixture(text.slice(0, end)));
  });

  test.each([...invalid, ...valid])("no rule repeats a secret in %j", (text) => {
    for (const planted of withCanaries(text)) {
      const said = lint(parseFixture(planted)).map(spoken);
      const telling = said.find((it) => it.includes(CANARY));
      expect(telling, planted).toBeUndefined();
    }
  });
});

/** No word of any enumeration, no number, no name of a field. */
const CANARY = "Xq7Canary9Z";

/** All that a diagnostic says, in JSON. The rule's page is always the same. */
function spoken({ message, fixes, related, path }: Diagnostic): string {
  return JSON.stringify({ message, fixes, related, path });
}

/** The text with a secret in the place of each value in turn, in each part of each URI, and after it; as it is, and as JSON. */
function* withCanaries(text: string): Iterable<string> {
  const { syntax } = parseFixture(text);
  yield text.replaceAll(/stream_id|latency_unit/g, CANARY);
  for (const { node, key } of scalarsIn(syntax.roots)) {
    const { start, end } = node.range;
    if (node.style === "block" || start === end) continue;
    for (const value of key === "uri"
      ? urisWith(String(node.value))
      : [CANARY, `${CANARY} ${CANARY}`]) {
      yield text.slice(0, start) + written(value, node) + text.slice(end);
    }
  }
  if (languageOfText(text) !== "yaml" || syntax.faults.length > 0 || syntax.roots.length !== 1)
    return;
  const json = JSON.stringify(plain(syntax.roots[0]), undefined, 1);
  if (/^[{[]/.test(json)) yield* withCanaries(json);
}

function* urisWith(uri: string): Iterable<string> {
  yield CANARY;
  for (const { index, 0: word } of uri.matchAll(/[^:/?#&=@,\s[\]]+/g)) {
    // Nobody can tell that a host is none.
    const isHost = uri.slice(0, index).endsWith("//");
    if (isHost) continue;
    yield uri.slice(0, index) + CANARY + uri.slice(index + word.length);
    yield `${uri.slice(0, index)}\${KEY:-${CANARY}}${uri.slice(index + word.length)}`;
  }
  yield uri.replace("//", `//${CANARY}:${CANARY}@`);
  yield uri.replace(/^(\w+:\/\/[^/?:]*)(:\d+)?/, `$1:${CANARY}`);
  for (const end of [
    "/",
    "?",
    "?a=",
    "&a=",
    "&passphrase=",
    "&latency=",
    "&amp;b=",
    "#",
    " ",
    "%zz",
    "${",
    "&",
    "?mode=",
    ",",
  ]) {
    yield uri + end + CANARY;
  }
}

/** A value in the notation of the scalar that it replaces. */
function written(value: string, { style }: ScalarNode): string {
  if (style === "double" || typeof value !== "string") return JSON.stringify(value);
  if (style === "single") return `'${value.replaceAll("'", "''")}'`;
  return value;
}

function* scalarsIn(nodes: readonly Node[], key = ""): Iterable<{ node: ScalarNode; key: string }> {
  for (const node of nodes) {
    if (node.kind === "scalar") yield { node, key };
    else if (node.kind === "sequence") yield* scalarsIn(node.items, key);
    else
      for (const { key: name, value } of node.entries)
        if (value) yield* scalarsIn([value], String(name.value));
  }
}

function plain(node: Node | undefined): unknown {
  if (node?.kind === "sequence") return node.items.map(plain);
  if (node?.kind !== "mapping") return node?.value;
  const names = node.entries.map(({ key }) => String(key.value));
  return Object.fromEntries(names.map((name) => [name, plain(valueOf(node, name))]));
}
