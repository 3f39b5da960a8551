import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const EXAMPLES = join(import.meta.dirname, "../../../examples");

/** `file:line severity rule` of all that is found in a folder. */
async function findingsIn(folder: string): Promise<{ status: number; found: readonly string[] }> {
  const { status, stdout } = await run(["--no-config", "--format", "concise", "."], {
    cwd: join(EXAMPLES, folder),
  });
  const found = Array.from(
    stdout.matchAll(/^(.+?:\d+):\d+: (\w+): .* \[([\w-]+)\]$/gm),
    ([, place, severity, rule]) => `${place} ${severity} ${rule}`,
  );
  return { status, found };
}

test("examples/good has no findings, infos included", async () => {
  const { stdout, status } = await run(["--no-config", "."], { cwd: join(EXAMPLES, "good") });
  expect(stdout).toBe("4 files: no findings\n");
  expect(status).toBe(0);
});

test("examples/bad has errors, in each of its files", async () => {
  const { status, found } = await findingsIn("bad");
  expect(status).toBe(1);
  const files = found.filter((it) => it.includes(" error ")).map((it) => it.split(":")[0]);
  expect([...new Set(files)]).toEqual([
    "rtmp.restreams.yaml",
    "shape.restream.json",
    "srt.restreams.yaml",
    "syntax.restreams.yaml",
  ]);
});

test("of Gcore's documented URIs, only a passphrase that libsrt refuses is an error", async () => {
  const { found } = await findingsIn("gcore-documentation");
  expect(found).toEqual([
    "create-restream.restream.json:4 warning wrong-ingest",
    "create-restream.restream.json:4 info hard-coded-secret",
    "uris.restreams.yaml:6 info hard-coded-secret",
    "uris.restreams.yaml:10 warning placeholder-host",
    "uris.restreams.yaml:10 warning srt-missing-latency",
    "uris.restreams.yaml:14 warning placeholder-host",
    "uris.restreams.yaml:14 info srt-undeclared-latency-unit",
    "uris.restreams.yaml:14 error srt-passphrase-length",
  ]);
});

test("the README beside them quotes each URI, and names each rule in its row", async () => {
  const folder = join(EXAMPLES, "gcore-documentation");
  const rows = readFileSync(join(folder, "README.md"), "utf8").split("\n");
  const { found } = await findingsIn("gcore-documentation");
  for (const finding of found) {
    const [, file = "", line, rule] = /^(.+):(\d+) \w+ (.+)$/.exec(finding) ?? [];
    const text = readFileSync(join(folder, file), "utf8").split("\n")[Number(line) - 1] ?? "";
    const uri = /\w+:\/\/[^"]+/.exec(text)?.[0];
    const row = rows.find((it) => it.startsWith(`| \`${uri}\` |`));
    expect(row).toContain(`[\`${rule}\`](../../docs/rules/${rule}.md)`);
  }
});
