import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { bundleInto } from "./bundled.ts";
import { ROOT, scriptsIn, textOf } from "./pages.ts";
import { STAND_INS, SUBSTITUTES } from "./stand-ins.ts";

// What lies between a page and the world: the repository that it names, and the programs that it calls.

/** What pages may call as it is on this machine; anything else is not found. */
const PROGRAMS = ["bash", "cat", "git", "grep", "id", "ln", "mkdir", "node", "sh"];
/** What the walk needs for itself. */
const OURS = ["cp", "dirname", "env", "mkfifo", "mktemp", "rm", "script", "touch"];
/** What scripts of git's own call. */
const GITS = ["basename", "sed", "uname"];

/** What no command of a page asks for: it would only be copied. */
const UNNEEDED = [":!docs", ":!examples", ":!packages/*/src/*", ":!packages/*/test/*"];

/** The repository as people get it, and the programs on their `PATH`. */
export interface Country {
  /** With `programs`, `installed` (our own), a `.gitconfig`, and the action's script as `action.sh`. */
  readonly folder: string;
  /** A repository with the tag that the pages name. */
  readonly origin: string;
}

/** Makes the repository and the programs in an empty folder. */
export async function createCountry(folder: string): Promise<Country> {
  const origin = join(folder, "origin");
  writeFileSync(
    join(folder, ".gitconfig"),
    `[user]
name = Test
email = test@example.com
[init]
defaultBranch = main
[safe]
directory = *
[advice]
detachedHead = false
[url "${origin}"]
insteadOf = https://github.com/restream-lint/restream-lint
insteadOf = https://github.com/restream-lint/restream-lint.git
`,
  );
  const { stdout } = git(
    ROOT,
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "--",
    ".",
    ...UNNEEDED,
  );
  for (const file of stdout.split("\0"))
    if (file !== "" && existsSync(join(ROOT, file))) cpSync(join(ROOT, file), join(origin, file));
  await bundleInto(join(origin, "dist"));
  writeFileSync(join(folder, "action.sh"), scriptsIn(textOf("action.yml")).join("\n"));
  git(origin, "init", "--quiet");
  git(origin, "add", "--all");
  git(origin, "commit", "--quiet", "--message", "all");
  git(origin, "tag", "v0.1.0");

  const main = join(origin, "dist/restream-lint.cjs");
  mkdirSync(join(folder, "installed"));
  symlinkSync(main, join(folder, "installed/restream-lint"));
  mkdirSync(join(folder, "programs"));
  for (const name of [...PROGRAMS, ...OURS, ...GITS]) link(name, true);
  for (const [name, { script = "" }] of Object.entries(STAND_INS)) standIn(name, script);
  for (const [name, { script = "" }] of Object.entries(SUBSTITUTES))
    if (!link(name)) standIn(name, script);
  return { folder, origin };

  function link(name: string, isNeeded = false): boolean {
    const found = programNamed(name);
    if (found !== undefined) symlinkSync(found, join(folder, "programs", name));
    else if (isNeeded) throw new Error(`${name} is not installed`);
    return found !== undefined;
  }

  function standIn(name: string, script: string): void {
    const text = `#!/bin/bash
printf '%s\\0' ${name} "$PWD" "$@" >> "$CALLS"; echo >> "$CALLS"
MAIN='${main}'
${script}
`;
    writeFileSync(join(folder, "programs", name), text, { mode: 0o755 });
  }

  function git(cwd: string, ...args: readonly string[]): { readonly stdout: string } {
    const env = { PATH: process.env["PATH"], HOME: folder, LANG: "C.UTF-8" };
    const outcome = spawnSync("git", args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 26 });
    if (outcome.status !== 0) throw new Error(`git ${args.join(" ")}: ${outcome.stderr}`);
    return outcome;
  }
}

function programNamed(name: string): string | undefined {
  if (name === "node") return process.execPath;
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((it) => join(it, name));
  return paths.find((it) => existsSync(it));
}
