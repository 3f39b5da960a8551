import { rules } from "@restream-lint/core";
import { expect, test } from "vitest";
import { run } from "./run.ts";

test("explains every rule", async () => {
  for (const { id, docs } of rules) {
    const { status, stdout } = await run(["explain", id]);
    expect(stdout.split("\n")[0]).toBe(id);
    expect(stdout).toContain(docs.sources[0]?.replaceAll("`", "") ?? "");
    expect(status).toBe(0);
  }
});

test("lists every rule, for people and for programs", async () => {
  const { stdout } = await run(["rules"]);
  for (const { id, docs } of rules)
    expect(stdout).toMatch(
      new RegExp(`^  ${id} +(error|warning|info) .*${escape(docs.summary)}$`, "m"),
    );
  const json: unknown = JSON.parse((await run(["rules", "--format", "json"])).stdout);
  expect(json).toHaveLength(rules.length);
  expect(json).toContainEqual({
    id: "srt-not-caller",
    group: "srt",
    severity: "error",
    offers: "fix",
    summary: "An SRT restream must connect as the caller",
    url: "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md",
  });
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

test("takes an SRT address apart, with its latency in each unit", async () => {
  const { status, stdout } = await run([
    "uri",
    "srt://h.acme.net:9000?mode=caller&latency=2000000&passphrase=hunter2hunter2",
  ]);
  expect(stdout).toContain(`\
srt://h.acme.net:9000?mode=caller&latency=2000000&passphrase=***

  scheme         srt
  host           h.acme.net
  port           9000
  mode           caller
  latency        2000000
  passphrase     ***
  latency as µs  2 s
  latency as ms  2 000 s, more than the 65.535 s that SRT can carry: wraps around to 33.92 s
  latency as s   2 000 000 s, more than the 65.535 s that SRT can carry: wraps around to 37.888 s
`);
  expect(status).toBe(0);
});

test.each([
  ["999", "0 ms", "999 ms"],
  ["2500999", "2.5 s", "2 500.999 s"],
])("says of latency=%s what tools make of it: whole milliseconds", async (value, us, ms) => {
  const { stdout } = await run(["uri", `srt://h.acme.net:9000?mode=caller&latency=${value}`]);
  expect(stdout).toContain(`latency as µs  ${us}\n`);
  expect(stdout).toContain(`latency as ms  ${ms}`);
});

test("takes an RTMP address apart, with the port that it has by default", async () => {
  const { status, stdout } = await run([
    "uri",
    "rtmps://user:hunter2@live-api-s.facebook.com/rtmp/FB-1-0-hunter2?s_bl=hunter2",
  ]);
  expect(stdout).toContain(`\
rtmps://***:***@live-api-s.facebook.com/rtmp/***?s_bl=***

  scheme      rtmps
  userinfo    *** (secret)
  host        live-api-s.facebook.com
  port        443 (default)
  app         rtmp
  stream key  *** (secret)
  query       *** (secret)
`);
  expect(stdout).not.toContain("hunter2");
  expect(status).toBe(0);
});

test("reads an address from standard input, says what is wrong with it, and ends with 1", async () => {
  const { status, stdout } = await run(["uri", "-"], {
    stdin: "srt://h.acme.net:9000?mode=listener&latency=2\n",
  });
  expect(stdout).toContain('error srt-not-caller: SRT mode must be "caller", not "listener"');
  expect(stdout).toContain("  fix: Connect as the caller");
  expect(status).toBe(1);
});

test.each([
  ["recommended", ["error", "warning", "info"], "warning", "info", "info"],
  ["strict", ["error", "info"], "error", "error", "info"],
  ["all", ["error", "warning"], "error", "error", "warning"],
])("lists the rules as the preset %s has them", async (preset, all, warning, secret, info) => {
  const { stdout } = await run(["rules", "--format", "json", "--preset", preset]);
  const list = JSON.parse(stdout) as { id: string; severity: string }[];
  const severities = new Map(list.map(({ id, severity }) => [id, severity]));
  expect(new Set(severities.values())).toEqual(new Set(all));
  expect(severities.get("srt-missing-mode")).toBe(warning);
  expect(severities.get("hard-coded-secret")).toBe(secret);
  expect(severities.get("srt-undeclared-latency-unit")).toBe(info);
  expect(severities.get("srt-not-caller")).toBe("error");
});

test.each([[], ["explain"], ["rules"], ["uri"], ["secrets"], ["gitleaks"]])(
  "has a help for %j that names each option",
  async (...command) => {
    const { status, stdout } = await run([...command, "--help"]);
    expect(stdout).toMatch(/^Usage: restream-lint/);
    expect(stdout).toContain("--help");
    expect(stdout.includes("Exit status:")).toBe(command.length === 0);
    expect(status).toBe(0);
  },
);
