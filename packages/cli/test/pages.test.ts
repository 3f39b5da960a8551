import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { parseArguments } from "../src/arguments.ts";
import { COMMANDS, LINT } from "../src/options.ts";

// Every command line that people copy from the pages is one that is understood.

const ROOT = join(import.meta.dirname, "../../..");
const PAGES = [
  ...readdirSync(ROOT).filter((it) => it.endsWith(".md")),
  ...readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((it) => it.endsWith(".md"))
    .map((it) => `docs/${it}`),
  ...readdirSync(join(ROOT, "packages")).map((it) => `packages/${it}/README.md`),
];

/** Blocks for a shell, and what tables and sentences hold of whole command lines. */
const BLOCK = /^```(?:sh|bash|zsh|console)\n([^]*?)^```$/gm;
const INLINE = /`((?:npx )?restream-lint [^`\n]+)`/g;
/** How the command line is called on the pages. */
const CALL =
  /^(?:\$ )?(?:npx (?:--yes )?restream-lint|(?:node -- )?dist\/restream-lint\.cjs|restream-lint)(?=\s|$)/;

const commandLines = PAGES.flatMap((page) => {
  const text = textOf(page);
  const blocks = Array.from(text.matchAll(BLOCK), ([, block = ""]) => block.split("\n")).flat();
  // A heading shows what may stand there, in brackets.
  const inline = Array.from(
    text.replaceAll(/^#.*$/gm, "").matchAll(INLINE),
    ([, line = ""]) => line,
  );
  return [...blocks, ...inline]
    .filter((line) => CALL.test(line))
    .map((line) => ({
      page,
      line: line.replace(CALL, "restream-lint").replace(" FORMAT", " json"),
    }));
});

test("are there", () => {
  const pages = new Set(commandLines.map(({ page }) => page));
  for (const page of ["README.md", "docs/ci.md", "docs/submit.md", "packages/cli/README.md"])
    expect(pages).toContain(page);
});

test.each(commandLines)("$page: $line", async ({ line }) => {
  for (const [word, ...argv] of callsIn(line)) {
    expect(word).toBe("restream-lint");
    const command = COMMANDS.find((it) => it !== LINT && it.name === argv[0]) ?? LINT;
    const args = await parseArguments(command, command === LINT ? argv : argv.slice(1));
    // A word alone is the name of a command, and none that there is.
    if (command === LINT)
      for (const path of args.paths) expect(path).toMatch(/[./*-]|^FILE$|^live$/);
  }
});

const REDIRECTION = / > \S+/g;

/** What a shell calls, with the words that it makes of a line; nothing is run. */
function callsIn(line: string): string[][] {
  const folder = folderWith({});
  const script = `restream-lint() { printf '%s\\0' restream-lint "$@" >> calls; echo >> calls; }\n${line.replaceAll(REDIRECTION, "")}`;
  spawnSync("/bin/bash", ["-c", script], { cwd: folder, env: { PATH: folder } });
  return readFileSync(join(folder, "calls"), "utf8")
    .split("\0\n")
    .slice(0, -1)
    .map((call) => call.split("\0"));
}

/** Nothing for a package without a page. */
function textOf(page: string): string {
  try {
    return readFileSync(join(ROOT, page), "utf8");
  } catch {
    return "";
  }
}
