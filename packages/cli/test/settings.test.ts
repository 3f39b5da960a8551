import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import { run } from "./run.ts";

const LISTENER =
  "restreams:\n  - stream_id: 1\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";
const REPORTED = "srt-not-caller";

/** What `concise` says of each finding: the file, the severity and the rule. */
async function found(argv: readonly string[], cwd: string): Promise<string[]> {
  const { stdout } = await run([...argv, "--format", "concise", "--per-file"], { cwd });
  const lines = stdout.matchAll(/^(.+?):\d+:\d+: (\w+): .* \[(.+)\]$/gm);
  return Array.from(lines, ([, file, severity, rule]) => `${file} ${severity} ${rule}`);
}

describe("a settings file", () => {
  test("is the nearest one upwards, and holds for all below it", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": `rules: { ${REPORTED}: warning }\n`,
      "a/restreams.yaml": LISTENER,
      "b/.restream-lint.json": `{ "rules": { "${REPORTED}": "info" } }`,
      "b/c/restreams.yaml": LISTENER,
    });
    expect(await found(["."], cwd)).toEqual([
      `a/restreams.yaml warning ${REPORTED}`,
      `b/c/restreams.yaml info ${REPORTED}`,
    ]);
    expect(await found(["restreams.yaml"], join(cwd, "a"))).toEqual([
      `restreams.yaml warning ${REPORTED}`,
    ]);
  });

  test("is not looked for above the root of the repository", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": `rules: { ${REPORTED}: off }\n`,
      "repository/.git/HEAD": "",
      "repository/a/restreams.yaml": LISTENER,
    });
    expect(await found(["."], join(cwd, "repository/a"))).toEqual([
      `restreams.yaml error ${REPORTED}`,
    ]);
  });

  test("holds for standard input by its name, or by the folder", async () => {
    const cwd = folderWith({
      ".restream-lint.yml": `overrides: [{ files: a/*, rules: { ${REPORTED}: off } }]\n`,
    });
    const lint = (...argv: string[]) =>
      run(["-", "--format", "concise", ...argv], { cwd, stdin: LISTENER });
    expect((await lint()).stdout).toContain(REPORTED);
    expect((await lint("--stdin-filename", "a/x.yaml")).stdout).toBe("1 file: no findings\n");
  });

  test("says what files there are, and --force-exclude heeds it", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": 'files: ["live/*.yml", "!vendor/**"]\n',
      "live/a.yml": LISTENER,
      "live/b.txt": LISTENER,
      "vendor/restreams.yaml": LISTENER,
      "restreams.yaml": LISTENER,
    });
    const taken = [`live/a.yml error ${REPORTED}`, `restreams.yaml error ${REPORTED}`];
    expect(await found([], cwd)).toEqual(taken);
    expect(await found(["live"], cwd)).toEqual(taken.slice(0, 1));
    const vendor = join("vendor", "restreams.yaml");
    expect(await found([vendor], cwd)).toEqual([`${vendor} error ${REPORTED}`]);
    expect((await run([vendor, "--force-exclude"], { cwd })).status).toBe(3);
  });

  test("says what files there are in its own folder, wherever the search begins", async () => {
    const cwd = folderWith({
      "a/.restream-lint.yaml": "files: 'live-*.yml'\n",
      "a/b/live-1.yml": LISTENER,
      "a/.git/live-2.yml": LISTENER,
      "c/live-3.yml": LISTENER,
    });
    const taken = [`a/b/live-1.yml error ${REPORTED}`];
    expect(await found(["."], cwd)).toEqual(taken);
    expect(await found(["a"], cwd)).toEqual(taken);
    expect(await found(["a/b"], cwd)).toEqual(taken);
  });

  test("is not counted among the files that were linted", async () => {
    const cwd = folderWith({ ".restream-lint.yaml": "ruels: {}\n", "restreams.yaml": LISTENER });
    expect((await run([], { cwd })).stdout).toContain("1 file: 1 error, 1 warning");
  });

  test("knows the targets and what they read latency in", async () => {
    const uri = "srt://ingest.studio-b.net:9000?mode=caller&latency=1500";
    const cwd = folderWith({
      ".restream-lint.yaml":
        'targets: [{ host: "*.studio-b.net", latencyUnit: us, latency: { min: 100, max: 400 } }]\n',
      "restreams.yaml": `restreams:\n  - stream_id: 1\n    uri: ${uri}\n`,
    });
    expect(await found([], cwd)).toEqual(["restreams.yaml warning srt-wrong-latency-unit"]);
    expect(await found(["--no-config"], cwd)).toEqual([
      "restreams.yaml info srt-undeclared-latency-unit",
    ]);
  });

  test("leaves alone what it ignores, by rule, file and JSON Pointer", async () => {
    const restream = {
      stream_id: 1,
      uri: "srt://h.acme.net:9000?mode=listener&latency=2000",
      latency_unit: "ms",
    };
    const text = JSON.stringify({
      restreams: [restream, { ...restream, uri: `${restream.uri}&a=1` }],
    });
    const cwd = folderWith({
      ".restream-lint.yaml": `ignore: [{ rule: ${REPORTED}, file: a.restream.json, path: /restreams/0 }]\n`,
      "a.restream.json": text,
      "b.restream.json": text,
    });
    const all = (await found([], cwd)).filter((it) => it.endsWith(REPORTED));
    expect(all).toEqual([
      `a.restream.json error ${REPORTED}`,
      `b.restream.json error ${REPORTED}`,
      `b.restream.json error ${REPORTED}`,
    ]);
  });
});

describe("ignore entries that silence nothing", () => {
  const CALLER = LISTENER.replace("listener", "caller");
  const SETTINGS = `ignore:
  - { rule: ${REPORTED}, file: a.restream.yaml }
  - { rule: ${REPORTED}, file: "[b]*" }
  - { path: /restreams/7 }
`;
  const unused = [4, 3, 2].map((line) => `.restream-lint.yaml:${line}:5`).toReversed();
  const places = async (argv: readonly string[], cwd: string) => {
    const { stdout } = await run([...argv, "--format", "concise"], { cwd });
    const lines = stdout.matchAll(/^(\S+): \w+: .*\[unused-suppression\]$/gm);
    return Array.from(lines, ([, place]) => place);
  };

  test("are reported where the whole folder was linted", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": SETTINGS,
      "a.restream.yaml": CALLER,
      "b.restream.yaml": CALLER.replace("9000", "9001"),
    });
    expect(await places([], cwd)).toEqual(unused);
    expect(await places(["--rule", "unused-suppression=off"], cwd)).toEqual([]);
  });

  test("are taken out by --fix, and nothing else is changed", async () => {
    const kept = "  # on purpose\n  - { rule: srt-missing-mode }\n";
    const cwd = folderWith({
      ".restream-lint.yaml": `${SETTINGS}${kept}extends: strict\n`,
      "a.restream.yaml": CALLER.replace("mode=caller&", ""),
      "b.restream.yaml": CALLER.replace("9000", "9001"),
    });
    const { stdout } = await run(["--fix"], { cwd });
    expect(stdout).toBe("2 files: no findings; 1 suppressed\n");
    expect(readFileSync(join(cwd, ".restream-lint.yaml"), "utf8")).toBe(
      `ignore:\n${kept}extends: strict\n`,
    );
  });

  test("and, where only some files were, those that name them", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": SETTINGS,
      "a.restream.yaml": CALLER,
      "b.restream.yaml": CALLER,
    });
    expect(await places(["a.restream.yaml"], cwd)).toEqual(unused.slice(0, 1));
    expect(await places(["b.restream.yaml"], cwd)).toEqual([]);
  });

  test("are not reported while they silence something", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": SETTINGS,
      "a.restream.yaml": LISTENER,
      "b.restream.yaml": LISTENER.replace("9000", "9001"),
    });
    expect(await places([], cwd)).toEqual(unused.slice(2));
  });
});

describe("presets", () => {
  test.each([
    ["recommended", "warning", "info"],
    ["strict", "error", "info"],
    ["all", "error", "warning"],
  ])("%s makes of a warning: %s, of an info: %s", async (preset, warning, info) => {
    const uri = "srt://h.acme.net:9000?latency=2000";
    const cwd = folderWith({ "restreams.yaml": `restreams:\n  - stream_id: 1\n    uri: ${uri}\n` });
    expect(await found(["--preset", preset], cwd)).toEqual([
      `restreams.yaml ${warning} srt-missing-mode`,
      `restreams.yaml ${info} srt-undeclared-latency-unit`,
    ]);
  });

  test("strict names every secret, recommended the first", async () => {
    const restream = (key: string) =>
      `  - stream_id: 1\n    uri: rtmp://a.rtmp.youtube.com/live2/${key}\n`;
    const cwd = folderWith({
      "restreams.yaml": `restreams:\n${restream("ab12-cd34-ef56-gh78")}${restream("zz12-cd34-ef56-gh79")}`,
    });
    const secrets = async (...argv: string[]) =>
      (await found(argv, cwd)).filter((it) => it.endsWith("hard-coded-secret"));
    expect(await secrets()).toEqual(["restreams.yaml info hard-coded-secret"]);
    const each = "restreams.yaml error hard-coded-secret";
    expect(await secrets("--preset", "strict")).toEqual([each, each]);
    expect(await secrets("--rule", "hard-coded-secret=error")).toEqual([each, each]);
    expect(await secrets("--preset", "strict", "--rule", "hard-coded-secret=warning")).toEqual([
      "restreams.yaml warning hard-coded-secret",
    ]);
  });

  test("the command line holds before the file", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": `extends: strict\nrules: { ${REPORTED}: info }\n`,
      "other.yaml": `rules: { ${REPORTED}: warning }\n`,
      "restreams.yaml": LISTENER,
    });
    const severity = async (...argv: string[]) => (await found(argv, cwd))[0]?.split(" ")[1];
    expect(await severity()).toBe("info");
    expect(await severity("--config", "other.yaml")).toBe("warning");
    expect(await severity("--no-config")).toBe("error");
    expect(await severity("--rule", `${REPORTED}=warning`)).toBe("warning");
  });
});

describe("broken settings", () => {
  test.each([
    ["extends: strcit\n", ".restream-lint.yaml:1:10: error", "wrong-type"],
    [
      "rules: {}\noverrides: [{ files: '[a', rules: {} }]\n",
      ".restream-lint.yaml:2:22: error",
      "wrong-type",
    ],
    ["rules: [\n", ".restream-lint.yaml:1:8: error", "syntax-error"],
  ])("%j ends with 2, and nothing is linted under it", async (settings, place, rule) => {
    const cwd = folderWith({ ".restream-lint.yaml": settings, "restreams.yaml": LISTENER });
    const { status, stdout, stderr } = await run(["--format", "concise"], { cwd });
    expect(status).toBe(2);
    expect(stdout).toContain(place);
    expect(stdout).toContain(`[${rule}]`);
    expect(stdout).not.toContain(REPORTED);
    expect(stderr).toContain(".restream-lint.yaml: nothing is linted under broken settings");
  });

  test.each([
    ["ruels: {}\n", "unknown-field"],
    ["rules: { srt-not-calller: off }\n", "unknown-rule"],
  ])("with %j linting goes on", async (settings, rule) => {
    const cwd = folderWith({ ".restream-lint.yaml": settings, "restreams.yaml": LISTENER });
    expect(await found([], cwd)).toEqual([
      `restreams.yaml error ${REPORTED}`,
      `.restream-lint.yaml warning ${rule}`,
    ]);
  });

  test("frames show the words of settings, and nothing that somebody pasted into them", async () => {
    const cwd = folderWith({
      ".restream-lint.yaml": "targets: [{ host: 'rtmp://a.acme.net/live/Xq7Canary9Z' }]\n",
      "restreams.yaml": LISTENER,
    });
    const { stdout, stderr } = await run([], { cwd });
    expect(stdout).toContain("targets: [{ host: '****://");
    expect(stdout + stderr).not.toContain("Xq7Canary9Z");
  });

  test("a pipe in the place of settings is not waited for", async () => {
    const cwd = folderWith({ "restreams.yaml": LISTENER });
    spawnSync("mkfifo", [join(cwd, ".restream-lint.yaml")]);
    for (const argv of [["restreams.yaml"], ["."]]) {
      const { status, stderr } = await run(argv, { cwd });
      expect(status).toBe(2);
      expect(stderr).toContain(".restream-lint.yaml: not a regular file");
    }
  });

  test("stop the search for secrets too, which they might have led elsewhere", async () => {
    const cwd = folderWith({ ".restream-lint.yaml": "files: 7\n", "restreams.yaml": LISTENER });
    const { status, stdout, stderr } = await run(["secrets"], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(".restream-lint.yaml: broken settings");
  });

  test.each([
    [["--config", "missing.yaml"], "missing.yaml: no such file or directory"],
    [["--config", "."], "is a directory"],
    [["--config", "x.yaml", "--no-config"], "exclude each other"],
    [["--preset", "strcit"], "--preset must be recommended, strict or all"],
  ])("%j is wrong usage", async (argv, message) => {
    const { status, stderr } = await run(argv, { cwd: folderWith({ "restreams.yaml": LISTENER }) });
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe("config", () => {
  const SETTINGS = `\
extends: strict
rules:
  srt-missing-mode: info
overrides:
  - files: studio/*
    rules: { srt-missing-mode: off }
network: cross-region
`;

  test("says what is in force, and where it is said", async () => {
    const cwd = folderWith({ ".restream-lint.yaml": SETTINGS });
    const { status, stdout } = await run(["config", "a.yaml", "--rule", "syntax-error=off"], {
      cwd,
    });
    expect(status).toBe(0);
    expect(stdout).toMatch(/^ {2}extends +strict +\.restream-lint\.yaml:1$/m);
    expect(stdout).toMatch(/^ {2}network +cross-region +\.restream-lint\.yaml:7$/m);
    expect(stdout).toMatch(/^ {2}latencyUnit +not set +default$/m);
    expect(stdout).toMatch(/^ {2}srt-missing-mode +info +\.restream-lint\.yaml:3$/m);
    expect(stdout).toMatch(/^ {2}srt-unknown-parameter +error +extends: strict$/m);
    expect(stdout).toMatch(/^ {2}syntax-error +off +--rule$/m);
    expect(stdout).not.toContain("srt-not-caller");
  });

  test("knows overrides, and writes JSON", async () => {
    const cwd = folderWith({ ".restream-lint.yaml": SETTINGS });
    const { stdout } = await run(["config", "studio/a.yaml", "--format", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      file: "studio/a.yaml",
      settings: ".restream-lint.yaml",
      extends: { value: "strict", from: ".restream-lint.yaml:1" },
      rules: {
        "srt-missing-mode": { value: "off", from: ".restream-lint.yaml:6" },
        "srt-not-caller": { value: "error", from: null },
      },
    });
  });

  test("without settings all is as it comes; with broken ones it says what is wrong", async () => {
    const { stdout } = await run(["config"], { cwd: folderWith({ ".git/HEAD": "" }) });
    expect(stdout).toContain("No settings file was found.");
    expect(stdout).toContain("all as they come");
    const broken = await run(["config"], {
      cwd: folderWith({ ".restream-lint.yaml": "extends: a\n" }),
    });
    expect(broken.status).toBe(2);
    expect(broken.stderr).toContain(".restream-lint.yaml:1:10");
  });
});

describe("init", () => {
  test("writes a document and settings that nothing is wrong with", async () => {
    const cwd = folderWith({ ".git/HEAD": "" });
    expect(await run(["init"], { cwd })).toEqual({
      status: 0,
      stdout: "wrote restreams.yaml\nwrote .restream-lint.yaml\n",
      stderr: "",
    });
    expect(await run([], { cwd })).toEqual({
      status: 0,
      stdout: "1 file: no findings\n",
      stderr: "",
    });
    // What is commented out is right too.
    const uncommented = (name: string) =>
      readFileSync(join(cwd, name), "utf8").replaceAll(/^# (?=[a-zA-Z]+:|  )/gm, "");
    const all = folderWith({
      ".git/HEAD": "",
      ".restream-lint.yaml": uncommented(".restream-lint.yaml"),
      "restreams.yaml": readFileSync(join(cwd, "restreams.yaml"), "utf8"),
    });
    expect(await run(["--rule", "unused-suppression=off"], { cwd: all })).toEqual({
      status: 0,
      stdout: "1 file: no findings\n",
      stderr: "",
    });
    expect((await run(["config"], { cwd: all })).stdout).toMatch(/^ {2}targets +1 /m);
  });

  test("leaves alone what is there", async () => {
    const cwd = folderWith({ ".restream-lint.json": "{}", "restream.jsonc": "{}" });
    const { status, stdout, stderr } = await run(["init"], { cwd });
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("restream.jsonc is there already");
    expect(stderr).toContain(".restream-lint.json is there already");
    expect(existsSync(join(cwd, "restreams.yaml"))).toBe(false);
  });
});
