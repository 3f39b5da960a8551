import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";
import { openTerminal } from "./terminal.ts";

// Real shells, on a terminal, set up by what docs/shells.md says and nothing else.

const PAGE = readFileSync(join(import.meta.dirname, "../../../docs/shells.md"), "utf8");

/** Has the shell answer with its line at Ctrl-T. */
const ANSWERING = {
  bash: `bind -x '"\\C-t": printf %s "$READLINE_LINE" > "$LINE"'`,
  zsh: `answer() { print -rn -- "$BUFFER" > "$LINE" }; zle -N answer; bindkey '^T' answer`,
  fish: `bind \\ct 'commandline > $LINE'`,
};

const RC = { bash: ".bashrc", zsh: ".zshrc", fish: ".config/fish/config.fish" };

type Shell = keyof typeof ANSWERING;

/** How each shell is set up, where the page says more than one way. */
const SETUPS: readonly (readonly [way: string, shell: Shell, before: string, after: string])[] = [
  ["bash, as ~/.bashrc has it", "bash", "", blocksIn("bash", "bash")],
  ["bash, with bash-completion", "bash", "source /usr/share/bash-completion/bash_completion", ""],
  ["zsh, as ~/.zshrc has it", "zsh", "autoload -Uz compinit; compinit -u", blocksIn("zsh", "zsh")],
  ["zsh, with a file", "zsh", "fpath=(~/.zfunc $fpath); autoload -Uz compinit; compinit -u", ""],
  ["fish", "fish", "", ""],
];

const FILES = {
  "studio.restream.yaml": "",
  "other.txt": "",
  "live/restreams.yaml": "",
  "live/notes.txt": "",
  "spaced out.yaml": "",
  // Without it, fish makes completions of all manual pages, for minutes.
  ".local/share/fish/generated_completions/none.fish": "",
};

const REPOSITORY = `git init --quiet --initial-branch main
git -c user.name=Test -c user.email=test@example.com commit --quiet --allow-empty --message first
git branch feature/one`;

/** What is typed, and what a Tab makes of it. */
const LINES: readonly (readonly [typed: string, becomes: string])[] = [
  ["expl", "explain "],
  ["gitl", "gitleaks "],
  ["--unsafe", "--unsafe-fixes "],
  ["secrets --mo", "secrets --move "],
  ["--color=alw", "--color=always "],
  ["--color alw", "--color always "],
  ["--preset str", "--preset strict "],
  ["--format sar", "--format sarif "],
  ["--format=sar", "--format=sarif "],
  ["--format pretty --format checks", "--format pretty --format checkstyle "],
  ["rules -f js", "rules -f json "],
  ["--format sarif=oth", "--format sarif=other.txt "],
  ["--format=sarif=oth", "--format=sarif=other.txt "],
  ["explain srt-not-c", "explain srt-not-caller "],
  ["--rule srt-not-c", "--rule srt-not-caller="],
  ["--rule=srt-not-c", "--rule=srt-not-caller="],
  ["--rule srt-not-caller=warn", "--rule srt-not-caller=warning "],
  ["--rule=srt-not-caller=warn", "--rule=srt-not-caller=warning "],
  ["--changed=feat", "--changed=feature/one "],
  ["--changed stud", "--changed studio.restream.yaml "],
  ["completion fi", "completion fish "],
  ["stud", "studio.restream.yaml "],
  ["--fix live/", "--fix live/restreams.yaml "],
  ["plan stud", "plan studio.restream.yaml "],
  ["submit --env-file oth", "submit --env-file other.txt "],
  ["-- stud", "-- studio.restream.yaml "],
  ["spac", "spaced\\ out.yaml "],
  // Where there is no such document, any other file.
  ["oth", "other.txt "],
  // No argument, no such option of this command, and no option behind `--`.
  ["init stud", "init stud"],
  ["explain --unsafe", "explain --unsafe"],
  ["-- --unsafe", "-- --unsafe"],
];

test.each(SETUPS)("%s", async (_way, shell, before, after) => {
  const { stdout } = await run(["completion", shell]);
  const home = folderWith({
    ...FILES,
    script: stdout,
    "bin/restream-lint": `#!/bin/sh\n[ "$*" = "completion ${shell}" ] && cat "$HOME/script"\n`,
    [RC[shell]]: [before, after, ANSWERING[shell], ""].join("\n"),
  });
  const path = `${join(home, "bin")}:${process.env["PATH"]}`;
  chmodSync(join(home, "bin/restream-lint"), 0o755);
  if (after === "") {
    const env = { HOME: home, PATH: path };
    expect(spawnSync("sh", ["-ec", blocksIn("sh", shell)], { cwd: home, env }).status).toBe(0);
  }
  spawnSync("sh", ["-ec", REPOSITORY], { cwd: home });
  const terminal = openTerminal(`${shell} -i`, home, path);
  const completed: [string, string][] = [];
  for (const [typed] of LINES) completed.push([typed, await terminal.completed(typed)]);
  await terminal.close();
  expect(completed).toEqual(LINES);
});

