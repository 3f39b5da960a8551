import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { beforeAll, describe, expect, test } from "vitest";
import { createGitHubParser } from "../../../scripts/github-parser.ts";
import { bundleInto } from "./bundled.ts";
import { run } from "./run.ts";

// What CI runs: the action, the snippets of the pages about it, the image.

const ROOT = join(import.meta.dirname, "../../..");
/** The repository as an action, an image and a hook have it, with a fresh dist/. */
const CHECKOUT = join(ROOT, "node_modules/.cache/restream-lint-checkout");
const GITHUB = textOf("docs/github.md");
const GITLAB = textOf("docs/gitlab.md");

const BAD = "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener&latency=2000\n";
const GOOD = BAD.replace("listener", "caller");

beforeAll(async () => {
  rmSync(CHECKOUT, { recursive: true, force: true });
  await bundleInto(join(CHECKOUT, "dist"));
  for (const file of ["action.yml", "Dockerfile", "LICENSE"])
    cpSync(join(ROOT, file), join(CHECKOUT, file));
});

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly shell: string;
  readonly env: Readonly<Record<string, string>>;
  readonly run: string;
}

const gitHub = await createGitHubParser();
const { errors, value } = gitHub.action(textOf("action.yml"));
const action = value as Action;

describe("the action", () => {
  test("is one, as GitHub reads it", () => {
    expect(errors).toEqual([]);
    expect(Object.keys(action.inputs)).toEqual(["paths", "args", "sarif-file"]);
  });

  test("puts no input into its script", () => {
    for (const step of action.runs.steps) expect(step.run).not.toContain("${{");
  });

  test("is described with all its inputs", () => {
    for (const name of Object.keys(action.inputs)) expect(GITHUB).toContain(`| \`${name}\` |`);
  });

  test("is not described as safe for options that others wrote, and uploads only what was written", () => {
    expect(GITHUB).not.toContain("does no harm");
    expect(GITHUB).toContain("`args` must be your own words");
    expect(GITHUB).toContain("if: always() && hashFiles('restreams.sarif') != ''\n");
  });

  test("annotates, sums up, writes SARIF, and fails", () => {
    const folder = folderWith({ "live/restreams.yaml": BAD, "summary.md": "" });
    const { status, stdout } = act(folder, { paths: "live", "sarif-file": "out.sarif" });
    expect(stdout).toMatch(/^::error file=live\/restreams\.yaml,line=3,.*title=srt-not-caller::/m);
    expect(readFileSync(join(folder, "summary.md"), "utf8")).toContain("srt-not-caller");
    const sarif: unknown = JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8"));
    expect(sarif).toMatchObject({
      runs: [{ results: expect.arrayContaining([expect.objectContaining({ level: "error" })]) }],
    });
    expect(status).toBe(1);
  });

  test("lints what lies about where no input says what", () => {
    const folder = folderWith({ "a.restream.yaml": GOOD, "summary.md": "" });
    expect(act(folder, {}).status).toBe(0);
    expect(existsSync(join(folder, "out.sarif"))).toBe(false);
  });

  test("takes several paths, with blanks in them, and several options", () => {
    const folder = folderWith({ "one two.yaml": GOOD, "b.yaml": BAD, "*.yaml": GOOD });
    expect(act(folder, { paths: "one two.yaml\n\n*.yaml\n" }).status).toBe(0);
    const args = "--quiet  --rule srt-not-caller=off";
    expect(act(folder, { paths: "b.yaml\n*.yaml", args }).status).toBe(0);
    expect(act(folder, { paths: "b.yaml" }).status).toBe(1);
    // No option, for all that it looks like one: a file that is not there.
    expect(act(folder, { paths: "--version" }).status).toBe(2);
  });

  test.each([
    ["--format pretty", "live/restreams.yaml:3:"],
    ["-f concise", "live/restreams.yaml:3:"],
    ["--format=json", '"diagnostics"'],
    ["-fjson -q", '"diagnostics"'],
    ["-qf json", '"diagnostics"'],
    ["--format json=-", '"diagnostics"'],
    ["--diff", "+++ b/live/restreams.yaml"],
    ["--format json=out.json", "::error file=live/restreams.yaml,line=3,"],
    ["-f json=out.json --format=sarif=o.sarif", "::error file=live/restreams.yaml,line=3,"],
    ["--config f -q", "::error file=live/restreams.yaml,line=3,"],
  ])("leaves standard output to the format of args: %s", (args, expected) => {
    const folder = folderWith({ "live/restreams.yaml": BAD, "summary.md": "", f: "{}" });
    const { status, stdout } = act(folder, { args });
    expect(stdout).toContain(expected);
    expect(stdout.includes("::error")).toBe(expected.startsWith("::"));
    expect(status).toBe(1);
  });

  test.each(["$(touch owned)", "`touch owned`", "; touch owned", "'\ntouch owned\n'", "${{ x }}"])(
    "runs nothing of an input: %j",
    (text) => {
      const folder = folderWith({ "a.yaml": GOOD });
      for (const input of Object.keys(action.inputs)) {
        act(folder, { paths: "a.yaml", [input]: text });
        expect(existsSync(join(folder, "owned"))).toBe(false);
      }
    },
  );
});

