import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The repository's root, absolute; all paths of pages and files are relative to it. */
export const ROOT: string = join(import.meta.dirname, "../..");

/** A page of the site: its label in the navigation, and its source. */
export type Entry = readonly [label: string, source: string];

/** Pages under one heading of the navigation. */
export type Group = readonly [heading: string, entries: readonly Entry[]];

/** What comes first, before the rules. */
export const BEGIN: Group = [
  "Begin",
  [
    ["What it is", "README.md"],
    ["Getting started", "docs/getting-started.md"],
    ["Mistakes, one by one", "examples/catalogue/README.md"],
  ],
];

/** What comes after the rules, by what people want to do. */
export const GROUPS: readonly Group[] = [
  [
    "Documents",
    [
      ["Fields", "docs/fields.md"],
      ["Secrets and placeholders", "docs/secrets.md"],
      ["SRT latency", "docs/latency.md"],
    ],
  ],
  [
    "Use it",
    [
      ["In everyday work", "docs/workflow.md"],
      ["VS Code", "packages/vscode-extension/README.md"],
      ["Other editors", "docs/editors.md"],
      ["pre-commit", "docs/pre-commit.md"],
      ["GitHub Actions", "docs/github.md"],
      ["GitLab CI", "docs/gitlab.md"],
      ["Any CI", "docs/ci.md"],
      ["Submit to Gcore", "docs/submit.md"],
      ["In the shell", "docs/shells.md"],
      ["Any number of restreams", "docs/scale.md"],
      ["From code", "docs/library.md"],
    ],
  ],
  [
    "Adjust it",
    [
      ["Settings", "docs/settings.md"],
      ["Suppress findings", "docs/suppression.md"],
    ],
  ],
  [
    "Look it up",
    [
      ["Command line", "docs/cli.md"],
      ["Output formats", "docs/formats.md"],
    ],
  ],
  [
    "The project",
    [
      ["Security", "SECURITY.md"],
      ["Changes", "CHANGELOG.md"],
      ["Benchmarks", "docs/benchmarks.md"],
      ["Contributing", "CONTRIBUTING.md"],
      ["Architecture", "ARCHITECTURE.md"],
    ],
  ],
];

/** All rules, in a group for each heading of their index, in its order. */
export const RULES: readonly Group[] = readSource("docs/rules/README.md")
  .split(/^## /m)
  .slice(1)
  .map((section) => [
    section.slice(0, section.indexOf("\n")),
    Array.from(section.matchAll(/^\| \[`(.+?)`\]/gm), ([, id = ""]) => [id, `docs/rules/${id}.md`]),
  ]);

/** The sources of all pages. */
export const SOURCES: readonly string[] = [
  "docs/rules/README.md",
  ...[BEGIN, ...RULES, ...GROUPS].flatMap(([, entries]) => entries.map(([, source]) => source)),
];

/** Where a page stands on the site, as a Markdown file: `rules/index.md` of `docs/rules/README.md`. */
export function siteFileOf(source: string): string {
  return source.replace(/^(?:docs|packages|examples)\//, "").replace(/README\.md$/, "index.md");
}

/** The text of a file of the repository. */
export function readSource(source: string): string {
  return readFileSync(join(ROOT, source), "utf8");
}