test.each(["--changed=x", "--changed=x\\$"])(
  "bash offers a branch that is called as a script for %s, and runs nothing",
  async (typed) => {
    const { stdout } = await run(["completion", "bash"]);
    const home = folderWith({ ".bashrc": `${stdout}\n${ANSWERING.bash}\n` });
    spawnSync("sh", ["-ec", `${REPOSITORY}\ngit branch 'x$(touch\${IFS}PWNED)'`], { cwd: home });
    const terminal = openTerminal("bash -i", home, process.env["PATH"] ?? "");
    const completed = await terminal.completed(typed);
    await terminal.close();
    expect(completed).toBe("--changed=x\\$\\(touch\\$\\{IFS\\}PWNED\\) ");
    expect(existsSync(join(home, "PWNED"))).toBe(false);
  },
);

test.each([
  ["--format = sarif =", ["live", "other.txt", "sub dir", "x.yaml"]],
  ["live", ["live"]],
  ["x", ["x.yaml"]],
])("bash offers each file and folder once for %s", async (typed, expected) => {
  const { stdout } = await run(["completion", "bash"]);
  const files = { "live/x": "", "other.txt": "", "sub dir/x": "", "x.yaml/x": "" };
  const cwd = folderWith(files);
  const script = `${stdout}
compopt() { :; }
COMP_WORDS=(restream-lint ${typed}) COMP_CWORD=$((\${#COMP_WORDS[@]} - 1))
_restream_lint
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const asked = spawnSync("bash", ["-c", script], { cwd, encoding: "utf8" });
  expect(asked.stdout.trim().split("\n").toSorted()).toEqual(expected);
});

test.each([
  ['--changed="feat', '--changed="feature/one" '],
  ["--changed='feat", "--changed='feature/one' "],
  ['--color "alw', '--color "always" '],
  ['--rule="srt-not-caller=warn', '--rule="srt-not-caller=warning" '],
  ['--format="sarif=oth', '--format="sarif=other.txt" '],
  ['"stud', '"studio.restream.yaml" '],
  // What only a backslash quotes.
  ['--changed="x', '--changed="x'],
])("bash completes %s, whose quote is open", async (typed, expected) => {
  const { stdout } = await run(["completion", "bash"]);
  const home = folderWith({ ...FILES, ".bashrc": `${stdout}\n${ANSWERING.bash}\n` });
  spawnSync("sh", ["-ec", `${REPOSITORY}\ngit branch 'x$y'`], { cwd: home });
  const terminal = openTerminal("bash -i", home, process.env["PATH"] ?? "");
  const completed = await terminal.completed(typed);
  await terminal.close();
  expect(completed).toBe(expected);
});

// Fish itself says what it offers, in a folder with one document and one other file.
test.each([
  ["--color=", ["--color=always", "--color=auto", "--color=never"]],
  ["--color ", ["always", "auto", "never"]],
  ["--preset ", ["all", "recommended", "strict"]],
  ["--max-warnings ", []],
  ["--rule other.txt", []],
  ["--rule=srt-not-caller=o", ["--rule=srt-not-caller=off"]],
  ["--format other.txt", []],
  ["--format sarif=o", ["sarif=other.txt"]],
  ["--format=sarif=o", ["--format=sarif=other.txt"]],
  ["--changed=", ["--changed=feature/one", "--changed=main"]],
  ["--changed ", ["studio.restream.yaml"]],
  ["--env-file=o", ["--env-file=other.txt"]],
  ["--stdin-filename ", ["studio.restream.yaml"]],
  ["--stdin-filename=o", ["--stdin-filename=other.txt"]],
  ["submit --concurrency ", []],
])("fish offers for %s what may be there, and no file beside it", async (typed, expected) => {
  const { stdout } = await run(["completion", "fish"]);
  const home = folderWith({ "restream-lint.fish": stdout, "in/other.txt": "" });
  const cwd = join(home, "in");
  const env = { HOME: home, PATH: process.env["PATH"], LANG: "C.UTF-8" };
  spawnSync("sh", ["-ec", `${REPOSITORY}\n: > studio.restream.yaml`], { cwd, env });
  const script = `source ../restream-lint.fish; complete -C 'restream-lint ${typed}'`;
  const asked = spawnSync("fish", ["-c", script], { cwd, env, encoding: "utf8" });
  const offered = asked.stdout.split("\n").map((it) => it.replace(/\t.*/, ""));
  expect(offered.filter((it) => it !== "").toSorted()).toEqual(expected);
});

/** The blocks in one language, of the section of one shell. */
function blocksIn(language: string, section: string): string {
  const [, text = ""] = PAGE.split(`\n## ${section}\n`);
  const [own = ""] = text.split("\n## ");
  const blocks = own.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, "gm"));
  return Array.from(blocks, ([, block = ""]) => block).join("");
}
