import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createGcoreApi } from "@restream-lint/testkit";
import type { Country } from "./country.ts";
import type { Step } from "./pages.ts";
import type { Call } from "./stand-ins.ts";
import { ORDINARY, VARIABLES, type World } from "./worlds.ts";

// Somebody who follows a page: in bash, in a home of their own, without a network.

/** What became of one line. */
export interface Outcome {
  readonly line: string;
  /** Undefined where the walk ended before it. */
  readonly status: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What the commands that were run began with. */
  readonly reached: readonly string[];
}

/** What became of a page's lines, and what stand-ins were called with. */
export interface Walk {
  /** Of each step that is a line, by the step. */
  readonly outcomes: ReadonlyMap<Step, Outcome>;
  readonly calls: readonly Call[];
  /** What was said beside the lines: why the walk could not begin. */
  readonly stderr: string;
}

/** Follows a page; the first line that ends otherwise than it should is the last. */
export async function walk(
  country: Country,
  page: string,
  steps: readonly Step[],
  world: World,
): Promise<Walk> {
  const place = join(country.folder, "walks", page.replaceAll("/", "-"));
  const home = join(place, "home");
  for (const kind of ["start", "tmp", "status", "stdout", "stderr"])
    mkdirSync(join(place, kind), { recursive: true });
  writeFiles(home, { ".gitconfig": readFileSync(join(country.folder, ".gitconfig"), "utf8") });
  const texts = steps.map((it, index) => [`text/${index}`, "text" in it ? it.text : ""] as const);
  writeFiles(place, Object.fromEntries(texts));

  const server = await createGcoreApi();
  try {
    const stderr = await bash(scriptOf(country, place, steps, world, server.token), {
      HOME: home,
      TMPDIR: join(place, "tmp"),
      PATH: [
        join(home, ".local/bin"),
        join(country.folder, "programs"),
        ...(world.installs ? [] : [join(country.folder, "installed")]),
      ].join(delimiter),
      LANG: "C.UTF-8",
      CALLS: join(place, "calls"),
      // Nothing but what is on this disk.
      GIT_ALLOW_PROTOCOL: "file",
      GIT_CONFIG_NOSYSTEM: "1",
      GCORE_BASE_URL: server.url,
      ...VARIABLES,
    });
    return { outcomes: outcomesIn(place, steps), calls: callsIn(place), stderr };
  } finally {
    await server.stop();
  }
}

/** One script for the whole page, so that `cd` and `export` hold for what follows. */
function scriptOf(
  { folder, origin }: Country,
  place: string,
  steps: readonly Step[],
  world: World,
  token: string,
): string {
  const start = quoted(join(place, "start"));
  /** CI is for a repository of one's own. */
  const jobs = world.isClone ? quoted(join(place, "jobs")) : '"$PWD"';
  const from = (name: string) => quoted(join(place, name));
  return `set -e
PS4='+ '
exec 9>${from("trace")}
BASH_XTRACEFD=9
copied() { local copy; copy=$(mktemp -d); cp -a "$1/." "$copy"; cd "$copy"; }
# Command, answer: what is typed before the question is thrown away.
answered() {
  local pipe key text= said=; pipe=$(mktemp -u); mkfifo "$pipe"; exec 8<>"$pipe"
  script --quiet --flush --return --command "$1" /dev/null <&8 | while IFS= read -rd '' -n 1 key; do
    printf %s "$key"; text+=$key
    if [[ -z $said && $text == *'? ['*'] ' ]]; then echo "$2" >&8; said=1; fi
  done
  return "\${PIPESTATUS[0]}"
}
# Number, expected status, command.
line() {
  echo "step $1" >&9
  local status
  set +e
  { set -x; eval "$3"; status=$?; set +x; } > ${from("stdout")}/$1 2> ${from("stderr")}/$1
  set -e
  echo $status > ${from("status")}/$1
  [[ $status == "$2" ]]
}
${world.isClone ? `git clone --quiet ${quoted(origin)} ${start}` : ""}
cd ${start}
${settling(world)}
${world.isClone ? `mkdir ${jobs}; cd ${jobs}; ${settling(ORDINARY)}` : ""}
copied ${start}
${steps.flatMap(linesOf).join("\n")}
`;

  function linesOf(step: Step, index: number): string[] {
    switch (step.type) {
      case "file":
        return [saving(step.name, `cat ${from(`text/${index}`)}`)];
      case "output":
        return [];
      case "command": {
        const before = steps.slice(0, index).findLast(({ type }) => type === "command");
        const isFirst = before?.type !== "command" || before.block !== step.block;
        const typed = world.typed?.[step.line];
        return [
          ...(world.isApart && isFirst ? [`copied ${start}`] : []),
          world.before?.[step.line] ?? "",
          line(
            index,
            step.line,
            typed === undefined
              ? step.line.replaceAll("'…'", quoted(token))
              : `answered ${quoted(step.line)} ${quoted(typed)}`,
          ),
        ];
      }
      case "job":
        return job(index, step.line, `(set -e\n${step.line}\n)`);
      case "action": {
        const inputs = {
          RESTREAM_LINT_PATHS: step.inputs.get("paths") ?? ".",
          RESTREAM_LINT_ARGS: step.inputs.get("args") ?? "",
          RESTREAM_LINT_SARIF_FILE: step.inputs.get("sarif-file") ?? "",
          GITHUB_ACTION_PATH: origin,
          GITHUB_ACTIONS: "true",
        };
        const words = Object.entries(inputs).map(([name, value]) => `${name}=${quoted(value)}`);
        const command = `git -C ${quoted(origin)} rev-parse --quiet --verify ${quoted(`refs/tags/${step.revision}`)} && env ${words.join(" ")} bash -e ${quoted(join(folder, "action.sh"))}`;
        return job(index, "", command);
      }
    }
  }

  /** In a folder of its own, with the file that says so. */
  function job(index: number, shown: string, command: string): string[] {
    const file = steps.findLastIndex((it, at) => at < index && it.type === "file");
    const saved = steps[file];
    return [
      `here=$PWD; copied ${jobs}`,
      saved?.type === "file" ? saving(saved.name, `cat ${from(`text/${file}`)}`) : "",
      line(index, shown, command),
      'cd "$here"',
    ];
  }

  function line(index: number, shown: string, command: string): string {
    return `line ${index} ${world.ends?.[shown] ?? 0} ${quoted(command)}`;
  }
}

