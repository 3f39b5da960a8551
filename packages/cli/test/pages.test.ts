import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseArguments } from "../src/arguments.ts";
import { COMMANDS, LINT } from "../src/options.ts";
import { type Country, createCountry } from "./country.ts";
import { blocksIn, PAGES, ROOT, stepsOf, textOf } from "./pages.ts";
import { STAND_INS, SUBSTITUTES } from "./stand-ins.ts";
import { walk } from "./walk.ts";
import { PAGES_WITH_WORLDS, worldOf } from "./worlds.ts";

// Whoever follows a page comes to where it leads: each command on it is run, and ends as it says.

const pages = PAGES.map((page) => ({ page, steps: stepsOf(page) })).filter(({ steps }) =>
  steps.some(({ type }) => type === "command" || type === "job" || type === "action"),
);

const folder = mkdtempSync(join(tmpdir(), "restream-lint-pages-"));
let country: Country;
beforeAll(async () => {
  country = await createCountry(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

test("pages with commands are there", () => {
  const names = pages.map(({ page }) => page);
  expect(names).toEqual(expect.arrayContaining([...PAGES_WITH_WORLDS]));
  for (const page of ["docs/github.md", "docs/gitlab.md", "docs/workflow.md", "docs/shells.md"])
    expect(names).toContain(page);
});

test("no block for another shell is overlooked", () => {
  const languages = PAGES.flatMap((page) =>
    blocksIn(page).map(({ language }) => `${page}: ${language}`),
  );
  const shells = languages.filter((it) => /: (?:.*shell.*|console|cmd|bat|ps1|[a-z]*sh)$/.test(it));
  // It is run in zsh: completion.shells.ts.
  const zsh = "docs/shells.md: zsh";
  expect(shells.filter((it) => !/: (?:ba)?sh$/.test(it) && it !== zsh)).toEqual([]);
});

test.concurrent.each(pages)("$page", async ({ page, steps }) => {
  const world = worldOf(page);
  const lines = steps.flatMap((it) => ("line" in it ? [it.line] : []));
  for (const told of [world.before, world.typed, world.ends])
    for (const line of Object.keys(told ?? {})) expect(lines, page).toContain(line);

  const { outcomes, calls, stderr } = await walk(country, page, steps, world);
  let printed = "";
  for (const step of steps) {
    const outcome = outcomes.get(step);
    if (outcome !== undefined) {
      const { line, status, reached } = outcome;
      printed = outcome.stdout + outcome.stderr;
      expect(status, `${page}: ${line}\n${printed}${stderr}`).toBe(world.ends?.[line] ?? 0);
      if (step.type !== "action" && world.typed?.[line] === undefined)
        expect(reached, `${page}: ${line}`).toEqual(expect.arrayContaining(commandsIn(line)));
      if (world.silences !== undefined) expect(printed, page).not.toContain(world.silences);
    }
    if (step.type === "output") expect(printed, page).toBe(step.text);
  }
  for (const call of calls)
    (STAND_INS[call.program] ?? SUBSTITUTES[call.program])?.expectCall(call);
});

const SEPARATED = /(?:'[^']*'|"[^"]*"|[^'"|&;\n])+/g;
const ASSIGNMENTS = /^\s*(?:\w+=\S* +)*/;

/** The words that the commands of a line begin with; all must be reached. */
function commandsIn(line: string): string[] {
  const parts = Array.from(line.matchAll(SEPARATED), ([part]) => part.replace(ASSIGNMENTS, ""));
  return parts.flatMap((it) => it.trim().split(/\s+/)[0] ?? []);
}

describe("what sentences and tables hold of command lines is understood", () => {
  const INLINE = /`((?:npx )?restream-lint [^`\n]+)`/g;
  const CALL = /^(?:npx (?:--yes )?)?restream-lint(?=\s|$)/;
  const lines = PAGES.flatMap((page) =>
    // A heading shows what may stand there, in brackets.
    Array.from(textOf(page).replaceAll(/^#.*$/gm, "").matchAll(INLINE), ([, line = ""]) => ({
      page,
      line: line.replace(CALL, "restream-lint").replace(" FORMAT", " json"),
    })),
  );

  test.each(lines)("$page: $line", async ({ line }) => {
    for (const [word, ...argv] of callsIn(line)) {
      expect(word).toBe("restream-lint");
      const command = COMMANDS.find((it) => it !== LINT && it.name === argv[0]) ?? LINT;
      const args = await parseArguments(command, command === LINT ? argv : argv.slice(1));
      // A word alone is the name of a command, and none that there is.
      if (command === LINT)
        for (const path of args.paths) expect(path).toMatch(/[./*-]|^FILE$|^live$/);
    }
  });
});

describe("what sentences hold of other commands is there", () => {
  const SCRIPT = /`(?:npx -y )?(pnpm(?:@[\d.]+)? [^`\n]+)`/g;
  const FILE = /`(?:bash|man|node --) ([\w.-]+\/[^`\s]*)`/g;
  const found = (pattern: RegExp) =>
    PAGES.flatMap((page) =>
      Array.from(textOf(page).matchAll(pattern), ([, text = ""]) => ({ page, text })),
    );

  test.each(found(SCRIPT))("$page: $text", ({ text }) => {
    const [, ...argv] = text.split(" ");
    STAND_INS["pnpm"]?.expectCall({ program: "pnpm", cwd: ROOT, argv });
  });

  test.each(found(FILE))("$page: $text", ({ text }) => {
    expect(existsSync(join(ROOT, text))).toBe(true);
  });
});

/** What a shell calls, with the words that it makes of a line; nothing is run. */
function callsIn(line: string): string[][] {
  const empty = folderWith({});
  const script = `restream-lint() { printf '%s\\0' restream-lint "$@" >> calls; echo >> calls; }\n${line}`;
  spawnSync("/bin/bash", ["-c", script], { cwd: empty, env: { PATH: empty } });
  return readFileSync(join(empty, "calls"), "utf8")
    .split("\0\n")
    .slice(0, -1)
    .map((call) => call.split("\0"));
}
