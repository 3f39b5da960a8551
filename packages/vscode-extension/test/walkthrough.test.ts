import { readFileSync } from "node:fs";
import { join } from "node:path";
import { applyFixes, lint, parseDocument } from "@restream-lint/core";
import { describe, expect, test } from "vitest";
import { extensionFile, MANIFEST, ROOT } from "./manifest.ts";

const EXAMPLE = parseDocument(extensionFile("walkthrough/example.yaml"), { language: "yaml" });
const [WALKTHROUGH] = MANIFEST.contributes.walkthroughs;
const STEPS = WALKTHROUGH?.steps ?? [];
const COMMANDS = MANIFEST.contributes.commands.map(({ command }) => command);

describe("the example", () => {
  test("has the seven mistakes that the walkthrough speaks of, each of another kind", () => {
    const found = lint(EXAMPLE);
    expect(found.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "error unsupported-combination",
      "error wrong-type",
      "error missing-stream-key",
      "error srt-not-caller",
      "warning srt-wrong-latency-unit",
      "error unsupported-scheme",
      "info hard-coded-secret",
    ]);
    expect(STEPS[0]?.description).toContain("seven mistakes");
  });

  test("has two safe fixes, where its comments say so", () => {
    const { applied, document } = applyFixes(EXAMPLE);
    expect(applied).toBe(2);
    expect(EXAMPLE.text).toContain("mends the two that have only one answer");
    expect(changedLines(EXAMPLE.text, document.text)).toEqual(linesWith("a safe fix"));
  });

  test("offers a quick fix wherever a comment invites to one", () => {
    const offering = lint(EXAMPLE).filter(({ fixes }) => fixes.length > 0);
    const lines = offering.map(({ range }) => lineOf(range.start));
    const inviting = [...linesWith("quick fix"), ...linesWith("2 ms or 2 s?")];
    expect(inviting).toHaveLength(3);
    expect(inviting.filter((it) => !lines.includes(it))).toEqual([]);
  });

  test("is short", () => {
    expect(EXAMPLE.text.trimEnd().split("\n").length).toBeLessThanOrEqual(30);
  });

  function lineOf(offset: number): number {
    return EXAMPLE.text.slice(0, offset).split("\n").length;
  }

  function linesWith(words: string): readonly number[] {
    return EXAMPLE.text
      .split("\n")
      .flatMap((line, index) => (line.includes(words) ? [index + 1] : []));
  }

  function changedLines(before: string, after: string): readonly number[] {
    const lines = after.split("\n");
    return before.split("\n").flatMap((line, index) => (line === lines[index] ? [] : [index + 1]));
  }
});

describe("the walkthrough", () => {
  test("has steps with names of their own", () => {
    expect(STEPS.length).toBeGreaterThan(4);
    expect(new Set(STEPS.map(({ id }) => id)).size).toBe(STEPS.length);
  });

  test.each(STEPS)("$title: its buttons and events do something", (step) => {
    const links = Array.from(step.description.matchAll(/\]\(command:([^)?]+)/g), ([, it]) => it);
    const events = step.completionEvents.flatMap((it) => /^onCommand:(.+)/.exec(it)?.[1] ?? []);
    const ours = [...links, ...events].filter((it) => it?.startsWith("restream-lint"));
    expect(ours.filter((it) => !COMMANDS.includes(it ?? ""))).toEqual([]);
    const settings = step.completionEvents.flatMap(
      (it) => /^onSettingChanged:(restream-lint\..+)/.exec(it)?.[1] ?? [],
    );
    const known = Object.keys(MANIFEST.contributes.configuration.properties);
    expect(settings.filter((it) => !known.includes(it))).toEqual([]);
    expect(step.completionEvents).not.toEqual([]);
  });

  test.each(STEPS)("$title: arguments of commands are JSON", ({ description }) => {
    for (const [, json = ""] of description.matchAll(/\]\(command:[^)?]+\?([^)]+)\)/g))
      expect(() => JSON.parse(decodeURIComponent(json))).not.toThrow();
  });

  test.each(STEPS)("$title: it has something to look at", ({ media }) => {
    if (media.markdown !== undefined) {
      expect(extensionFile(media.markdown)).toMatch(/\S/);
      return;
    }
    expect(media.image).toMatch(
      /^images\/(?:problems|hover|quick-fix|completion|settings|rule-page)\.png$/,
    );
    expect(media.altText).toMatch(/\.$/);
  });

  test("shows the hook as the project's page does", () => {
    const [hook = ""] = /^# \.pre-commit-config\.yaml\n[^`]+/m.exec(ciPage()) ?? [];
    expect(hook).toContain("- id: restream-lint");
    expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain(hook);
  });

  test("names a problem matcher that exists", () => {
    const named = Array.from(ciPage().matchAll(/"problemMatcher": "\$(.+)"/g), ([, it]) => it);
    expect(named).toEqual(MANIFEST.contributes.problemMatchers.map(({ name }) => name));
  });

  function ciPage(): string {
    return extensionFile("walkthrough/ci.md");
  }
});
