import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lint, parseDocument, rules } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import {
  array,
  assert,
  constantFrom,
  dictionary,
  property,
  record,
  shuffledSubarray,
} from "fast-check";
import { beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { MAIN } from "../../../scripts/bundle.ts";
import { packed, type Packed, unpacked } from "../src/jobs/packed.ts";
import { threadsFor } from "../src/jobs/threads.ts";
import { lintedOf } from "../src/linted.ts";
import { bundleInto } from "./bundled.ts";
import { run as runHere } from "./run.ts";

/** Node binaries to run the bundle under; CI names a Node 24 beside the one that runs the tests. */
const NODES = (process.env["RESTREAM_LINT_NODES"] ?? process.execPath).split(":");
const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/restream-lint-bundle");

beforeAll(async () => {
  await bundleInto(FOLDER);
});

describe("what is left of a document says of it what the document says", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("%s", (_, { id, docs }) => {
    const settings = {
      extends: "all",
      ignore: [{ rule: "srt-not-caller" }, { rule: id, reason: "known" }, { path: "/nowhere" }],
    } as const;
    for (const text of [...docs.invalid, ...docs.valid]) {
      for (const these of [settings, { extends: "all" } as const]) {
        const linted = lintedOf("a.yaml", parseDocument(text), these);
        const sent = JSON.parse(JSON.stringify(packed(linted))) as Packed;
        const found = unpacked("a.yaml", sent, these);
        const { document, mask, markOf, unusedIgnores } = found;
        expect(found).toMatchObject({
          file: "a.yaml",
          text,
          settings: these,
          keys: [...linted.keys],
          restreams: document.restreams.length,
          isWhole: linted.isWhole,
          diagnostics: linted.diagnostics,
          suppressed: linted.suppressed,
          unusedIgnores: linted.unusedIgnores,
        });
        // The very entries, and not others that say the same.
        for (const it of unusedIgnores)
          expect(these).toHaveProperty("ignore", expect.arrayContaining([it]));
        expect(lint(document, these)).toEqual(linted.diagnostics);
        const all = { start: 0, end: text.length };
        expect(mask(all)).toBe(linted.mask(all));
        expect(found.diagnostics.map(markOf)).toEqual(linted.diagnostics.map(linted.markOf));
      }
    }
  });
});

test.each([
  [1, 100, 16, 1],
  [3, 2, 16, 2],
  [64, 1000, 1, 64],
  ["auto", 1, 16, 1],
  ["auto", 1999, 16, 1],
  ["auto", 2000, 16, 2],
  ["auto", 6000, 2, 1],
  ["auto", 6000, 4, 2],
  ["auto", 100_000, 1, 1],
  ["auto", 100_000, 64, 8],
] as const)("--jobs %s, for %i files on %i cores: %i", (jobs, files, cores, expected) => {
  expect(threadsFor(jobs, files, cores)).toBe(expected);
});

test.each(["0", "-1", "0.5", "1e1", "65", "x", "AUTO", " 2", "٣"])(
  "--jobs=%s is no number of threads",
  async (jobs) => {
    const cwd = folderWith({ "a.restream.yaml": bad(1) });
    const outcome = await runHere([`--jobs=${jobs}`], { cwd });
    expect(outcome).toEqual({
      status: 2,
      stdout: "",
      stderr: "restream-lint: --jobs needs a whole number from 1 to 64, or auto\n",
    });
  },
);

