import { assert, property } from "fast-check";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { junit } from "../src/reporters/junit.ts";
import { diagnosticOf, HOSTILE_REPORTS, PAPER, reportOf, SUMMARY } from "./hostile.ts";
import { run } from "./run.ts";
import { elementsIn } from "./xml.ts";

test("JUnit's XML fails for errors, skips what is less, and passes files without findings", async () => {
  const cwd = folderWith({
    "bad.yaml":
      "stream_id: 1\nuri: srt://h.acme.net:9000?mode=listener&latency=2000&passphrase=0123456789ab\nlatency_unit: ms\n",
    "good.yaml": "stream_id: 1\nuri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
  });
  const { stdout, status } = await run(["-f", "junit", "bad.yaml", "good.yaml"], { cwd });
  const elements = elementsIn(stdout, "jenkins-junit.xsd");
  expect(elements.map(({ name, attributes }) => [name, attributes])).toEqual([
    ["testsuites", { name: "restream-lint", tests: "3", failures: "1", errors: "0" }],
    ["testsuite", { name: "bad.yaml", tests: "2", failures: "1", errors: "0", skipped: "1" }],
    ["testcase", { name: "srt-not-caller /uri", classname: "bad.yaml" }],
    [
      "failure",
      {
        type: "srt-not-caller",
        message: 'SRT mode must be "caller", not "listener": Gcore dials, the target listens',
      },
    ],
    ["testcase", { name: "hard-coded-secret /uri", classname: "bad.yaml" }],
    ["skipped", {}],
    ["system-out", {}],
    ["testsuite", { name: "good.yaml", tests: "1", failures: "0", errors: "0", skipped: "0" }],
    ["testcase", { name: "no findings", classname: "good.yaml" }],
  ]);
  expect(elements.find(({ name }) => name === "failure")?.text).toMatch(
    /^bad\.yaml:2:33: error: SRT mode .*\nhttps:.*srt-not-caller\.md$/,
  );
  expect(elements.find(({ name }) => name === "skipped")?.text).toMatch(/^bad\.yaml:2:\d+: info: /);
  expect(status).toBe(1);
});

test("JUnit's XML is what Jenkins' schema says, whatever it is given", () => {
  assert(
    property(HOSTILE_REPORTS, (reports) => {
      const elements = elementsIn(junit(reports, SUMMARY, PAPER), "jenkins-junit.xsd");
      const cases = elements.filter(({ name }) => name === "testcase");
      const findings = reports.map(({ diagnostics }) => Math.max(diagnostics.length, 1));
      expect(cases).toHaveLength(findings.reduce((sum, it) => sum + it, 0));
      const failures = reports.flatMap(({ diagnostics }) =>
        diagnostics.filter(({ severity }) => severity === "error"),
      );
      expect(elements.filter(({ name }) => name === "failure")).toHaveLength(failures.length);
    }),
  );
});

test("two findings of a rule in one place are two tests: GitLab shows one of two that have one name", () => {
  const text = junit([reportOf("a.yaml", [diagnosticOf(), diagnosticOf()])], SUMMARY, PAPER);
  const cases = elementsIn(text, "jenkins-junit.xsd").filter(({ name }) => name === "testcase");
  expect(cases.map(({ attributes }) => attributes["name"])).toEqual([
    "unknown-field",
    "unknown-field (2)",
  ]);
});