/** Puts what a world has into the working directory. */
function settling({ files, setup = "" }: World): string {
  const saved = Object.entries(files).map(([name, text]) =>
    saving(name, `printf %s ${quoted(text)}`),
  );
  return `${saved.join("\n")}\n${setup}`;
}

function saving(name: string, command: string): string {
  return `mkdir -p "$(dirname ${quoted(name)})"; ${command} > ${quoted(name)}`;
}

function outcomesIn(place: string, steps: readonly Step[]): ReadonlyMap<Step, Outcome> {
  const traces = new Map(
    textIn(join(place, "trace"))
      .split(/^step (?=\d+$)/m)
      .map((it) => [Number.parseInt(it, 10), it]),
  );
  return new Map(
    steps.flatMap((step, index) => {
      const line = shownOf(step);
      if (line === undefined) return [];
      const [status, stdout, stderr] = (["status", "stdout", "stderr"] as const).map((it) =>
        textIn(join(place, it, String(index))),
      );
      const words = (traces.get(index) ?? "").matchAll(/^\++ (\S+)/gm);
      return [
        [
          step,
          {
            line,
            status: status === "" ? undefined : Number(status),
            stdout: stdout ?? "",
            stderr: stderr ?? "",
            reached: Array.from(words, ([, word = ""]) => word),
          },
        ] as const,
      ];
    }),
  );
}

/** Undefined for what is no line. */
function shownOf(step: Step): string | undefined {
  switch (step.type) {
    case "command":
    case "job":
      return step.line;
    case "action":
      return `uses: restream-lint/restream-lint@${step.revision}`;
    case "file":
    case "output":
      return undefined;
  }
}

function callsIn(place: string): Call[] {
  return textIn(join(place, "calls"))
    .split("\0\n")
    .slice(0, -1)
    .map((it) => {
      const [program = "", cwd = "", ...argv] = it.split("\0");
      return { program, cwd, argv };
    });
}

/** Runs a script without anybody at a terminal, and tells what it says beside its lines. */
async function bash(script: string, env: Readonly<Record<string, string>>): Promise<string> {
  const child = spawn("/bin/bash", ["--noprofile", "--norc", "-c", script], {
    env,
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  // With all that it started: what never ends must not outlive the test.
  const timer = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, LONGEST_MS);
  const said: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
  await once(child, "close");
  clearTimeout(timer);
  return said.join("");
}

/** Less than a test may take. */
const LONGEST_MS = 50_000;

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function textIn(file: string): string {
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** As one word of a shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