describe.each(NODES)("under %s", (node) => {
  test("any number of threads says what one does", () => {
    const hook = leftToOthers();
    const modes = ["others", "all"] as const;
    const names = constantFrom(
      ...["a", "b", "c", "d"].flatMap((it) => [`${it}.restream.yaml`, `in/${it}.restream.yaml`]),
      "in/deep/restreams.json",
      "other.yaml",
    );
    const cases = record({
      files: dictionary(names, constantFrom(...TEXTS), { minKeys: 2 }),
      settings: dictionary(
        constantFrom(".restream-lint.yaml", "in/.restream-lint.yaml"),
        constantFrom(...SETTINGS),
      ),
      pipes: array(constantFrom("p.restream.yaml", "in/p.restream.yaml"), { maxLength: 1 }),
      paths: shuffledSubarray([".", "other.yaml", "in", "none.yaml", "p.restream.yaml", "-"]),
      options: shuffledSubarray(OPTIONS, { maxLength: 3 }),
      mode: constantFrom(...modes),
    });
    const check = property(cases, ({ files, settings, pipes, paths, options, mode }) => {
      const all = { ...files, ...settings, "in/x.env": "A=1\n" };
      const outcomes = [1, 3].map((jobs) => {
        const cwd = folderWith(all);
        for (const pipe of pipes) execFileSync("mkfifo", [join(cwd, pipe)]);
        const others = mode === "others" ? ["--require", hook] : [];
        const argv = [`--jobs=${jobs}`, ...options.flat(), "--", ...paths];
        const outcome = spawnSync(node, [...others, join(FOLDER, MAIN), ...argv], {
          cwd,
          encoding: "utf8",
          env: { PATH: process.env["PATH"] },
          input: bad(7),
        });
        const { status, stdout, stderr } = outcome;
        const left = filesIn(cwd);
        rmSync(cwd, { recursive: true });
        return { status, stdout, stderr, left };
      });
      expect(outcomes[1]).toEqual(outcomes[0]);
      expect(outcomes[0]?.status).not.toBeNull();
    });
    assert(check, { numRuns: 25 });
  });

  test.each([
    [["--jobs=3", "."], 2],
    [["--jobs=9", "."], 3],
    [["-j2", "--changed", "."], 1],
    [["."], 0],
    [["--jobs=1", "."], 0],
    [["--jobs=auto", "."], 0],
    [["--jobs=3", "a.restream.yaml"], 0],
    [["--jobs=3", "--fix", "."], 0],
    [["--jobs=3", "--diff", "."], 0],
    [["--jobs=3", "--env", "."], 0],
    [["--jobs=3", "--env-file=x.env", "."], 0],
    [["--jobs=3", "--staged", "."], 0],
  ])("%j starts %i threads", (argv, expected) => {
    const started = join(folderWith({}), "started");
    const bundle = bundleWith(
      (worker) => `require("node:fs").appendFileSync(${JSON.stringify(started)}, ".");${worker}`,
    );
    writeFileSync(started, "");
    const texts = ["a", "b", "c", "d"].map((it, index) => [`${it}.restream.yaml`, bad(index)]);
    const cwd = folderWith({ ...Object.fromEntries(texts), "x.env": "A=1\n" });
    const commit = ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"];
    for (const it of [
      ["init", "-q"],
      [...commit, "--allow-empty"],
      ["add", "."],
    ])
      execFileSync("git", it, { cwd });
    const { status } = spawnSync(node, [join(bundle, MAIN), ...argv], { cwd });
    // With errors, or mended.
    expect([0, 1]).toContain(status);
    expect(readFileSync(started, "utf8")).toBe(".".repeat(expected));
  });

  test.each([
    ["throws", () => 'throw new Error("CANARY");', "Error"],
    ["ends", () => "process.exit(0);", "exit status 0"],
    ["is not there", undefined, "MODULE_NOT_FOUND"],
    [
      "has no memory left",
      () => "const all = []; for (;;) all.push(new Array(1e6).fill(0.5));",
      "ERR_WORKER_OUT_OF_MEMORY",
    ],
    [
      "breaks off halfway",
      (worker: string) =>
        `const { parentPort } = require("node:worker_threads"); const post = parentPort.postMessage; parentPort.postMessage = (it, ...more) => { if (it === null) process.exit(3); post.call(parentPort, it, ...more); };${worker}`,
      "exit status 3",
    ],
  ])("a thread that %s is no success, and no silence", (_, change, reason) => {
    const bundle = bundleWith(change);
    const cwd = folderWith({ "a.restream.yaml": fine("A"), "b.restream.yaml": fine("B") });
    const argv = ["--max-old-space-size=100", join(bundle, MAIN), "--jobs=2", "."];
    const { status, stdout, stderr } = spawnSync(node, argv, { cwd, encoding: "utf8" });
    expect({ status, stdout, stderr }).toEqual({
      status: 2,
      stdout: "",
      stderr: `restream-lint: a thread of --jobs broke off (${reason}), so not all was linted: lint with fewer, or with --jobs 1\n`,
    });
  });

  test("what other threads found is what is printed", () => {
    const words = "Gcore dials";
    const bundle = bundleWith(
      (worker) =>
        `const { parentPort } = require("node:worker_threads"); const post = parentPort.postMessage; parentPort.postMessage = (it, ...more) => post.call(parentPort, it && it.replaceAll("${words}", "CANARY"), ...more);${worker}`,
    );
    const cwd = folderWith({ "a.restream.yaml": bad(1), "b.restream.yaml": bad(2) });
    const argv = ["--require", leftToOthers(), join(bundle, MAIN), "--jobs=2", "."];
    const { stdout } = spawnSync(node, argv, { cwd, encoding: "utf8" });
    expect(stdout.split("CANARY")).toHaveLength(3);
    expect(stdout).not.toContain(words);
  });

  test("Ctrl-C ends all threads", async () => {
    const bundle = bundleWith(() => 'require("node:fs").writeSync(1, "up"); for (;;);');
    const cwd = folderWith({ "a.restream.yaml": fine("A"), "b.restream.yaml": fine("B") });
    const linting = spawn(node, [join(bundle, MAIN), "--jobs=2", "."], { cwd });
    onTestFinished(() => void linting.kill("SIGKILL"));
    const ended = once(linting, "exit");
    await once(linting.stdout, "data");
    linting.kill("SIGINT");
    expect(await ended).toEqual([null, "SIGINT"]);
  });
});

