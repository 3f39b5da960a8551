import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { extensionFile, MANIFEST } from "./manifest.ts";

// The extension's page speaks of what is there.

const PAGE = extensionFile("README.md");

/** What stands in the first column of a table, by what its first column is called. */
function firstColumn(title: string): readonly (string | undefined)[] {
  const [, rows = ""] =
    new RegExp(`^\\| ${title} +\\|.*\\n\\|[-| ]+\\n((?:\\|.*\\n)+)`, "m").exec(PAGE) ?? [];
  return Array.from(rows.matchAll(/^\| (.+?) +\|/gm), ([, it]) => it);
}

test("all settings are listed", () => {
  const settings = Object.keys(MANIFEST.contributes.configuration.properties);
  expect(firstColumn("setting")).toEqual(settings.map((it) => `\`${it}\``));
});

test("all commands are listed, as they are called", () => {
  const titles = MANIFEST.contributes.commands.map(({ title }) => title);
  expect(new Set(firstColumn("command"))).toEqual(new Set(titles));
});

test("links lead somewhere", () => {
  const links = Array.from(PAGE.matchAll(/(?<!!)\[[^\]]*\]\((?!https:)([^)]+)\)/g), ([, it]) => it);
  expect(links.length).toBeGreaterThan(4);
  expect(links.filter((it) => !existsSync(join(import.meta.dirname, "..", it ?? "")))).toEqual([]);
});

test("pictures are those that the real editor is seen in, and say what they show", () => {
  const pictures = Array.from(PAGE.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g));
  expect(pictures.map(([, , path]) => path)).toEqual(
    ["problems", "rule-page", "quick-fix", "hover", "completion", "plan"].map(
      (it) => `../../docs/images/${it}.png`,
    ),
  );
  for (const [, words = ""] of pictures) expect(words.length).toBeGreaterThan(40);
});
