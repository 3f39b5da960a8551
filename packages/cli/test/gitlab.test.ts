import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { gitlab } from "../src/reporters/gitlab.ts";
import { HOSTILE_REPORTS, PAPER, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

const schema = join(import.meta.dirname, "schemas/gitlab-code-quality.json");
const validate = new Ajv().compile<{ description: string; fingerprint: string }[]>(
  JSON.parse(readFileSync(schema, "utf8")),
);

function issuesIn(text: string): { description: string; fingerprint: string }[] {
  const issues: unknown = JSON.parse(text);
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors));
  return issues;
}

const BAD =
  "  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000&passphrase=0123456789ab\n    latency_unit: ms\n";

test("GitLab is told of a path without ./, and of the line", async () => {
  const cwd = folderWith({ "a b.yaml": `restreams:\n${BAD}` });
  const { stdout } = await run(["-f", "gitlab", "--quiet", "./a b.yaml"], { cwd });
  expect(issuesIn(stdout)).toEqual([
    {
      description: 'SRT mode must be "caller", not "listener": Gcore dials, the target listens',
      check_name: "srt-not-caller",
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: "critical",
      location: { path: "a b.yaml", lines: { begin: 3, end: 3 } },
    },
  ]);
});

test("fingerprints stay while lines come and go above, and say nothing of what is written there", async () => {
  const fingerprintsIn = async (text: string) => {
    const cwd = folderWith({ "a.yaml": text });
    const { stdout } = await run(["-f", "gitlab", "a.yaml"], { cwd });
    return issuesIn(stdout).map(({ fingerprint }) => fingerprint);
  };
  const before = await fingerprintsIn(`restreams:\n${BAD}${BAD.replace(": 1", ": 2")}`);
  expect(new Set(before).size).toBe(before.length);
  expect(before.length).toBeGreaterThan(3);
  const after = await fingerprintsIn(
    `# one\n\n# two\nrestreams:\n${BAD}${BAD.replace(": 1", ": 2")}`.replaceAll(
      "0123456789ab",
      "Xq7Canary9Z-1",
    ),
  );
  expect(after).toEqual(before);
});

test("fingerprints of a restream with a name of its own stay while others come and go above", async () => {
  const target = "stream_id: 20\n    uri: srt://a.acme.net:9000?mode=listener\n";
  const fingerprintIn = async (text: string) => {
    const cwd = folderWith({ "a.yaml": text });
    const { stdout } = await run(["-f", "gitlab", "a.yaml"], { cwd });
    return issuesIn(stdout).find(({ description }) => description.includes("listener"))
      ?.fingerprint;
  };
  const alone = await fingerprintIn(`restreams:\n  - name: Studio A\n    ${target}`);
  expect(alone).toMatch(/^[0-9a-f]{32}$/);
  const second = `restreams:\n  - name: First\n    stream_id: 20\n    uri: rtmp://b.acme.net/live/\${KEY}\n  - name: Studio A\n    ${target}`;
  expect(await fingerprintIn(second)).toBe(alone);
  expect(await fingerprintIn(second.replace("Studio A", "Studio C"))).not.toBe(alone);
});

test("GitLab's report says what it was given, whatever that is, with a fingerprint for each", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const issues = issuesIn(gitlab(reports, SUMMARY, PAPER));
      const messages = reports.flatMap(({ diagnostics }) =>
        diagnostics.map(({ message }) => message),
      );
      expect(issues.map(({ description }) => description)).toEqual(messages);
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(messages.length);
    }),
  );
});