/**
 * A script to load before the bundle: it leaves all files to the other threads, before which the first would have come to the few
 * that a test has.
 */
function leftToOthers(): string {
  const text =
    'if (require("node:worker_threads").isMainThread) Atomics.add = () => Number.POSITIVE_INFINITY;';
  return join(folderWith({ "others.cjs": text }), "others.cjs");
}

/** A copy of the bundle with another text for its threads; without it, they have none. */
function bundleWith(change: ((worker: string) => string) | undefined): string {
  const files = readdirSync(FOLDER).map((name) => [name, readFileSync(join(FOLDER, name), "utf8")]);
  const copy = folderWith(Object.fromEntries(files));
  const worker = join(copy, "jobs-worker.cjs");
  if (change) writeFileSync(worker, change(readFileSync(worker, "utf8")));
  else rmSync(worker);
  return copy;
}

function bad(id: number): string {
  return `restreams:\n  - name: Studio ${id}\n    stream_id: ${id + 1}\n    uri: srt://h${id}.acme.net:9000?mode=listener&latency=2000&passphrase=hunter2hunter2\n`;
}

function fine(key: string): string {
  return `restreams:\n  - stream_id: 1\n    uri: rtmp://a.rtmp.youtube.com/live2/\${${key}}\n`;
}

const TEXTS: readonly string[] = [
  fine("A"),
  fine("B"),
  // The same target as the first, with a finding of its own.
  `${fine("A")}    client_user_id: 12\n    steam_id: 4\n`,
  `# restream-lint-disable-file duplicate-target -- on purpose\n${fine("A")}`,
  bad(1),
  bad(2),
  `# restream-lint-disable-file srt-not-caller\n# restream-lint-disable-file no-such-rule\n${bad(3)}`,
  "restreams:\n  - uri: 'rtmp://a.rtmp.youtube.com/live2/CANARY\n    stream_id: 1\n",
  '{"restreams": [{"stream_id": 1, "uri": "rtmp://a.rtmp.youtube.com/live2/${A}"}]}',
  '{"restreams": [',
  "services: {web: {image: nginx}}\n",
  "",
];

const SETTINGS: readonly string[] = [
  "extends: strict\n",
  "rules: {srt-not-caller: off, duplicate-target: error}\n",
  "ignore: [{rule: srt-not-caller, files: [a.restream.yaml]}, {rule: duplicate-target}]\n",
  "files: ['*.yaml']\nlatencyUnit: ms\n",
  "rules: {no-such-rule: off}\n",
  "rules: [\n",
];

const OPTIONS: (readonly string[])[] = [
  ...["pretty", "concise", "json", "jsonl", "sarif", "github", "gitlab"].map((it) => ["-f", it]),
  ...["junit", "checkstyle", "markdown", "sarif=out.sarif"].map((it) => ["-f", it]),
  ["--fix"],
  ["--diff"],
  ["--quiet"],
  ["--per-file"],
  ["--no-config"],
  ["--preset=all"],
  ["--rule=srt-not-caller=warning"],
  ["--max-warnings=0"],
  ["--env-file=in/x.env"],
  ["--force-exclude"],
  ["--no-error-on-unmatched"],
  ["--baseline=known.json", "--update-baseline"],
];

/** What is in a folder now, but for pipes. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted();
  const files = names.filter((it) => statSync(join(folder, it)).isFile());
  return Object.fromEntries(files.map((it) => [it, readFileSync(join(folder, it), "utf8")]));
}
