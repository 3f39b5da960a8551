import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const TEXT = "restreams:\n  - stream_id: 1\n    uri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n";

test("says how much was linted, and how long each step took, beside the findings", async () => {
  // The second one has to be parsed, as all is that an anchor is in.
  const other = `${TEXT.replace("KEY", "OTHER").replace(" 1", " &a 1")}# é\n`;
  const cwd = folderWith({ "a.restream.yaml": TEXT, "b.restream.yaml": other });
  const { status, stdout, stderr } = await run(["--stats", "--per-file", "-f", "json", "."], {
    cwd,
  });
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ summary: { files: 2 } });
  expect(stderr).toMatch(/^ {2}files +2$/m);
  expect(stderr).toMatch(new RegExp(`^ {2}characters +${TEXT.length + other.length}$`, "m"));
  expect(stderr).toMatch(/^ {2}restreams +2$/m);
  for (const step of ["searching", "reading", "parsing", "linting", "printing"])
    expect(stderr).toMatch(new RegExp(`^ {2}${step} +[0-9]+\\.[0-9] ms$`, "m"));
  expect(stderr).toMatch(/^ {2}memory +[0-9]+ MB$/m);
});
