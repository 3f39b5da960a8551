import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { visible } from "../src/printable.ts";
import { concise } from "../src/reporters/concise.ts";
import { annotations } from "../src/reporters/github.ts";
import { pretty } from "../src/reporters/pretty.ts";
import { diagnosticOf, HOSTILE_REPORTS, PAPER, reportOf, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

/** A workflow command, as GitHub's runner takes a line apart. */
interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The commands in an output, after github.com/actions/runner, ActionCommand.cs. */
function commandsIn(output: string): Command[] {
  return output.split(/\r\n|\r|\n/).flatMap((line) => {
    if (line.includes("##[") && !line.trimStart().startsWith("::"))
      throw new Error(`An old command: ${line}`);
    const [, name = "", written = "", message = ""] =
      /^\s*::(\S*?)(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (name === "") return [];
    const properties = written.split(",").map((it) => {
      const [key = "", ...rest] = it.split("=");
      return [key, unescaped(rest.join("="))];
    });
    return [{ name, properties: Object.fromEntries(properties), message: unescaped(message) }];
  });
}

function unescaped(text: string): string {
  const plain: Readonly<Record<string, string>> = {
    "%0D": "\r",
    "%0A": "\n",
    "%3A": ":",
    "%2C": ",",
    "%25": "%",
  };
  return text.replaceAll(/%(?:0D|0A|3A|2C|25)/g, (it) => plain[it] ?? it);
}

const ITEM =
  "  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";
const WARNED = "stream_id: 1\nuri: srt://h.acme.net:9000?latency=2000\nlatency_unit: ms\n";

test("GitHub's commands mark the place, the errors first", async () => {
  const cwd = folderWith({ "a.yaml": WARNED, "b,c.yaml": `restreams:\n${ITEM}` });
  const { stdout } = await run(["-f", "github", "--per-file", "a.yaml", "b,c.yaml"], { cwd });
  expect(stdout).toBe(`\
::error file=b%2Cc.yaml,line=3,endLine=3,col=37,endColumn=45,title=srt-not-caller::b,c.yaml:3:37: SRT mode must be "caller", not "listener": Gcore dials, the target listens
::warning file=a.yaml,line=2,endLine=2,col=12,endColumn=27,title=srt-missing-mode::a.yaml:2:12: SRT mode is not given: write "mode=caller", the only one that Gcore supports
2 files: 1 error, 1 warning; --fix mends 2
`);
});

test("says how many GitHub does not show", async () => {
  const cwd = folderWith({ "a.yaml": `restreams:\n${ITEM.repeat(25)}` });
  const { stdout } = await run(["-f", "github", "--rule", "duplicate-target=off", "a.yaml"], {
    cwd,
  });
  expect(commandsIn(stdout)).toHaveLength(20);
  expect(stdout).toContain(`
a.yaml: and 5 more srt-not-caller
GitHub shows 10 of each kind; in this log alone: 10 more errors
1 file: 25 errors`);
});

test("leaves out columns where a finding has several lines: GitHub refuses them", () => {
  const diagnostic = diagnosticOf({ range: { start: 0, end: 4 } });
  expect(annotations([reportOf("a.yaml", [diagnostic])], SUMMARY, PAPER)).toBe(
    "::error file=a.yaml,line=1,endLine=2,title=unknown-field::a.yaml:1:1: x\n",
  );
});

test("GitHub reads what it was given, whatever that is, and no other command", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const read = commandsIn(annotations(reports, SUMMARY, PAPER)).map(
        ({ name, properties, message }) => [
          name.replace("notice", "info"),
          properties["file"],
          message.replace(`${properties["file"]}:${properties["line"]}:`, "").replace(/^\d+: /, ""),
        ],
      );
      const given = reports.flatMap(({ file, diagnostics }) =>
        diagnostics.map(({ severity, message }) => [
          severity,
          visible(PAPER.pathOf(file)),
          visible(message),
        ]),
      );
      const order = ["error", "warning", "info"];
      expect(read).toEqual(
        given.toSorted(([a = ""], [b = ""]) => order.indexOf(a) - order.indexOf(b)),
      );
    }),
  );
});

test("in GitHub Actions, annotations come before what people read, and a job summary is written", async () => {
  const cwd = folderWith({
    "infra/a.yaml": `restreams:\n${ITEM}`,
    "infra/good.yaml": ITEM.slice(4).replaceAll("\n    ", "\n").replace("listener", "caller"),
    summary: "# Before\n",
  });
  const file = join(cwd, "summary");
  const env = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: cwd, GITHUB_STEP_SUMMARY: file };
  const options = { cwd: join(cwd, "infra"), env };
  const { stdout } = await run(["a.yaml"], options);
  const [first = "", second] = stdout.split("\n");
  expect(first).toMatch(/^::error file=infra\/a\.yaml,line=3,/);
  expect(second).toBe("a.yaml:3:37 error srt-not-caller");
  expect(stdout.match(/1 file: 1 error/g)).toHaveLength(1);
  const summary = readFileSync(file, "utf8");
  expect(summary).toMatch(
    /^# Before\n### restream-lint\n\n1 file: 1 error; --fix mends 1\n\n\| severity /,
  );
  expect(summary).toContain("<code>infra/a.yaml&#58;3&#58;37</code>");

  expect((await run(["good.yaml"], options)).stdout).toBe("1 file: no findings\n");
  const inLines = await run(["-f", "concise", "a.yaml"], options);
  expect(inLines.stdout).toMatch(/^a\.yaml:3:37: error:/);
  expect(readFileSync(file, "utf8")).toBe(summary);
});

test("a job summary that is full is left as it is", async () => {
  const cwd = folderWith({ "a.yaml": `restreams:\n${ITEM}` });
  const file = join(cwd, "summary");
  writeFileSync(file, "x".repeat(1024 * 1024));
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file };
  const { stderr, status } = await run(["a.yaml"], { cwd, env });
  expect(stderr).toBe("restream-lint: the job summary is full: nothing is added to it\n");
  expect(readFileSync(file, "utf8")).toHaveLength(1024 * 1024);
  expect(status).toBe(1);
});

test("a job summary that cannot be written is said, and loses nothing else", async () => {
  const cwd = folderWith({ "a.yaml": `restreams:\n${ITEM}` });
  const file = join(cwd, "summary");
  mkdirSync(file);
  const env = { GITHUB_ACTIONS: "true", GITHUB_STEP_SUMMARY: file };
  const argv = ["-f", "github", "-f", "json=o.json", "a.yaml"];
  const { stdout, stderr, status } = await run(argv, { cwd, env });
  expect(stderr).toBe(
    `restream-lint: the job summary cannot be written: ${file}: is a directory\n`,
  );
  expect(JSON.parse(readFileSync(join(cwd, "o.json"), "utf8")).summary.errors).toBe(1);
  expect(stdout).toMatch(/^::error file=a\.yaml,/);
  expect(status).toBe(1);
});

test.each(["pretty", "concise", "annotations"])(
  "no file is called so that GitHub takes a line of %s for a command",
  async (format) => {
    const names = ["::stop-commands::x.yaml", " ::debug::x.yaml", "##[add-mask]x.yaml"];
    const reports = names.map((file) =>
      reportOf(
        file,
        Array.from({ length: 40 }, () => diagnosticOf()),
      ),
    );
    const reporter = { annotations, concise, pretty }[format] ?? annotations;
    const read = commandsIn(await reporter(reports, SUMMARY, PAPER));
    expect(read.filter(({ name }) => name !== "error")).toEqual([]);
  },
);
