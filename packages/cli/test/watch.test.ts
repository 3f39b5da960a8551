import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import type { Output } from "../src/io.ts";
import { parseArguments } from "../src/arguments.ts";
import { main } from "../src/main.ts";
import { LINT } from "../src/options.ts";
import { createIo } from "../src/process-io.ts";
import { watchedOf } from "../src/watch/watched.ts";
import { run } from "./run.ts";

const FINE = "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n";
const BAD = "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000\n";
const NAME = "a.restream.yaml";

describe("lints again", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[], (cwd: string) => void]>([
    ["a document is written", { [NAME]: FINE }, [], (cwd) => write(cwd, NAME, BAD)],
    [
      "an editor puts a new file into its place",
      { [NAME]: FINE },
      [],
      (cwd) => {
        write(cwd, `.${NAME}.swp`, BAD);
        renameSync(join(cwd, `.${NAME}.swp`), join(cwd, NAME));
      },
    ],
    ["a document is new", { "b.restream.yaml": FINE }, [], (cwd) => write(cwd, NAME, BAD)],
    ["a folder is new", { [NAME]: FINE }, [], (cwd) => write(cwd, "x/y/z/restreams.yaml", BAD)],
    [
      "a folder comes with all that is in it",
      { "node_modules/b/restreams.yaml": BAD, [NAME]: FINE },
      [],
      (cwd) => renameSync(join(cwd, "node_modules/b"), join(cwd, "new")),
    ],
    ["a named file changes", { [NAME]: FINE }, [NAME], (cwd) => write(cwd, NAME, BAD)],
    ["a named file comes", { "b.restream.yaml": FINE }, [NAME], (cwd) => write(cwd, NAME, BAD)],
    [
      "the settings change",
      { [NAME]: BAD, ".restream-lint.yaml": "rules: {srt-not-caller: off}\n" },
      [],
      (cwd) => write(cwd, ".restream-lint.yaml", "rules: {srt-not-caller: error}\n"),
    ],
    [
      "settings come above",
      { [`in/${NAME}`]: BAD, ".restream-lint.yaml": "rules: {srt-not-caller: off}\n" },
      ["in"],
      (cwd) => rmSync(join(cwd, ".restream-lint.yaml")),
    ],
    [
      "an env file changes",
      { [NAME]: BAD.replace("listener", "${MODE}"), "x.env": "MODE=caller\n" },
      ["--env-file", "x.env", NAME],
      (cwd) => write(cwd, "x.env", "MODE=listener\n"),
    ],
    [
      "what git ignores changes",
      { [NAME]: FINE, "b.restream.yaml": BAD, ".gitignore": "b.*\n" },
      [],
      (cwd) => write(cwd, ".gitignore", "\n"),
    ],
  ])("when %s", async (_, files, argv, change) => {
    const cwd = folderWith(files);
    const watching = watch(cwd, argv);
    await watching.rounds(1);
    expect(watching.said()).not.toContain("[srt-not-caller]");
    change(cwd);
    await watching.shows("[srt-not-caller]");
    expect(await watching.end()).toBe(130);
  });
});

test("lints again when what a link leads to is written", async () => {
  const cwd = folderWith({ "far/real.yaml": FINE, "near/x": "" });
  symlinkSync("../far/real.yaml", join(cwd, "near/link"));
  const watching = watch(join(cwd, "near"), ["link"]);
  await watching.rounds(1);
  write(cwd, "far/real.yaml", BAD);
  await watching.shows("[srt-not-caller]");
  expect(await watching.end()).toBe(130);
});

test.each([
  [["link"]],
  [["--config", "link", "x"]],
  [["--env-file", "link", "x"]],
  [["--baseline", "link", "x"]],
])("what a link leads to matters under %j, and so does the link", async (argv) => {
  const cwd = folderWith({ "far/real.yaml": "", "near/x": "" });
  symlinkSync("../far/real.yaml", join(cwd, "near/link"));
  const args = await parseArguments(LINT, argv);
  const watched = await watchedOf(args, { ...createIo(), cwd: join(cwd, "near") });
  const matters = (folder: string, name: string) => watched.get(join(cwd, folder))?.(name);
  expect([matters("near", "link"), matters("far", "real.yaml")]).toEqual([true, true]);
  expect(matters("far", "other.yaml")).not.toBe(true);
});