/** Runs the action's steps as a runner does. */
function act(folder: string, given: Readonly<Record<string, string>>): Outcome {
  const [step] = action.runs.steps;
  if (step?.shell !== "bash") throw new Error("the action has another shell");
  const env = Object.entries(step.env).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(expression)?.[1] ?? "";
    return [name, given[input] ?? action.inputs[input]?.default ?? ""];
  });
  return call("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run], folder, {
    ...Object.fromEntries(env),
    GITHUB_ACTIONS: "true",
    GITHUB_ACTION_PATH: CHECKOUT,
    GITHUB_WORKSPACE: folder,
    GITHUB_STEP_SUMMARY: join(folder, "summary.md"),
  });
}

interface Workflow {
  readonly jobs: { readonly lint: { readonly steps: readonly WorkflowStep[] } };
}

interface WorkflowStep {
  readonly uses: string;
  readonly with?: Readonly<Record<string, string>>;
}

describe("on the pages", () => {
  const workflows = snippetsOf(GITHUB, ".github/workflows/restream-lint.yml");

  test("workflows lint, lint what changed, and scan", () => {
    expect(workflows).toHaveLength(3);
  });

  test.each(workflows)("workflow %#", (content) => {
    const workflow = gitHub.workflow(content);
    expect(workflow.errors).toEqual([]);
    const { jobs } = workflow.value as Workflow;
    const ours = jobs.lint.steps.filter(({ uses }) => uses.startsWith("restream-lint/"));
    expect(ours).toHaveLength(1);
    for (const step of ours) {
      expect(Object.keys(action.inputs)).toEqual(
        expect.arrayContaining(Object.keys(step.with ?? {})),
      );
      const { status, stdout } = act(branchWith(BAD), step.with ?? {});
      expect(stdout).toContain("file=live/restreams.yaml,line=3,");
      expect(stdout.includes("file=live/old.restream.yaml")).toBe(!content.includes("--changed"));
      expect(status).toBe(1);
    }
  });

  // What they come to: pages.test.ts.
  test("GitLab has a job for everything, which looks for its report where that is written, and one for what changed", () => {
    const [all = "", changed = "", ...more] = snippetsOf(GITLAB, ".gitlab-ci.yml");
    expect(more).toEqual([]);
    const [, report] = /^ {6}codequality: (\S+)$/m.exec(all) ?? [];
    expect(all).toMatch(new RegExp(`^ {4}- npx .* --format gitlab=${report}$`, "m"));
    expect(changed).toMatch(/^ {4}- npx .* --changed="\$CI_MERGE_REQUEST_DIFF_BASE_SHA"$/m);
  });

  test("every hook is described", () => {
    const page = textOf("docs/pre-commit.md");
    const ids = Array.from(textOf(".pre-commit-hooks.yaml").matchAll(/^- id: (\S+)$/gm));
    expect(ids).toHaveLength(3);
    for (const [, id] of ids) expect(page).toContain(`| \`${id}\` |`);
  });
});

/** A repository in which a branch adds a document; main holds one with the same mistake. */
function branchWith(text: string): string {
  const folder = folderWith({ "live/old.restream.yaml": text, "summary.md": "" });
  git(folder, "init", "--quiet", "--initial-branch=main");
  git(folder, "add", ".");
  git(folder, ...COMMIT);
  git(folder, "switch", "--quiet", "--create", "branch");
  writeFileSync(join(folder, "live/restreams.yaml"), text);
  git(folder, "add", ".");
  git(folder, ...COMMIT);
  return folder;
}

const COMMIT = [
  "-c",
  "user.name=A",
  "-c",
  "user.email=a@acme.net",
  "commit",
  "--quiet",
  "-m",
  "it",
];

function git(folder: string, ...args: readonly string[]): string {
  const { status, stdout } = call("git", args, folder);
  expect(status).toBe(0);
  return stdout;
}

