import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

// The real pre-commit runs the hooks of this working tree in a repository of its own, without a network.

const BAD = "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener&latency=2000\n";
const GOOD = BAD.replace("listener", "caller");
/** With a blank that is no part of its URI: one mistake, which has one answer. */
const MENDABLE = 'restreams:\n- stream_id: 1\n  uri: "rtmp://mend.acme.net/live/${KEY} "\n';
const MENDED = MENDABLE.replace("KEY} ", "KEY}");
/** Two restreams of one stream to one target, each fine by itself. */
const TWIN = "restreams:\n- stream_id: 1\n  uri: rtmp://twin.acme.net/live/${KEY}\n";
/** What pre-commit excludes from the files that it hands over says nothing to a hook that finds its files itself. */
const SETTINGS = 'extends: strict\nfiles: ["!vendor/**"]\n';

const folder = mkdtempSync(join(tmpdir(), "restream-lint-hook-"));
const hooks = join(folder, "hooks");
const project = join(folder, "project");
const failures: string[] = [];

// A home of its own: no settings of this machine, and a checkout that another user owns is fine.
const env = {
  ...process.env,
  HOME: folder,
  XDG_CONFIG_HOME: folder,
  PRE_COMMIT_HOME: join(folder, "cache"),
  PRE_COMMIT_COLOR: "never",
  http_proxy: "http://127.0.0.1:9",
  https_proxy: "http://127.0.0.1:9",
};
write(
  ".gitconfig",
  "[user]\nname = Test\nemail = test@example.com\n[safe]\ndirectory = *\n[init]\ndefaultBranch = main\n",
);

try {
  createHookRepository();
  createProject();

  write("project/bad.restream.yaml", BAD);
  expect("a bad document blocks the commit", commit(), 1, "srt-not-caller");

  write("project/bad.restream.yaml", GOOD);
  expect("a good document passes", commit(), 0, "Passed");

  write("project/vendor/restreams.yaml", BAD);
  expect("an excluded file is not linted", commit(), 0, "no files to check");

  write("project/other.yaml", BAD);
  expect("a file of another name is not linted", commit(), 0, "no files to check");

  for (const [id, args, text] of [
    ["restream-lint", undefined, "-x.restream.yaml:3:"],
    ["restream-lint", '[--max-warnings, "0", --]', "-x.restream.yaml:3:"],
    ["restream-lint-fix", undefined, "files were modified by this hook"],
  ] as const) {
    configure(id, args);
    write("project/-x.restream.yaml", BAD);
    expect(`${id} ${args ?? ""}: a file may be called as an option is`, commit(), 1, text);
  }
  rmSync(join(project, "-x.restream.yaml"));
  configure("restream-lint");

  const start = performance.now();
  const all = run("pre-commit", ["run", "restream-lint", "--all-files"], project);
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  expect(`the whole repository passes, in ${seconds} s`, all, 0, "Passed");

  git(["mv", "bad.restream.yaml", "renamed.restream.yaml"], project);
  write("project/renamed.restream.yaml", BAD);
  expect("a renamed document is linted by its new name", commit(), 1, "renamed.restream.yaml:3:");
  write("project/renamed.restream.yaml", GOOD);
  expect("and passes when it is mended", commit(), 0, "Passed");
  git(["mv", "renamed.restream.yaml", "bad.restream.yaml"], project);
  expect("renaming it back passes", commit(), 0, "Passed");

  git(["checkout", "--quiet", "-b", "other"], project);
  write("project/bad.restream.yaml", GOOD.replace("h.acme", "other.acme"));
  expect("a branch changes it", commit(), 0, "Passed");
  git(["checkout", "--quiet", "main"], project);
  write("project/bad.restream.yaml", GOOD.replace("h.acme", "main.acme"));
  expect("the main branch does too", commit(), 0, "Passed");
  run("git", ["merge", "other"], project);
  expect("a merge conflict blocks the commit", commit(), 1, "syntax-error");
  write("project/bad.restream.yaml", GOOD);
  expect("a settled one passes", commit(), 0, "Passed");

  configure("restream-lint-fix");
  write("project/mend.restream.yaml", MENDABLE);
  expect("what is mended is to be staged again", commit(), 1, "files were modified by this hook");
  const mended = readFileSync(join(project, "mend.restream.yaml"), "utf8");
  expect("it is mended", { status: 0, output: mended }, 0, MENDED);
  expect("then it passes", commit(), 0, "Passed");

  configure("restream-lint-all");
  write("project/.restream-lint.yaml", SETTINGS);
  write("project/shows/one.restream.yaml", TWIN);
  expect("the whole repository passes, without what the settings leave out", commit(), 0, "Passed");
  write("project/shows/two.restream.yaml", TWIN);
  expect("a target in two documents blocks the commit", commit(), 1, "duplicate-target");
  write("project/.restream-lint.yaml", `${SETTINGS}rules: { duplicate-target: off }\n`);
  expect("a change of the settings is looked at too", commit(), 0, "Passed");
  configure("restream-lint");

  const tryRepo = ["try-repo", hooks, "restream-lint", "--files"];
  expect(
    "try-repo passes",
    run("pre-commit", [...tryRepo, "bad.restream.yaml"], project),
    0,
    "Passed",
  );
  write("project/bad.restream.yaml", BAD);
  expect(
    "try-repo fails",
    run("pre-commit", [...tryRepo, "bad.restream.yaml"], project),
    1,
    "srt-not-caller",
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failures.length > 0 ? 1 : 0;

function createHookRepository(): void {
  const listed = run("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], ".");
  for (const file of listed.output.split("\0"))
    if (file !== "" && existsSync(file)) cpSync(file, join(hooks, file));
  git(["init", "--quiet"], hooks);
  git(["add", "--all"], hooks);
  git(["commit", "--quiet", "--message", "hooks"], hooks);
  git(["tag", "v0"], hooks);
}

function createProject(): void {
  configure("restream-lint");
  git(["init", "--quiet"], project);
  expect("pre-commit installs", run("pre-commit", ["install"], project), 0, "installed");
}

/** Has one of the hooks run at each commit, with these arguments, or its own. */
function configure(id: string, args?: string): void {
  const hook = `{ id: ${id}${args === undefined ? "" : `, args: ${args}`} }`;
  write(
    "project/.pre-commit-config.yaml",
    `exclude: ^vendor/\nrepos: [{ repo: "file://${hooks}", rev: v0, hooks: [${hook}] }]\n`,
  );
}

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

function commit(): Outcome {
  git(["add", "--all"], project);
  return run("git", ["commit", "--message", "change"], project);
}

function git(args: readonly string[], cwd: string): void {
  const { status, output } = run("git", args, cwd);
  if (status !== 0) throw new Error(`git ${args.join(" ")}: ${output}`);
}

function run(command: string, args: readonly string[], cwd: string): Outcome {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    env,
    encoding: "utf8",
  });
  if (error) throw error;
  return { status, output: stdout + stderr };
}

function expect(what: string, { status, output }: Outcome, expected: number, text: string): void {
  const met = status === expected && output.includes(text);
  console.log(`${met ? "ok    " : "FAILED"}  ${what}`);
  if (met) return;
  failures.push(what);
  console.error(`ended with ${status}:\n${output}`);
}

function write(path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
