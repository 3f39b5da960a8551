import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const to = (key: string) =>
  `restreams:\n  - stream_id: 1\n    uri: rtmp://a.rtmp.youtube.com/live2/\${${key}}\n`;

test("says what only several files together show, and where the other place is", async () => {
  const cwd = folderWith({
    "a.restream.yaml": to("A"),
    "b.restream.yaml": to("B"),
    "c.restream.yaml": to("A"),
  });
  const { status, stdout } = await run([], { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain("c.restream.yaml:3:10 warning duplicate-target\n");
  expect(stdout).toMatch(/= a\.restream\.yaml:3:10: /);
  expect(stdout).toContain("3 files: 1 warning");

  const json = JSON.parse((await run(["-f", "json"], { cwd })).stdout) as {
    diagnostics: { file: string; related: object[] }[];
  };
  expect(json.diagnostics.map(({ file, related }) => [file, related])).toEqual([
    [
      "c.restream.yaml",
      [
        expect.objectContaining({
          file: "a.restream.yaml",
          range: {
            start: { line: 3, column: 10, offset: 37 },
            end: { line: 3, column: 46, offset: 73 },
          },
        }),
      ],
    ],
  ]);

  expect((await run(["--per-file"], { cwd })).stdout).toBe("3 files: no findings\n");
  expect((await run(["a.restream.yaml", "b.restream.yaml"], { cwd })).stdout).toBe(
    "2 files: no findings\n",
  );
  expect((await run(["--max-warnings", "0"], { cwd })).status).toBe(1);
});

test("the settings and the comments of a file hold for what others show of it", async () => {
  const cwd = folderWith({
    ".restream-lint.yaml": "overrides: [{ files: quiet/*, rules: { duplicate-target: off } }]\n",
    "a.restream.yaml": to("A"),
    "quiet/b.restream.yaml": to("A"),
    "z.restream.yaml": `# restream-lint-disable-file duplicate-target -- the same on purpose\n${to("A")}`,
  });
  const { stdout } = await run([], { cwd });
  expect(stdout).toBe("3 files: no findings\n");
});
