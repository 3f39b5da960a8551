import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { createGcoreApi } from "@restream-lint/testkit";
import type { Country } from "./country.ts";
import type { Step } from "./pages.ts";
import type { Call } from "./stand-ins.ts";
import { scriptOf } from "./walk-script.ts";
import { VARIABLES, type World } from "./worlds.ts";

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
