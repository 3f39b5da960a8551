import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const SUPPRESSED = `\
restreams:
  - stream_id: 1
    # restream-lint-disable-next-line srt-not-caller -- the target dials
    uri: srt://h.acme.net:9000?mode=listener&latency=2000 # restream-lint-disable-line unusual-port
    latency_unit: ms
`;

test("counts what is suppressed, and mends none of it", async () => {
  const cwd = folderWith({
    "a.restream.yaml": SUPPRESSED,
    "b.restream.yaml": SUPPRESSED.replace("h.acme", "b.acme"),
  });
  const { status, stdout } = await run(["--fix", "."], { cwd });
  expect(stdout).toBe("2 files: no findings; 2 suppressed\n");
  expect(status).toBe(0);

  const { stdout: json } = await run(["--format", "json", "."], { cwd });
  const { summary } = JSON.parse(json) as { summary: object };
  expect(summary).toEqual({ files: 2, errors: 0, warnings: 0, infos: 0, suppressed: 2 });
});

test("says what is suppressed before what could be mended", async () => {
  const cwd = folderWith({ "a.restream.yaml": SUPPRESSED });
  const { stdout } = await run(["a.restream.yaml"], { cwd });
  expect(stdout).toContain("\n1 file: 1 warning; 1 suppressed; --fix mends 1\n");
});
