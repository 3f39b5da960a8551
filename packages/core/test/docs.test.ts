import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Diagnostic,
  isRestreamDocument,
  type Language,
  lint,
  parseDocument,
  parseSettings,
  SETTINGS_FILES,
} from "@restream-lint/core";
import { describe, expect, test } from "vitest";

// What people copy from the pages is right, and what a page says of it is true.

const ROOT = join(import.meta.dirname, "../../..");
const PAGES = [
  "README.md",
  "docs/getting-started.md",
  "docs/suppression.md",
  "docs/secrets.md",
  "docs/latency.md",
  "docs/pre-commit.md",
  "docs/github.md",
  "docs/gitlab.md",
  "docs/ci.md",
  "docs/library.md",
  ...readdirSync(join(ROOT, "packages")).map((it) => `packages/${it}/README.md`),
];

/**
 * A block, and above it a comment that readers do not see, with all that linting finds in it:
 * `<!-- lint: unusual-port, srt-not-caller suppressed -->`. Without one, nothing is found.
 */
const BLOCK = /(?:^<!-- lint: (.+) -->\n)?^```(yaml|jsonc?)\n([^]*?)^```$/gm;

interface Block {
  /** Of its first line. */
  readonly place: string;
  /** A file that its first line names: `# .restream-lint.yaml`. */
  readonly file: string | undefined;
  readonly language: Language;
  readonly text: string;
  readonly expected: string;
}

const blocks = PAGES.flatMap(blocksIn);
const documents = blocks.filter(({ file }) => file === undefined);
const settings = blocks.filter(({ file = "" }) => SETTINGS_FILES.includes(file));

function blocksIn(page: string): Block[] {
  const source = textOf(page);
  return Array.from(source.matchAll(BLOCK), (match) => {
    const [all, expected = "", language, text = ""] = match;
    const start = match.index + all.indexOf("```");
    const line = source.slice(0, start).split("\n").length + 1;
    const file = /^# (\.\S+)$/m.exec(text.split("\n")[0] ?? "")?.[1];
    return { place: `${page}:${line}`, file, language: language as Language, text, expected };
  });
}

/** Nothing for a package without a page. */
function textOf(page: string): string {
  try {
    return readFileSync(join(ROOT, page), "utf8");
  } catch {
    return "";
  }
}

describe("documents on the pages", () => {
  test.each(documents)("$place", ({ text, language, expected }) => {
    expect(isRestreamDocument(parseDocument(text, { language }))).toBe(true);
    expect(saidOf(text, language)).toBe(expected);
  });

  test("are found, with what is said of them", () => {
    const pages = new Set(documents.map(({ place }) => place.split(":")[0]));
    expect([...pages]).toEqual([
      "README.md",
      "docs/getting-started.md",
      "docs/suppression.md",
      "docs/secrets.md",
      "docs/latency.md",
    ]);
    const announced = PAGES.flatMap((page) => textOf(page).match(/<!-- lint:/g) ?? []);
    expect(documents.filter(({ expected }) => expected !== "")).toHaveLength(announced.length);
  });
});

test.each(settings)("settings at $place", ({ text }) => {
  expect(parseSettings(text).diagnostics).toEqual([]);
});

/** The rules that find something, in the order of the text; those that comments silence, after saying so. */
function saidOf(text: string, language: Language): string {
  const foundIn = (it: string) => lint(parseDocument(it, { language }));
  const heard = new Set(foundIn(text).map(keyOf));
  // Without the comments there is nothing about them either.
  const mute = foundIn(text.replaceAll("restream-lint-", "restream.lint-"));
  const about = foundIn(text).filter((it) => !mute.some((other) => keyOf(other) === keyOf(it)));
  return [...mute, ...about]
    .toSorted((a, b) => a.range.start - b.range.start)
    .map((it) => (heard.has(keyOf(it)) ? it.rule : `${it.rule} suppressed`))
    .join(", ");
}

function keyOf({ rule, range }: Diagnostic): string {
  return `${rule} ${range.start} ${range.end}`;
}
