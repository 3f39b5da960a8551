import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { manPage } from "../../../scripts/man-page.ts";
import { COMMANDS, LINT } from "../src/options.ts";

// The manual page, in the two programs that show such pages.

function pageFile(): string {
  return join(folderWith({ "restream-lint.1": manPage() }), "restream-lint.1");
}

test("groff and mandoc have nothing to say of it", () => {
  expect(run("groff", ["-ww", "-man", "-z", "-Tutf8", pageFile()])).toBe("");
  expect(run("mandoc", ["-T", "lint", pageFile()])).toBe("");
});

test.each([
  ["groff", ["-man", "-Tascii", "-P-cbou"]],
  ["mandoc", ["-T", "ascii"]],
])("%s shows each command with its options", (program, args) => {
  // Mandoc prints bold as people did on typewriters.
  const shown = run(program, [...args, pageFile()]).replaceAll(/.\u0008/gu, "");
  const [main = "", others = ""] = shown.split("\nCOMMANDS\n");
  for (const { name, options } of COMMANDS) {
    const [, section = ""] =
      name === LINT.name ? ["", main] : others.split(`restream-lint ${name} `);
    for (const option of options) expect(section).toContain(`--${option.name}`);
  }
});

function run(program: string, args: readonly string[]): string {
  const { stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8" });
  if (error) throw error;
  return stdout + stderr;
}
