import { cpuTimeOf } from "@restream-lint/testkit";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import {
  createMask,
  type Document,
  type Language,
  lint,
  parseDocument,
  parseSettings,
  redactUri,
} from "@restream-lint/core";
import { describe, expect, test } from "vitest";

const run = promisify(execFile);

// What can be survived in a warm process may end a cold one: deep recursion while the engine compiles. So each of these
// runs in a process of its own, and then all of them in one.
describe("100 000 levels are a finding, in a cold process", () => {
  const openers = ["[", "{", "- ", '{"a":', "? ", "a: [", "- [", "[{"];

  test.concurrent.each(openers.slice(0, 4).map((it) => [it]))("%j", async (opener) => {
    expect(await depthsIn([opener])).toEqual(
      ["yaml 1", "json 1", "jsonc 1"].filter(isNested(opener)),
    );
  });

  test.concurrent("one after another", async () => {
    const found = await depthsIn([...openers, ...openers]);
    expect(found).toEqual(
      [...openers, ...openers].flatMap((it) =>
        ["yaml 1", "json 1", "jsonc 1"].filter(isNested(it)),
      ),
    );
  });

  /** JSON knows no nesting but by brackets. */
  function isNested(opener: string): (line: string) => boolean {
    return (line) => line.startsWith("yaml") || /^[[{]/.test(opener);
  }

  /** The language, and how many findings of too deep nesting, of each text that has one. */
  async function depthsIn(texts: readonly string[]): Promise<string[]> {
    const script = `
      import { lint, parseDocument } from "@restream-lint/core";
      for (const opener of ${JSON.stringify(texts)}) {
        for (const language of ["yaml", "json", "jsonc"]) {
          const found = lint(parseDocument(opener.repeat(100_000), { language }));
          const deep = found.filter(({ rule }) => rule === "nested-too-deeply").length;
          if (deep > 0 || found.length === 0) console.log(language, deep);
        }
      }`;
    const flags = [
      "--import",
      "tsx",
      "--conditions=@restream-lint/source",
      "--input-type=module",
      "-e",
      script,
    ];
    const { stdout } = await run(process.execPath, flags, { cwd: join(import.meta.dirname, "..") });
    return stdout.trim().split("\n");
  }
});

/** So much of a piece that what takes time in proportion to its square would not end. */
function much(piece: string): string {
  return piece.repeat(Math.ceil(150_000 / piece.length));
}

describe("a text of one thing alone is read, or refused, before anybody asks", () => {
  test.each<[string, Language, () => string]>([
    ["a flow list", "yaml", () => `restreams: [${much("a,")}]`],
    ["a flow mapping", "yaml", () => `restreams: [{${much("a: 1,")}}]`],
    ["items", "yaml", () => `restreams:\n${much("- a\n")}`],
    ["empty items", "yaml", () => `restreams:\n${much("-\n")}`],
    ["keys", "yaml", () => much("a: b\n")],
    ["words", "yaml", () => `restreams:\n  - uri: ${much("a ")}`],
    ["lines", "yaml", () => `restreams:\n  - a: 1\n${much("\n")}`],
    ["carriage returns", "yaml", () => much("\r")],
    ["comments", "yaml", () => `restreams:\n${much("#a\n")}`],
    ["suppressions", "yaml", () => much("# restream-lint-disable-next-line no-such-rule\n")],
    [
      "suppressions in one line",
      "jsonc",
      () => `{${much("/* restream-lint-disable-next-line */")}}`,
    ],
    ["comments without an end", "jsonc", () => much("/*\n")],
    ["tabs", "yaml", () => `restreams:\n${much("\t- a: 1\n")}`],
    ["broken items", "yaml", () => `restreams:\n${much("- a: 'b\n")}`],
    ["brackets that close", "yaml", () => much("]")],
    ["documents", "yaml", () => much("---\n")],
    ["directives", "yaml", () => much("%A\n")],
    ["question marks", "yaml", () => much("?\n")],
    ["anchors", "yaml", () => `restreams:\n${much("- &a a\n")}`],
    ["a folded text", "yaml", () => `a: >\n${much("\n ")}`],
    ["conflicts", "yaml", () => much("<<<<<<< a\n=======\n>>>>>>> b\n")],
    ["dashes", "yaml", () => much("- ")],
    ["numbers", "json", () => `[${much("1,")}1]`],
    ["objects", "json", () => `[${much("{},")}{}]`],
    ["fields", "json", () => `{${much('"a":1,')}"a":1}`],
    ["quotes", "json", () => `[${much('"\n')}`],
    ["comments in JSON", "json", () => `[${much("//\n")}`],
    ["open comments", "jsonc", () => much("/*")],
    ["colons", "jsonc", () => much(":")],
    ["names without a colon", "jsonc", () => `{${much('"a" ')}`],
  ])("%s", (_, language, text) => {
    expect(survives(parseDocument(text(), { language }))).toBe(true);
  });
});

describe("20 MB on one line", () => {
  test.each<[string, Language, (long: string) => string]>([
    ["plain", "yaml", (long) => `restreams:\n  - uri: rtmp://h.acme.net/live/${long}\n`],
    ["single quotes", "yaml", (long) => `restreams:\n  - uri: 'rtmp://h.acme.net/live/${long}'\n`],
    ["double quotes", "yaml", (long) => `restreams:\n  - uri: "rtmp://h.acme.net/live/${long}"\n`],
    ["flow style", "yaml", (long) => `restreams: [{uri: rtmp://h.acme.net/live/${long}}]\n`],
    [
      "an SRT query",
      "yaml",
      (long) => `restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&streamid=${long}\n`,
    ],
    ["a host", "yaml", (long) => `restreams:\n  - uri: rtmp://${long}/live/k\n`],
    ["a name", "yaml", (long) => `restreams:\n  - name: ${long}\n    uri: x\n`],
    ["a key", "yaml", (long) => `restreams:\n  - ${long}: x\n`],
    ["a comment", "yaml", (long) => `restreams:\n  - uri: x # ${long}\n`],
    ["JSON", "json", (long) => `{"restreams":[{"uri":"rtmp://h.acme.net/live/${long}"}]}`],
    ["a word in JSON", "json", (long) => `{"restreams":[{"uri":${long}}]}`],
  ])("%s", (_, language, text) => {
    expect(survives(parseDocument(text("a".repeat(20_000_000)), { language }))).toBe(true);
  });

  test.each([
    "a",
    "/",
    ":",
    "?",
    "&",
    "a=",
    "&a=b",
    "${A}",
    "$",
    "{",
    "%20",
    " ",
    "&amp;",
    "\\u0026",
    "@",
    "#",
    "[",
    ".",
  ])("a URI of %j alone", (piece) => {
    for (const start of ["rtmp://", "rtmps://h.acme.net/", "srt://h.acme.net:9000?", ""]) {
      const uri = start + piece.repeat(200_000 / piece.length);
      const document = parseDocument(JSON.stringify([{ uri, stream_id: 1 }]), { language: "json" });
      expect(survives(document)).toBe(true);
      expect(redactUri(uri).length).toBeLessThanOrEqual(3 * uri.length);
    }
  });
});

describe("aliases", () => {
  test("a bomb of them is a finding", () => {
    const levels = Array.from(
      { length: 30 },
      (_, it) => `a${it + 1}: &a${it + 1} [${`*a${it},`.repeat(9)}]\n`,
    );
    const document = parseDocument(`a0: &a0 [x]\n${levels.join("")}restreams: *a30\n`);
    expect(survives(document)).toBe(true);
    expect(document.syntax.faults.map(({ message }) => message)).toContain(
      "Aliases multiply the document: written out, it would be too large",
    );
  });

  test.each([
    ["an alias in its own anchor", "restreams: &a\n  - *a\n"],
    ["a merge into itself", "restreams:\n  - &a\n    <<: *a\n"],
    ["two that merge each other", "x: &a\n  <<: *b\ny: &b\n  <<: *a\nrestreams: [*a, *b]\n"],
  ])("%s is a finding", (_, text) => {
    const document = parseDocument(text);
    expect(survives(document)).toBe(true);
    expect(document.syntax.faults).not.toEqual([]);
  });

  test.each([
    [
      "a long chain of merges",
      (n: number) =>
        Array.from({ length: n }, (_, it) => `- &a${it + 1} {<<: *a${it}, k${it}: 1}\n`).join(""),
    ],
    ["many merges of a large mapping", (n: number) => "- <<: *a0\n".repeat(n)],
    ["one merge of many mappings", (n: number) => `- <<: [${"*a0,".repeat(n)}]\n`],
    ["the same restream, many times", (n: number) => "- *a0\n".repeat(n)],
  ])("%s", (_, items) => {
    const base = Array.from({ length: 1000 }, (__, it) => `b${it}: 1`).join(", ");
    expect(survives(parseDocument(`x-a: &a0 {${base}}\nrestreams:\n${items(10_000)}`))).toBe(true);
  });
});

describe("40 000 keys", () => {
  const keys = Array.from({ length: 40_000 }, (_, it) => `key${it}`);

  test.each<[string, Language, string]>([
    [
      "in a block mapping",
      "yaml",
      `restreams:\n  - uri: x\n${keys.map((it) => `    ${it}: 1\n`).join("")}`,
    ],
    ["in a flow mapping", "yaml", `restreams: [{${keys.map((it) => `${it}: 1`).join(", ")}}]\n`],
    [
      "in JSON",
      "json",
      JSON.stringify({ restreams: [Object.fromEntries(keys.map((it) => [it, 1]))] }),
    ],
    ["all the same", "json", `{"restreams":[{${keys.map(() => '"a":1').join(",")}}]}`],
    ["at the root", "yaml", keys.map((it) => `${it}: 1\n`).join("")],
    [
      "with the names of fields",
      "yaml",
      `restreams:\n  - uri: x\n${"    urii: 1\n".repeat(40_000)}`,
    ],
  ])("%s", (_, language, text) => {
    expect(survives(parseDocument(text, { language }))).toBe(true);
  });
});

describe("settings of one thing alone", () => {
  const lines = (count: number, line: (it: number) => string) =>
    Array.from({ length: count }, (_, it) => line(it)).join("");

  test.each<[string, string, number]>([
    ["unknown fields", lines(100_000, (it) => `key${it}: 1\n`), 10_000],
    [
      "unknown fields of a target",
      `targets:\n  - host: h.acme.net\n${lines(100_000, (it) => `    key${it}: 1\n`)}`,
      10_000,
    ],
    ["unknown rules", `rules:\n${lines(100_000, (it) => `  rule${it}: off\n`)}`, 10_000],
    ["unknown severities", `rules:\n${lines(50_000, (it) => `  rule${it}: of\n`)}`, 20_000],
    ["the same field", "extends: all\n".repeat(100_000), 10_000],
    ["entries to ignore", `ignore:\n${lines(50_000, (it) => `  - rule: rule${it}\n`)}`, 10_000],
    ["empty entries", `ignore:\n${"  - {}\n".repeat(50_000)}`, 10_000],
    ["globs", `files:\n${"  - a\n".repeat(100_000)}`, 1],
    ["broken globs", `files:\n${"  - (a\n".repeat(100_000)}`, 10_000],
    ["overrides", `overrides:\n${"  - { files: a, rules: {} }\n".repeat(20_000)}`, 0],
  ])("%s", (_, text, count) => {
    const took = cpuTimeOf(() => {
      expect(parseSettings(text).diagnostics).toHaveLength(count);
    });
    expect(took).toBeLessThan(5000);
  });

  test("an error after what is too much is still said", () => {
    const { settings, diagnostics } = parseSettings(
      `${lines(20_000, (it) => `key${it}: 1\n`)}extends: strcit\n`,
    );
    expect(settings).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === "error")).toHaveLength(1);
  });
});

