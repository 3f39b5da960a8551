import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { beforeAll, expect, test } from "vitest";
import { MAIN } from "../../../scripts/bundle.ts";
import { bundleInto } from "./bundled.ts";
import { stepsOf } from "./pages.ts";

// What docs/scale.md says of GNU parallel, in GNU parallel.

const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/restream-lint-bundle");

beforeAll(async () => {
  await bundleInto(FOLDER);
});

/** So many lines: fine ones, broken ones, blank ones, and what only a neighbour could be compared with. */
function recordsOn(lines: number): string {
  return Array.from({ length: lines }, (_, index) => {
    const id = index + 1;
    if (id % 997 === 0) return "";
    if (id % 1000 === 0) return `{"stream_id":${id},"uri":`;
    const key = id % 1009 === 0 ? "k3y-of-a-person" : "${KEY}";
    return `{"name":"A","stream_id":${id},"uri":"rtmp://a.rtmp.youtube.com/live2/${key}"}`;
  }).join("\n");
}

interface Found {
  readonly rule?: string;
  readonly path: string;
  readonly message: string;
  readonly range: { readonly start: Place; readonly end: Place };
  readonly summary?: Readonly<Record<string, number>>;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What is found where, without what a part cannot know. */
function findingsIn(text: string): unknown[] {
  const lines = text.split("\n").slice(0, -1);
  return lines
    .map((it) => JSON.parse(it) as Found)
    .flatMap(({ rule, path, message, range }) => {
      if (rule === undefined) return [];
      const [start, end] = [range.start, range.end].map(({ line, column }) => [line, column]);
      return [{ rule, path, message, start, end }];
    });
}

/** Runs a command of bash where the page begins. */
function bash(cwd: string, command: string) {
  const env = { ...process.env, PATH: `${cwd}:${process.env["PATH"]}`, HOME: cwd };
  const script = { cwd, env, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", command], script);
  expect(stderr, command).toBe("");
  return { status, stdout };
}

function place(records: string): string {
  const cwd = folderWith({
    "restreams.ndjson": records,
    "restream-lint": `#!/bin/sh\nexec "${process.execPath}" -- "${join(FOLDER, MAIN)}" "$@"\n`,
  });
  bash(cwd, "chmod +x restream-lint");
  return cwd;
}

test("parts find what the whole finds, on the lines where it is", () => {
  const cwd = place(recordsOn(120_500));
  const whole = bash(cwd, "restream-lint -f jsonl - < restreams.ndjson");
  expect(whole.status).toBe(1);
  const commands = stepsOf("docs/scale.md").flatMap((it) => ("line" in it ? [it.line] : []));
  const [split, located, counted] = ["parallel ", "jq -c ", "jq -n "].map((beginning) =>
    commands.find((it) => it.startsWith(beginning)),
  );
  // All three parts have errors.
  expect(bash(cwd, split ?? "").status).toBe(3);
  const inParts = findingsIn(bash(cwd, located ?? "").stdout);
  expect(inParts).toEqual(findingsIn(whole.stdout));
  expect(inParts.length).toBeGreaterThan(200);
  const { summary } = JSON.parse(whole.stdout.trimEnd().split("\n").at(-1) ?? "") as Found;
  const { records, errors } = summary ?? {};
  expect(records).toBe(120_500 - 120);
  expect(JSON.parse(bash(cwd, counted ?? "").stdout)).toEqual({ parts: 3, records, errors });
});

test("parts of so many bytes find it too", () => {
  const cwd = place(recordsOn(5000));
  const whole = bash(cwd, "restream-lint -f jsonl - < restreams.ndjson").stdout;
  const { stdout } = bash(
    cwd,
    "parallel --pipe --block 100k --keep-order restream-lint -f jsonl --stdin-filename x.ndjson - < restreams.ndjson",
  );
  const withoutLine = (text: string) =>
    (findingsIn(text) as { start: [number, number]; end: [number, number] }[]).map((it) => ({
      ...it,
      start: it.start[1],
      end: it.end[1],
    }));
  expect(withoutLine(stdout)).toEqual(withoutLine(whole));
  expect(stdout.split('"summary"').length).toBeGreaterThan(3);
});