test("the project's own workflows are ones, as GitHub reads them, and may do no more than they say", () => {
  const folder = join(ROOT, ".github/workflows");
  const files = readdirSync(folder);
  expect(files).toContain("site.yml");
  for (const file of files) {
    const text = textOf(`.github/workflows/${file}`);
    expect(gitHub.workflow(text).errors).toEqual([]);
    expect(text).toMatch(/^permissions: \{\}$/m);
    // An expression in a script is a piece of it.
    expect(text).not.toMatch(/ run: .*\$\{\{/);
  }
});

test("the problem matcher reads what concise prints", async () => {
  const { pattern } = problemMatcher();
  const { stdout } = await run(["--format", "concise", "--stdin-filename", "a b.yaml", "-"], {
    stdin: BAD,
  });
  const matches = stdout.split("\n").flatMap((line) => new RegExp(pattern.regexp).exec(line) ?? []);
  expect(matches.slice(1, 5)).toEqual(["a b.yaml", "3", expect.stringMatching(/^\d+$/), "error"]);
  expect(matches[pattern.code]).toBe("srt-not-caller");
});

test("the problem matcher gives each finding a severity that GitHub knows", async () => {
  const { severity: usual, pattern } = problemMatcher();
  const levels = ["error", "warning", "info"];
  const severities = levels.map(async (level) => {
    const argv = ["-f", "concise", "--per-file", "--rule", `srt-not-caller=${level}`, "-"];
    const { stdout } = await run(argv, { stdin: BAD });
    const line = stdout.split("\n").find((it) => it.endsWith(" [srt-not-caller]")) ?? "";
    const match = new RegExp(pattern.regexp).exec(line);
    expect(match?.[pattern.code]).toBe("srt-not-caller");
    // As https://github.com/actions/runner does: what is empty is the matcher's own.
    return match?.[pattern.severity] || usual;
  });
  expect(await Promise.all(severities)).toEqual(["error", "warning", "notice"]);
});

interface Matcher {
  readonly severity?: string;
  readonly pattern: Readonly<{ regexp: string; severity: number; code: number }>;
}

function problemMatcher(): Matcher {
  const parsed = JSON.parse(textOf(".github/problem-matcher.json")) as {
    problemMatcher: [{ severity?: string; pattern: [Matcher["pattern"]] }];
  };
  const [matcher] = parsed.problemMatcher;
  return { ...matcher, pattern: matcher.pattern[0] };
}

test("the image holds what runs by itself, as somebody who is not root", () => {
  const lines = textOf("Dockerfile").replaceAll("\\\n", " ").split("\n");
  const image = folderWith({});
  for (const line of lines.filter((it) => it.startsWith("COPY "))) {
    const [source = "", target = ""] = line.split(" ").slice(1);
    mkdirSync(join(image, target), { recursive: true });
    // As a build does: what is in a folder, or a file.
    const into = source.endsWith("/") ? target : join(target, basename(source));
    cpSync(join(CHECKOUT, source), join(image, into), { recursive: true });
    // All else is kept from the build.
    expect(textOf(".dockerignore")).toContain(`!${source.replace("/", "")}\n`);
  }
  const last = (word: string) => lines.findLast((it) => it.startsWith(`${word} `)) ?? "";
  expect(last("USER")).toBe("USER node");
  expect(last("FROM")).toMatch(/^FROM node:\d+\.\d+\.\d+-\w+-slim$/);
  const [command = "", ...words] = JSON.parse(last("ENTRYPOINT").slice(11)) as string[];
  const args = words.map((it) => (it.startsWith("/") ? join(image, it) : it));
  const folder = folderWith({ "a.restream.yaml": BAD });
  const { status, stdout } = call(command, args, folder);
  expect(stdout).toContain("srt-not-caller");
  expect(status).toBe(1);
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
}

function call(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Outcome {
  const clean = { PATH: process.env["PATH"], HOME: cwd, LANG: "C.UTF-8", ...env };
  const { status, stdout, error } = spawnSync(command, args, { cwd, env: clean, encoding: "utf8" });
  if (error) throw error;
  return { status, stdout };
}

/** The YAML blocks of a page whose first line names a file. */
function snippetsOf(page: string, file: string): string[] {
  const blocks = page.matchAll(/^```yaml\n# (\S+)\n([^]*?)^```$/gm);
  return Array.from(blocks).flatMap(([, name, text = ""]) => (name === file ? [text] : []));
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), "utf8");
}
