import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { run } from "./run.ts";

const TEXT = `\
restreams:
  - stream_id: \${ID}
    uri: srt://\${HOST}:9000?mode=\${MODE:-caller}&latency=2000&passphrase=\${PASSPHRASE:?set it}
    latency_unit: ms
`;
const ENV = { ID: "20", HOST: "ingest.acme.net", PASSPHRASE: "kestrel-orbit-41" };

test("reads no variable unless it is asked to", async () => {
  const cwd = folderWith({ "restreams.yaml": TEXT, ".env": "MODE=listener\n" });
  const outcome = await run(["restreams.yaml"], { cwd, env: { ...ENV, MODE: "listener" } });
  expect(outcome).toEqual({ status: 0, stdout: "1 file: no findings\n", stderr: "" });
});

test("--env lints what the environment makes of placeholders", async () => {
  const cwd = folderWith({ "restreams.yaml": TEXT });
  const good = await run(["--env", "restreams.yaml"], { cwd, env: ENV });
  expect(good).toEqual({ status: 0, stdout: "1 file: no findings\n", stderr: "" });

  const env = { ...ENV, ID: "twenty", MODE: "listener", PASSPHRASE: "short" };
  const { status, stdout } = await run(["--env", "-f", "concise", "restreams.yaml"], { cwd, env });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^restreams.yaml:2:16: error: .*\[wrong-type]$/m);
  expect(stdout).toMatch(/^restreams.yaml:3:34: error: .*not "listener".*\[srt-not-caller]$/m);
  expect(stdout).toMatch(/^restreams.yaml:3:74: error: .*\[srt-passphrase-length]$/m);
  expect(stdout).not.toMatch(/twenty|short"/);
});

test("--env-file reads files, the later over the earlier, and with --env the environment over them", async () => {
  const cwd = folderWith({
    "restreams.yaml": "restreams:\n  - stream_id: ${A}${B}${C}\n    uri: ${URI}\n",
    "one.env": "A=1\nB=x\nC=x\nURI=rtmp://h.acme.net/live/${KEY:-k1}\n",
    "two.env": "B=2\nC=x\n",
  });
  const files = ["--env-file", "one.env", "--env-file=two.env"];
  const wrong = await run([...files, "restreams.yaml"], { cwd, env: { C: "3" } });
  expect(wrong.stdout).toContain("wrong-type");
  const right = await run([...files, "--env", "restreams.yaml"], { cwd, env: { C: "3" } });
  expect(right).toEqual({ status: 0, stdout: "1 file: no findings\n", stderr: "" });
});

test("names the variables that are not set, and leaves their placeholders open", async () => {
  const cwd = folderWith({ "restreams.yaml": TEXT });
  const all = await run(["--env", "restreams.yaml"], { cwd, env: { toString: "x" } });
  expect(all).toEqual({
    status: 0,
    stdout: "1 file: no findings\n",
    stderr:
      "restream-lint: restreams.yaml: ID, HOST, PASSPHRASE are not set: linted as placeholders\n",
  });
  const one = await run(["--env", "restreams.yaml"], { cwd, env: { ...ENV, HOST: "" } });
  expect(one.stdout).toContain("missing-host");
  const inherited = folderWith({
    "restream.yaml": "stream_id: 1\nuri: rtmp://h.acme.net/live/${constructor}\n",
  });
  const { stderr } = await run(["--env", "restream.yaml"], { cwd: inherited });
  expect(stderr).toBe(
    "restream-lint: restream.yaml: constructor is not set: linted as placeholders\n",
  );
});

test("--fix and --diff mend what is written, and write no variable's value", async () => {
  const text = TEXT.replace("srt:", "SRT:").replace("${ID}", "'${ID}'");
  const cwd = folderWith({ "restreams.yaml": text });
  const env = { ...ENV, MODE: "listener", PASSPHRASE: "k1" };
  const { stdout } = await run(["--env", "--diff", "--unsafe-fixes", "restreams.yaml"], {
    cwd,
    env,
  });
  expect(stdout).toContain("+    uri: srt://${HOST}:9000?mode=${MODE");
  expect(stdout).not.toMatch(/acme|listener|k1/);
  expect(
    (await run(["--env", "--fix", "--unsafe-fixes", "restreams.yaml"], { cwd, env })).status,
  ).toBe(1);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(text.replace("SRT:", "srt:"));
});

test("ends with 2 and one line where an env file cannot be read", async () => {
  const cwd = folderWith({ "restreams.yaml": TEXT, "bad.env": "A=1\ns3cr3t value\n" });
  expect(await run(["--env-file", "none.env", "restreams.yaml"], { cwd })).toEqual({
    status: 2,
    stdout: "",
    stderr: "restream-lint: none.env: no such file or directory\n",
  });
  expect(await run(["--env-file", "bad.env", "restreams.yaml"], { cwd })).toEqual({
    status: 2,
    stdout: "",
    stderr: "restream-lint: bad.env: line 2 must be NAME=value, with its quotes closed\n",
  });
});

test("opens no env file that could keep it waiting", async () => {
  const cwd = folderWith({ "restreams.yaml": TEXT });
  execFileSync("mkfifo", [join(cwd, "fifo")]);
  for (const [file, reason] of [
    ["fifo", "not a regular file"],
    ["/dev/zero", "not a regular file"],
    [".", "is a directory"],
  ] as const) {
    expect(await run(["--env-file", file, "restreams.yaml"], { cwd })).toEqual({
      status: 2,
      stdout: "",
      stderr: `restream-lint: ${file}: ${reason}\n`,
    });
  }
});

test.each([["pretty"], ["concise"], ["json"]])(
  "never prints what came from a variable in %s",
  async (format) => {
    const canary = "xq7canary9z";
    const uris = [
      "rtmp://${U}:${U}@h.acme.net:0/live/${U}?k=${U}",
      "rtmp://${U}.acme..net/live/x${U}",
      "srt://127.0.0.1:${U}?mode=${U}&latency=${U}&passphrase=${U}&streamid=${U}&${U}=1&x${U}=2",
      "srt://h.acme.net:9000/${U}?mode=caller?latency=${U}#${U}",
      "${U}://h.acme.net/live/x",
      "${WHOLE}",
      "{a: 'srt://h.acme.net:1?streamid=${U}'}",
    ];
    const text = `streams:\n  - {id: '\${U}', protocol: '\${U}', video_bitrate: '\${U}'}\nrestreams:\n${uris
      .map(
        (uri) =>
          `  - name: \${U}\n    stream_id: \${U}\n    active: \${U}\n    network: \${U}\n    uri: ${uri}\n`,
      )
      .join("")}`;
    const cwd = folderWith({
      "restreams.yaml": text,
      "x.env": `U=${canary}\nWHOLE=srt://${canary}:70000/${canary}?mode=${canary}\n`,
    });
    const { status, stdout, stderr } = await run(
      ["-f", format, "--env-file", "x.env", "--preset", "strict", "restreams.yaml"],
      { cwd, columns: 400 },
    );
    expect(status).toBe(1);
    expect((stdout + stderr).toLowerCase()).not.toContain("canary");
  },
);