test("a folder that was deleted and made anew at once is watched again", async () => {
  const cwd = folderWith({ "a/b/restreams.yaml": FINE });
  const watching = watch(cwd, []);
  await watching.rounds(1);
  rmSync(join(cwd, "a"), { recursive: true });
  write(cwd, "a/b/restreams.yaml", FINE);
  await watching.rounds(2);
  write(cwd, "a/b/restreams.yaml", BAD);
  await watching.shows("[srt-not-caller]");
  expect(await watching.end()).toBe(130);
});

test("what goes wrong later is said, and does not end it", async () => {
  const cwd = folderWith({ [NAME]: FINE, "x.env": "KEY=1\n" });
  const watching = watch(cwd, ["--env-file", "x.env", "."]);
  await watching.rounds(1);
  rmSync(join(cwd, "x.env"));
  await watching.shows("x.env: no such file or directory");
  write(cwd, "x.env", "KEY=1\n");
  write(cwd, NAME, BAD);
  await watching.shows("[srt-not-caller]");
  expect(await watching.end()).toBe(130);
});

test.each([
  ["a.txt", [], false],
  ["a.yaml.swp", [], false],
  ["a.yaml", [], true],
  [".gitignore", [], true],
  ["folder", [], true],
  ["x.env", [], false],
  ["x.env", ["--env-file", "x.env"], true],
  ["out.json", [], true],
  // What linting itself writes would wake it for ever.
  ["out.json", ["--format", "json=out.json"], false],
  ["known.json", ["--baseline", "known.json"], true],
  ["known.json", ["--baseline", "known.json", "--update-baseline"], false],
  ["known.json", ["--baseline", "known.json", "--prune-baseline"], false],
  ["known.json", ["--baseline", "known.json", "folder/x"], true],
  ["known.json", ["--baseline", "known.json", "--update-baseline", "folder/x"], false],
])("%s matters under %j: %s", async (name, argv, expected) => {
  const cwd = folderWith({ "folder/x": "" });
  const args = await parseArguments(LINT, ["--watch", ...argv]);
  const watched = await watchedOf(args, { ...createIo(), cwd });
  expect(watched.get(cwd)?.(name)).toBe(expected);
});

test.each([
  [["--staged"], "--watch and --staged exclude each other"],
  [["--changed"], "--watch and --changed exclude each other"],
  [["--diff"], "--watch and --diff exclude each other"],
  [["-"], "--watch takes no standard input"],
  [["--stdin-filename", "x.yaml"], "--watch takes no standard input"],
  [["--config", "none.yaml"], "none.yaml: no such file"],
])("%j is wrong from the beginning", async (argv, fault) => {
  const { status, stderr } = await run(["--watch", ...argv], { cwd: folderWith({}) });
  expect(stderr).toContain(fault);
  expect(status).toBe(2);
});

function write(cwd: string, name: string, text: string): void {
  mkdirSync(join(cwd, name, ".."), { recursive: true });
  writeFileSync(join(cwd, name), text);
}

/** Watches in this process, with the files and the clock of this machine. */
function watch(cwd: string, argv: readonly string[]) {
  let text = "";
  let interrupt = (): void => {};
  const output: Output = { isTTY: false, columns: undefined, write: (more) => (text += more) };
  const io = { ...createIo(), cwd, env: {}, stdout: output, stderr: output };
  const status = main(["--watch", "-f", "concise", ...argv], {
    ...io,
    ask: undefined,
    onInterrupt: (listener) => {
      interrupt = listener;
    },
  });
  const count = () => text.split("Watching for changes").length - 1;
  return {
    said: () => text,
    count,
    rounds: async (least: number) =>
      expect.poll(count, { timeout: 20_000 }).toBeGreaterThanOrEqual(least),
    shows: async (words: string, times = 1) =>
      expect
        .poll(() => text.split(words).length - 1, { timeout: 20_000, message: text })
        .toBeGreaterThanOrEqual(times),
    end: async () => {
      interrupt();
      return status;
    },
  };
}
