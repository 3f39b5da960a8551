import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { assert, property } from "fast-check";
import { rules } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import type { Log, Run } from "sarif";
import { expect, test } from "vitest";
import { sarif } from "../src/reporters/sarif.ts";
import { diagnosticOf, HOSTILE_REPORTS, PAPER, reportOf, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";

/** Draft 4, of which nothing is in it that draft 7 reads in another way, but for its own name. */
const schema: object = JSON.parse(
  readFileSync(join(import.meta.dirname, "schemas/sarif-2.1.0-rtm.5.json"), "utf8"),
  (key, value: unknown) =>
    /^(?:\$schema|id)$/.test(key) && typeof value === "string" ? undefined : value,
);
const formats = {
  uri: (text: string) => URL.canParse(text),
  "uri-reference": (text: string) => /^(?:[\w.~!$&'()*+,;=@/?-]|%[0-9A-F]{2}|:)*$/.test(text),
  "date-time": true as const,
};
const validate = new Ajv({ strict: false, unicodeRegExp: false, formats }).compile<Log>(schema);

function runIn(text: string): Run {
  const log: unknown = JSON.parse(text);
  if (!validate(log)) throw new Error(JSON.stringify(validate.errors));
  const [only, ...more] = log.runs;
  if (!only || more.length > 0) throw new Error("not one run");
  return only;
}

const BAD =
  "restreams:\n  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";

test("SARIF says rule, place, fix and fingerprint, and a repository's path as a URI", async () => {
  const cwd = folderWith({ "in fra/ä%.yaml": BAD });
  const env = { GITHUB_WORKSPACE: cwd };
  const { stdout } = await run(["-f", "sarif", "ä%.yaml"], { cwd: join(cwd, "in fra"), env });
  const { tool, results, columnKind } = runIn(stdout);
  expect(columnKind).toBe("utf16CodeUnits");
  const artifactLocation = { uri: "in%20fra/%C3%A4%25.yaml", uriBaseId: "%SRCROOT%" };
  const region = { startLine: 3, startColumn: 37, endLine: 3, endColumn: 45 };
  expect(results).toEqual([
    {
      ruleId: "srt-not-caller",
      level: "error",
      message: {
        text: 'SRT mode must be "caller", not "listener": Gcore dials, the target listens',
      },
      locations: [{ physicalLocation: { artifactLocation, region } }],
      partialFingerprints: { "restreamLint/v1": expect.stringMatching(/^[0-9a-f]{32}$/) },
      fixes: [
        {
          description: { text: "Connect as the caller" },
          artifactChanges: [
            {
              artifactLocation,
              replacements: [{ deletedRegion: region, insertedContent: { text: "caller" } }],
            },
          ],
          properties: { safe: true },
        },
      ],
      properties: { path: "/restreams/0/uri" },
    },
  ]);
  expect(tool.driver.rules).toMatchObject([
    {
      id: "srt-not-caller",
      name: "SrtNotCaller",
      shortDescription: { text: "An SRT restream must connect as the caller." },
      defaultConfiguration: { level: "error" },
      helpUri:
        "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md",
      properties: { tags: ["srt"] },
    },
  ]);
  expect(tool.driver.rules?.[0]?.help?.markdown).toContain("## Why it matters");
});

test("SARIF names the other places that a finding speaks of, in other files too", async () => {
  const cwd = folderWith({ "a.yaml": BAD, "b.yaml": `# one\n${BAD}` });
  const { stdout } = await run(["-f", "sarif", "a.yaml", "b.yaml"], { cwd });
  const { results = [] } = runIn(stdout);
  const duplicate = results.find(({ ruleId }) => ruleId === "duplicate-target");
  expect(duplicate?.locations?.[0]?.physicalLocation?.artifactLocation?.uri).toBe("b.yaml");
  expect(duplicate?.relatedLocations?.[0]?.physicalLocation).toMatchObject({
    artifactLocation: { uri: "a.yaml" },
    region: { startLine: 3 },
  });
});

test("SARIF of files without findings is a run without results", async () => {
  const cwd = folderWith({ "a.yaml": BAD.replace("listener", "caller") });
  const { results, properties, invocations } = runIn(
    (await run(["-f", "sarif", "a.yaml"], { cwd })).stdout,
  );
  expect(results).toEqual([]);
  expect(properties).toEqual({ files: 1, errors: 0, warnings: 0, infos: 0, suppressed: 0 });
  expect(invocations).toEqual([{ executionSuccessful: true }]);
});

test("SARIF says of every rule what GitHub asks for", () => {
  const diagnostics = rules.map(({ id, severity }) => diagnosticOf({ rule: id, severity }));
  const { tool } = runIn(sarif([reportOf("a.yaml", diagnostics)], SUMMARY, PAPER));
  expect(tool.driver.rules?.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  for (const rule of tool.driver.rules ?? []) {
    expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription?.text.length).toBeGreaterThan(20);
    expect(rule.help?.markdown).toContain(`# ${rule.id}`);
  }
});

test("SARIF holds 25 000 results, the worst of all, and says how many it left out", () => {
  const infos = Array.from({ length: 9_999 }, () =>
    diagnosticOf({ rule: "unusual-port", severity: "info" }),
  );
  const reports = ["a", "b", "c"].map((file) =>
    reportOf(file, [...infos, diagnosticOf({ rule: "srt-not-caller" })]),
  );
  const { results = [], invocations } = runIn(sarif(reports, SUMMARY, PAPER));
  expect(results).toHaveLength(25_000);
  expect(results.filter(({ level }) => level === "error")).toHaveLength(3);
  expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toMatch(/^5000 more /);
});

test("SARIF says what it was given, whatever that is", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const { results = [] } = runIn(sarif(reports, SUMMARY, PAPER));
      const read = results.map(({ message, locations }) => [
        decodeURIComponent(locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? ""),
        message.text,
      ]);
      const given = reports.flatMap(({ file, diagnostics }) =>
        diagnostics.map(({ message }) => [
          PAPER.pathOf(file).replaceAll(/\p{Surrogate}/gu, "\ufffd"),
          message.replaceAll("](", "] ("),
        ]),
      );
      expect(read).toEqual(given);
      const fingerprints = results.map((it) => it.partialFingerprints?.["restreamLint/v1"]);
      expect(new Set(fingerprints).size).toBe(results.length);
    }),
  );
});