test.each<[Language, string]>([
  [
    "json",
    '[{"__proto__": {"uri": "x"}, "constructor": 1, "toString": false, "hasOwnProperty": []}]',
  ],
  [
    "json",
    '{"restreams": [{"__proto__": 1, "uri": "rtmp://h.acme.net/live/k", "stream_id": 1}], "__proto__": []}',
  ],
  [
    "yaml",
    "restreams:\n  - __proto__: { uri: x }\n    constructor: 1\n    toString: ''\n    valueOf: []\n",
  ],
  [
    "yaml",
    "__proto__: 1\nconstructor:\n  - 1\nrestream:\n  toString: 1\n  __proto__:\n    stream_id: 1\n",
  ],
])("names of Object's own are names like others (%s: %s)", (language, text) => {
  const document = parseDocument(text, { language });
  expect(survives(document)).toBe(true);
  const unknown = lint(document).filter(({ rule }) => rule === "unknown-field");
  const names = text.match(/__proto__|constructor|toString|hasOwnProperty|valueOf/g);
  expect(unknown).toHaveLength(names?.length ?? 0);
});

/** Whether a document can be linted and shown; the test's time limit is the judge of how fast. */
function survives(document: Document): boolean {
  const findings = lint(document);
  const mask = createMask(document);
  for (const { range } of findings.slice(0, 100)) {
    const end = Math.min(range.end, range.start + 1000);
    if (mask({ start: range.start, end }).length !== end - range.start) return false;
  }
  return true;
}
