import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { MANIFEST, ROOT } from "./manifest.ts";

// The problem matcher reads what `--format concise` prints: all of it, in the right places.

const [MATCHER] = MANIFEST.contributes.problemMatchers;
const BAD = "examples/bad";

function run(args: readonly string[], input = ""): string {
  const cli = ["dist/restream-lint.cjs", ...args];
  return spawnSync(process.execPath, cli, { cwd: ROOT, input, encoding: "utf8" }).stdout;
}

/** What the problem matcher makes of lines; undefined of one that says nothing to it. */
function matched(output: string) {
  const lines = output.trimEnd().split("\n");
  return lines.map((text) => {
    const { regexp, ...places } = MATCHER?.pattern ?? { regexp: "$^" };
    const groups = new RegExp(regexp).exec(text);
    if (!groups) return undefined;
    const parts = Object.entries(places).map(([part, group]) => [part, groups[group]]);
    return Object.fromEntries(parts) as Record<string, string>;
  });
}

/** The same findings as the command line gives them to programs. */
interface Found {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly column: number } };
}

function expectedOf({ file, rule, severity, message, range: { start } }: Found) {
  const { line, column } = start;
  return { file, line: String(line), column: String(column), severity, message, code: rule };
}

function foundIn(args: readonly string[], input?: string) {
  const { diagnostics } = JSON.parse(run(["--format", "json", ...args], input)) as {
    diagnostics: Found[];
  };
  return diagnostics.map(expectedOf);
}

test("each finding is read, and the summary is none", () => {
  const found = foundIn([BAD]);
  expect(new Set(found.map(({ severity }) => severity))).toEqual(
    new Set(["error", "warning", "info"]),
  );
  expect(matched(run(["--format", "concise", BAD]))).toEqual([...found, undefined]);
});

test.each([
  "my shows/tonight (live).restreams.yaml",
  "C:\\shows\\restreams.yaml",
  "a: b:1.restreams.yaml",
  "a:1:2:restreams.yaml",
])("a file may be called %s", (file) => {
  const input = "restreams:\n- stream_id: 1\n  uri: srt://h.acme.net:9000?mode=listener\n";
  const args = ["--stdin-filename", file, "-"];
  const found = foundIn(args, input);
  expect(found.map((it) => it.file)).toContain(file);
  expect(matched(run(["--format", "concise", ...args], input))).toEqual([...found, undefined]);
});

test("tasks name it as docs do", () => {
  expect(MATCHER?.name).toBe("restream-lint");
});
