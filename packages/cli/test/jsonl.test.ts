import { Ajv } from "ajv";
import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { outputLineSchema } from "../src/schemas/output-schema.ts";
import { jsonl } from "../src/reporters/jsonl.ts";
import { HOSTILE_REPORTS, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

const validate = new Ajv({ strict: true }).compile(outputLineSchema("https://h.acme.net"));

/** What a reader that takes line for line reads. */
function linesIn(text: string): unknown[] {
  expect(text.endsWith("\n")).toBe(true);
  return text
    .slice(0, -1)
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/)
    .map((line) => {
      const value: unknown = JSON.parse(line);
      expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
      return value;
    });
}

test("JSON lines are the findings of --format json, and the counts at the end", async () => {
  const cwd = folderWith({
    "a.restream.json": '{"stream_id": 1, "uri": "srt://h.acme.net:9000?mode=listener"}',
    "b.restream.yaml": "",
  });
  const lines = linesIn((await run(["-f", "jsonl"], { cwd })).stdout);
  const whole = JSON.parse((await run(["-f", "json"], { cwd })).stdout);
  expect(lines).toEqual([...whole.diagnostics, { version: 1, summary: whole.summary }]);
  expect(lines.length).toBeGreaterThan(2);
});

test("JSON lines of nothing are the counts", async () => {
  const cwd = folderWith({
    "a.yaml": "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
  });
  const summary = { files: 1, errors: 0, warnings: 0, infos: 0, suppressed: 0 };
  expect(linesIn((await run(["-f", "jsonl", "a.yaml"], { cwd })).stdout)).toEqual([
    { version: 1, summary },
  ]);
});

test("a line stays a line, whatever is in it", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const given = reports.flatMap(({ file, diagnostics }) =>
        diagnostics.map(({ message }) => ({ file, message })),
      );
      expect(linesIn(jsonl(reports, SUMMARY)).slice(0, -1)).toMatchObject(given);
    }),
  );
});
