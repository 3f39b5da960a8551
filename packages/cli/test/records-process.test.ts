import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { MAIN } from "../../../scripts/bundle.ts";
import { bundleInto } from "./bundled.ts";

// NDJSON through a real process: what it takes, and how it ends.

const FOLDER = join(import.meta.dirname, "../../../node_modules/.cache/restream-lint-bundle");
/** Says last how many kilobytes of memory the process had at most. */
const HOOK = "process.on('exit',()=>console.error(process.resourceUsage().maxRSS))";
const ARGV = [`--import=data:text/javascript,${HOOK}`, "--", join(FOLDER, MAIN), "--format=jsonl"];
const NAMED = ["--stdin-filename", "x.ndjson", "-"];

const MB = 1e6;
const BAD = '{"stream_id":2,"uri":"srt://h.acme.net:9000?mode=listener&latency=2"}';

beforeAll(async () => {
  await bundleInto(FOLDER);
});

/** Records of so many bytes in all, each of 2000; one of a thousand is broken. */
function* records(bytes: number): Generator<string> {
  for (let id = 1; id * 2000 <= bytes; id += 1) {
    const uri = `"rtmp://a.rtmp.youtube.com/live2/\${KEY_${id}}"`;
    const text = `{"stream_id":${id},"uri"${id % 1000 === 0 ? "" : `:${uri}}`}`;
    yield `${text.padEnd(1999)}\n`;
  }
}

async function lintedFrom(argv: readonly string[], input: Iterable<string | Buffer>) {
  const child = spawn(process.execPath, [...ARGV, ...argv], { stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const ended = once(child, "close");
  await pipeline(Readable.from(input), child.stdin);
  const [status] = await ended;
  return { status: Number(status), stdout, peak: Number(stderr) * 1024 };
}

describe("the memory it takes", () => {
  test("does not grow with the records", async () => {
    const few = await lintedFrom(["-"], records(8 * MB));
    const many = await lintedFrom(["-"], records(240 * MB));
    expect([few.status, many.status]).toEqual([1, 1]);
    expect(many.stdout).toContain('"summary":{"files":1,"records":120000,"errors":120,');
    // What is read waits a while for the garbage collector.
    expect(many.peak - few.peak).toBeLessThan(100 * MB);
  });

  test("is bounded for one line without an end", async () => {
    const piece = Buffer.alloc(MB, "x");
    const { status, stdout, peak } = await lintedFrom(
      NAMED,
      Array.from({ length: 400 }, () => piece),
    );
    expect(status).toBe(1);
    expect(stdout).toContain('"file-too-large"');
    expect(peak).toBeLessThan(300 * MB);
  });

  test.runIf(process.platform === "linux")(
    "is bounded where nobody reads what it prints",
    async () => {
      // A pipe that does not wait, as some parents give it: Node keeps what it has no room for.
      const script = `
import os, select, subprocess, sys
read, write = os.pipe()
os.set_blocking(write, False)
child = subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=write, stderr=subprocess.PIPE)
os.close(write)
taken = child.stdin.fileno()
os.set_blocking(taken, False)
sent = 0
while sent < 50e6 and select.select([], [taken], [], 3)[1]:
    sent += os.write(taken, b'${BAD}\\n' * 1000)
print(sent)
os.close(read)
child.stdin.close()
print(child.wait(), child.stderr.read().decode())
`;
      const argv = ["-c", script, process.execPath, ...ARGV, ...NAMED];
      const { stdout, stderr } = spawnSync("python3", argv, { encoding: "utf8" });
      expect(stderr).toBe("");
      const [sent, ended] = stdout.split("\n");
      // What the pipes and one step hold, and no more.
      expect(Number(sent)).toBeLessThan(MB);
      expect(ended).toMatch(/^1 \d+$/);
    },
  );
});

test("is silent where its reader has gone away, and tells the writer", () => {
  const command = `yes '${BAD}' | "${process.execPath}" -- "${join(FOLDER, MAIN)}" -f jsonl - | head -n 1`;
  const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
  expect(JSON.parse(stdout)).toMatchObject({
    rule: "srt-not-caller",
    range: { start: { line: 1 } },
  });
  expect(stderr).toBe("");
});
