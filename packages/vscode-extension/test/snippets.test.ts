import {
  isRestreamDocument,
  type Language,
  lint,
  literalSecretsIn,
  parseDocument,
  parseSettings,
  rules,
} from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { type Choose, filledInSnippet } from "./filled-in-snippet.ts";
import { extensionFile, MANIFEST } from "./manifest.ts";
import { plainValue } from "./plain-value.ts";

interface Snippet {
  readonly prefix: string;
  readonly isFileTemplate: boolean;
  readonly description: string;
  readonly body: readonly string[];
}

const YAML = snippetsIn("snippets/restreams.yaml.code-snippets", "yaml");
const JSONS = snippetsIn("snippets/restreams.json.code-snippets", "json");
const ALL = [...YAML, ...JSONS];
const DOCUMENTS = ALL.filter((it) => !isSettings(it));

function isSettings({ prefix }: Pick<Snippet, "prefix">): boolean {
  return prefix === "restream-settings";
}

function snippetsIn(path: string, language: Language) {
  const byName: Readonly<Record<string, Snippet>> = JSON.parse(extensionFile(path));
  return Object.entries(byName).map(([name, it]) => ({
    ...it,
    name,
    language,
    place: `${it.prefix} in ${language}`,
    text: it.body.join("\n"),
  }));
}

/** What is wrong with a filled-in snippet; what is merely worth knowing is not. */
function wrongIn(text: string, language: Language): readonly string[] {
  return lint(parseDocument(text, { language }))
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, message }) => `${rule}: ${message}`);
}

describe("a snippet's defaults", () => {
  test.each(DOCUMENTS)("make a document without a fault: $place", ({ text, language }) => {
    const filled = filledInSnippet(text);
    const document = parseDocument(filled, { language });
    expect(isRestreamDocument(document)).toBe(true);
    expect(document.restreams.length).toBeGreaterThan(0);
    expect(wrongIn(filled, language)).toEqual([]);
    expect(literalSecretsIn(document)).toEqual([]);
  });

  test.each(ALL.filter(isSettings))(
    "make settings without a fault: $place",
    ({ text, language }) => {
      const { settings, diagnostics } = parseSettings(filledInSnippet(text), { language });
      expect(diagnostics).toEqual([]);
      expect(settings?.targets).toHaveLength(1);
    },
  );

  test("say the same in YAML and JSON", () => {
    const valuesOf = (snippets: typeof ALL) =>
      snippets.map(({ name, prefix, text, language }) => {
        const [root] = parseDocument(filledInSnippet(text), { language }).syntax.roots;
        return { name, prefix, value: plainValue(root) };
      });
    expect(valuesOf(YAML)).toEqual(valuesOf(JSONS));
  });
});

describe("a snippet's choices", () => {
  // Which targets a protocol reaches, and which codecs, is for a person to see; a word that no field takes is a mistake here.
  const groups = new Map(rules.map(({ id, group }) => [id, group]));
  test.each(ALL)("are words that the fields take: $place", ({ prefix, text, language }) => {
    for (const index of [0, 1, 2, 3]) {
      const filled = filledInSnippet(text, (words) => words[index] ?? words[0]);
      const found = isSettings({ prefix })
        ? parseSettings(filled, { language }).diagnostics
        : lint(parseDocument(filled, { language }));
      expect(found.filter(({ rule }) => groups.get(rule) === "document")).toEqual([]);
    }
  });

  const withLatency = DOCUMENTS.filter(({ text }) => text.includes("latency="));
  test.each(withLatency)("are the same latency in each unit: $place", ({ text, language }) => {
    for (const index of [0, 1, 2]) {
      const choose: Choose = (words) =>
        /^(?:us|2000000)$/.test(words[0] ?? "") ? words[index] : words[0];
      expect(wrongIn(filledInSnippet(text, choose), language)).toEqual([]);
    }
  });
});

describe("snippets", () => {
  test("begin new files, and say so: inside a document the language server offers restreams", () => {
    for (const { prefix, isFileTemplate, description } of ALL) {
      expect(prefix).toMatch(/^restream-[a-z-]+$/);
      expect(isFileTemplate).toBe(true);
      expect(description).toMatch(/^The whole of a new file/);
    }
  });

  test("have prefixes of their own", () => {
    const prefixes = YAML.map(({ prefix }) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  test("are there for each language", () => {
    expect(MANIFEST.contributes.snippets).toEqual([
      { language: "yaml", path: "./snippets/restreams.yaml.code-snippets" },
      { language: "json", path: "./snippets/restreams.json.code-snippets" },
      { language: "jsonc", path: "./snippets/restreams.json.code-snippets" },
    ]);
  });
});

describe("filling in", () => {
  test.each([
    ["a $1b$0", "a b"],
    ["${1:x}-$1-${1}", "x-x-x"],
    ["$1-${1:x}", "x-x"],
    ["${1|us,ms|}", "us"],
    ["${1|a\\,b,c|}", "a,b"],
    ["\\${KEY}", "${KEY}"],
    ["\\${${1:KEY}}", "${KEY}"],
    ["${1:a ${2:b} $2}", "a b b"],
    ["${1:a\\}b}", "a}b"],
    ["{ x }", "{ x }"],
  ])("%s", (body, expected) => {
    expect(filledInSnippet(body)).toBe(expected);
  });

  test.each(["${1:x", "${KEY}", "$KEY", "${1|a,b}", "${1:a}${1:b}"])("not %s", (body) => {
    expect(() => filledInSnippet(body)).toThrow();
  });
});
