import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { LINT } from "../src/options.ts";
import { checkstyle } from "../src/reporters/checkstyle.ts";
import { gitlab } from "../src/reporters/gitlab.ts";
import { json } from "../src/reporters/json.ts";
import { jsonl } from "../src/reporters/jsonl.ts";
import { junit } from "../src/reporters/junit.ts";
import { markdown } from "../src/reporters/markdown.ts";
import { refusal } from "../src/reporters/refusal.ts";
import { sarif } from "../src/reporters/sarif.ts";
import { account, KEY } from "./gcore.ts";
import { HOSTILE_REPORTS, PAPER, reportOf, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

const NAMES = [
  "::stop-commands::x",
  " ::debug::x",
  "##[add-mask]x",
  "x\n::error::y",
  "\r\u001b]0;owned\u0007\u001b[2J",
  "\u202ex\u2066\u200b\u0085\u2028",
].map((name) => `${name}.restream.yaml`);

const TEXT = `# ##[add-mask]x\nrestreams:\n  - stream_id: 20 # ##[x]\n    active: yes # ##[y]\n    uri: rtmp://h.acme.net/live/${KEY} # ##[z]\n`;

/** Lines that a log of GitHub's runner obeys: it passes over blanks before `::`, and over anything before `##[`. */
function commandsIn(text: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => line.includes("##[") || line.trimStart().startsWith("::"));
}

/** Those, and lines that a terminal obeys. */
function obeyedIn(text: string): readonly string[] {
  const isObeyed = (line: string) =>
    commandsIn(line).length > 0 ||
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/.test(line);
  return text.split("\n").filter(isObeyed);
}

const FORMATS = LINT.options.find(({ name }) => name === "format")?.choices ?? [];

test.each(NAMES)("nothing obeys what a file is called, or what is in it: %j", async (name) => {
  const cwd = folderWith({ [name]: TEXT });
  // What is a command is one on purpose.
  const formats = FORMATS.filter((it) => it !== "github").map((it) => ["-f", it]);
  const config = ["config", "-f", "json"];
  for (const argv of [["--diff"], config, ...formats, ["secrets"], ["secrets", "--move"], []]) {
    const { stdout, stderr } = await run([...argv, "--", `./${name}`], { cwd });
    expect(stdout, argv.join(" ")).not.toBe("");
    expect(obeyedIn(stdout + stderr), argv.join(" ")).toEqual([]);
  }
  expect(obeyedIn(refusal(reportOf(name, []), { start: 0, end: 1 }, "x", PAPER))).toEqual([]);
});

test.each(Object.entries({ checkstyle, gitlab, json, jsonl, junit, markdown, sarif }))(
  "%s holds no command, for it may be printed to a log",
  (_, reporter) => {
    assert(
      property(HOSTILE_REPORTS, (reports) => {
        expect(commandsIn(reporter(reports, SUMMARY, PAPER))).toEqual([]);
      }),
    );
  },
);

test.each(NAMES)("what holds the API token is named as harmlessly: %j", async (name) => {
  const { run: plan, server } = await account({});
  const held = `restreams:\n  - name: A\n    stream_id: 20\n    uri: rtmp://h.acme.net/live/${server.token}\n`;
  const { stdout, stderr } = await plan(["plan", "--", name], {
    cwd: folderWith({ [name]: held }),
  });
  expect(stderr).toContain("while a document holds the API token");
  expect(obeyedIn(stdout + stderr)).toEqual([]);
});

test("--diff shows lines around a change that GitHub would take for commands", async () => {
  const text = `restreams:\n  - stream_id: 20\n    name: |\n      ::error::x\n      ##[debug]x\n    active: yes\n    uri: rtmp://h.acme.net/live/\${KEY}\n`;
  const { stdout } = await run(["--diff"], { cwd: folderWith({ "restreams.yaml": text }) });
  expect(stdout).toContain("+    active: true\n");
  // Besides, nearly all of it is masked.
  expect(stdout).toContain("       \\u003a:");
  expect(stdout).toContain("       ## [");
  expect(obeyedIn(stdout)).toEqual([]);
});
