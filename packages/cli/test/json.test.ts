import { Ajv } from "ajv";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { outputSchema } from "../src/schemas/output-schema.ts";
import { run } from "./run.ts";

const validate = new Ajv({ strict: true }).compile(outputSchema("https://h.acme.net"));

test("JSON output has the shape that its schema says, with places in UTF-16 units", async () => {
  const cwd = folderWith({
    "restreams.yaml":
      'restreams:\r\n  - name: "🎥"\r\n    stream_id: 1\r\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\r\n    latency_unit: ms\r\n',
  });
  const { status, stdout } = await run(["--format", "json", "restreams.yaml"], { cwd });
  const output: unknown = JSON.parse(stdout);
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(output).toEqual({
    version: 1,
    diagnostics: [
      {
        file: "restreams.yaml",
        path: "/restreams/0/uri",
        rule: "srt-not-caller",
        severity: "error",
        message: 'SRT mode must be "caller", not "listener": Gcore dials, the target listens',
        range: {
          start: { line: 4, column: 37, offset: 82 },
          end: { line: 4, column: 45, offset: 90 },
        },
        url: "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md",
        fixes: [
          {
            title: "Connect as the caller",
            safe: true,
            edits: [
              {
                range: {
                  start: { line: 4, column: 37, offset: 82 },
                  end: { line: 4, column: 45, offset: 90 },
                },
                newText: "caller",
              },
            ],
          },
        ],
        related: [],
      },
    ],
    summary: { files: 1, errors: 1, warnings: 0, infos: 0, suppressed: 0 },
  });
  expect(status).toBe(1);
});

test("JSON output of many files, clean and broken, has the shape that its schema says", async () => {
  const cwd = folderWith({
    "clean.restream.json": '{"stream_id": 1, "uri": "rtmp://a.rtmp.youtube.com/live2/${KEY}"}',
    "empty.restream.yaml": "",
    "broken.restreams.yaml": 'restreams:\n  - uri: "x\n  - uri: rtmp:/x\n',
  });
  const { stdout } = await run(["--format", "json"], { cwd });
  const output = JSON.parse(stdout) as { summary: { files: number } };
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  expect(output.summary.files).toBe(3);
});
