import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { lint, literalSecretsIn, parseDocument, secretValueOf } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { envFileVariables } from "../src/environment/env-file.ts";
import {
  addVariables,
  isHoldable,
  quoted,
  readEnvFile,
} from "../src/environment/env-file-writer.ts";
import { run } from "./run.ts";
import { unprivileged } from "./unprivileged.ts";

const KEY = "k17a-13s8-CANARY";
const PASSPHRASE = "kestrel-CANARY-41";
const DOCUMENT = `\
# Saturday's show
restreams:
  - name: YouTube   # main
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/${KEY}
  - {stream_id: 20, uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=${PASSPHRASE}, latency_unit: ms}
`;
const MOVED = `\
# Saturday's show
restreams:
  - name: YouTube   # main
    stream_id: 20
    uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
  - {stream_id: 20, uri: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=\${STUDIO_B_PASSPHRASE}", latency_unit: ms}
`;
const ENV = `YOUTUBE_KEY='${KEY}'\nSTUDIO_B_PASSPHRASE='${PASSPHRASE}'\n`;
const KNOWN =
  "restream-lint: a secret that was ever committed or sent is still known: have new ones made\n";

test("lists secrets by place, kind and what they could be called, and ends with 1", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  expect(await run(["secrets"], { cwd })).toEqual({
    status: 1,
    stdout: `\
restreams.yaml:5:42: stream key, could be \${YOUTUBE_KEY}
restreams.yaml:6:93: passphrase, could be \${STUDIO_B_PASSPHRASE}
2 secrets written out; --move puts them into variables and an env file
`,
    stderr: "",
  });
});

test("ends with 0 where there are none, and with 3 where there is no document", async () => {
  const cwd = folderWith({ "restreams.yaml": MOVED });
  const none = { status: 0, stdout: "no secrets written out\n", stderr: "" };
  expect(await run(["secrets"], { cwd })).toEqual(none);
  expect(await run(["secrets", "--move"], { cwd })).toEqual(none);
  expect(readdirSync(cwd)).toEqual(["restreams.yaml"]);
  expect((await run(["secrets"], { cwd: folderWith({}) })).status).toBe(3);
});

test("reads standard input, but cannot move what is in it", async () => {
  const listed = await run(["secrets", "-"], { stdin: DOCUMENT });
  expect(listed.stdout).toMatch(/^<stdin>:5:42: stream key/);
  expect(listed.status).toBe(1);
  const moved = await run(["secrets", "--move", "-"], { stdin: DOCUMENT });
  expect(moved.stderr).toContain("cannot change standard input");
  expect(moved.status).toBe(2);
});

test("ends with 2 where a secret may stand in what cannot be read", async () => {
  const unread = [
    "restreams:\n  - uri: h.acme.net/live/abc\n    stream_id: 20\n",
    'restreams:\n  - uri: "rtmp://h.acme.net/live/abc\n',
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY\n    stream_id: 20\n",
  ];
  for (const text of unread) {
    const { status, stderr } = await run(["secrets", "-"], { stdin: text });
    expect(stderr, text).toContain("not all of it can be read");
    expect(status, text).toBe(2);
  }
  const halfTyped = "restreams:\n  - uri: ''\n    stream_id: 20\n";
  expect((await run(["secrets", "-"], { stdin: halfTyped })).status).toBe(0);
});

test("moves each secret into a variable, and keeps all else as it was", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  expect(await run(["secrets", "--move"], { cwd })).toEqual({
    status: 0,
    stdout: `\
restreams.yaml:5:42: stream key, moved to \${YOUTUBE_KEY}
restreams.yaml:6:93: passphrase, moved to \${STUDIO_B_PASSPHRASE}
2 secrets moved; 2 variables added to .env
`,
    stderr: KNOWN,
  });
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(MOVED);
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(ENV);
  expect(statSync(join(cwd, ".env")).mode & 0o777).toBe(0o600);
  expect(readdirSync(cwd).toSorted()).toEqual([".env", "restreams.yaml"]);
  const rules = lint(parseDocument(MOVED)).map(({ rule }) => rule);
  expect(rules).toEqual([]);
});

test("moves them out of JSON and of lines that end with CRLF", async () => {
  const json = JSON.stringify(
    { stream_id: 20, uri: `rtmp://h.acme.net/live/${KEY}` },
    undefined,
    2,
  );
  const cwd = folderWith({ "a.json": json, "b.yaml": DOCUMENT.replaceAll("\n", "\r\n") });
  const { status } = await run(["secrets", "--move", "a.json", "b.yaml"], { cwd });
  expect(status).toBe(0);
  expect(readFileSync(join(cwd, "a.json"), "utf8")).toBe(json.replace(KEY, "${ACME_KEY}"));
  // Equal secrets share a variable, whichever document they stand in.
  const expected = MOVED.replaceAll("\n", "\r\n").replace("YOUTUBE_KEY", "ACME_KEY");
  expect(readFileSync(join(cwd, "b.yaml"), "utf8")).toBe(expected);
});

test("adds to an env file that is there, and closes it to others", async () => {
  const env = "# ours\r\nTZ=UTC\r\nYOUTUBE_KEY=another\r\nexport STUDIO_B_PASSPHRASE=${UNSET}";
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, "show.env": env });
  chmodSync(join(cwd, "show.env"), 0o644);
  const { status, stderr } = await run(["secrets", "--move", "--env-file", "show.env"], { cwd });
  expect(status).toBe(0);
  expect(stderr).toContain("others could read show.env: now only its owner can");
  expect(readFileSync(join(cwd, "show.env"), "utf8")).toBe(
    `${env}\r\nYOUTUBE_KEY_2='${KEY}'\r\nSTUDIO_B_PASSPHRASE_2='${PASSPHRASE}'\r\n`,
  );
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(
    MOVED.replaceAll(/(YOUTUBE_KEY|_PASSPHRASE)/g, "$1_2"),
  );
  expect(statSync(join(cwd, "show.env")).mode & 0o777).toBe(0o600);
});

test("takes variables that hold the values already, and adds nothing", async () => {
  const env = `YOUTUBE_KEY=other\nYOUTUBE_KEY_2=${KEY}\nSTUDIO_B_PASSPHRASE="${PASSPHRASE}"\n`;
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, ".env": env });
  const { status, stdout } = await run(["secrets", "--move"], { cwd });
  expect(status).toBe(0);
  expect(stdout).toContain("\n2 secrets moved\n");
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(env);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toContain("live2/${YOUTUBE_KEY_2}\n");
});

test("does nothing twice", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT });
  await run(["secrets", "--move"], { cwd });
  const again = await run(["secrets", "--move"], { cwd });
  expect(again).toEqual({ status: 0, stdout: "no secrets written out\n", stderr: "" });
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(ENV);
});

test("leaves what cannot be moved, says why, and ends with 1", async () => {
  const text = `\
restreams:
  - uri: |-
      rtmp://h.acme.net/live/${KEY}
    stream_id: 20
  - uri: rtmp://h.acme.net/live/${KEY}?a=1&amp;b=2
    stream_id: 20
  - uri: rtmp://h.acme.net/live/it's\`${KEY}
    stream_id: 20
`;
  const cwd = folderWith({ "restreams.yaml": text });
  const { status, stdout } = await run(["secrets", "--move"], { cwd });
  expect(stdout).toBe(`\
restreams.yaml:2:10: stream key, left where it is: its value must stand on one line, in quotes
restreams.yaml:5:33: stream key, left where it is: mend the other mistakes in it first
restreams.yaml:7:33: stream key, left where it is: an env file cannot hold its characters
no secrets moved
`);
  expect(status).toBe(1);
  expect(existsSync(join(cwd, ".env"))).toBe(false);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(text);
});

test("refuses an env file that git tracks, and warns of one that it does not ignore", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, "sub/.env": "A=1\n", ".env": "A=1\n" });
  const git = (...args: string[]) => execFileSync("git", args, { cwd, stdio: "pipe" });
  git("init", "-q");
  git("add", "sub/.env");

  const tracked = await run(["secrets", "--move", "--env-file", "sub/.env"], { cwd });
  expect(tracked.stderr).toBe(
    "restream-lint: git tracks sub/.env, so it is no place for secrets: name another with --env-file\n",
  );
  expect(tracked.status).toBe(2);
  symlinkSync("sub/.env", join(cwd, "link.env"));
  expect((await run(["secrets", "--move", "--env-file", "link.env"], { cwd })).status).toBe(2);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(DOCUMENT);
  expect(readFileSync(join(cwd, "sub/.env"), "utf8")).toBe("A=1\n");

  // As in a hook of another repository.
  const env = { ...process.env, GIT_DIR: "/nowhere" } as Record<string, string>;
  const seen = await run(["secrets", "--move"], { cwd, env });
  expect(seen.stderr).toContain("git does not ignore .env: add it to .gitignore");
  expect(seen.status).toBe(0);
});

test("says nothing of git where the env file is ignored, or where there is no git", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, ".gitignore": ".env\n" });
  execFileSync("git", ["init", "-q"], { cwd });
  const { status, stderr } = await run(["secrets", "--move"], {
    cwd,
    env: { PATH: process.env["PATH"] ?? "" },
  });
  expect([status, stderr]).toEqual([0, KNOWN]);
  const elsewhere = folderWith({ "restreams.yaml": DOCUMENT });
  const without = await run(["secrets", "--move"], { cwd: elsewhere, env: { PATH: elsewhere } });
  expect([without.status, without.stderr]).toEqual([0, KNOWN]);
});

test("changes no document where the env file cannot be written", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, "open.env": "A='open\n" });
  mkdirSync(join(cwd, "folder"));
  symlinkSync("nothing", join(cwd, "dangling"));
  execFileSync("mkfifo", [join(cwd, "fifo")]);
  for (const [file, reason] of [
    ["no/such/.env", "no/such/.env: no such file or directory"],
    ["folder", "folder: is a directory"],
    ["dangling", "dangling: no such file or directory"],
    ["open.env", "open.env: line 1 must be NAME=value, with its quotes closed"],
    ["fifo", "fifo: not a regular file"],
    ["/dev/full", "/dev/full: not a regular file"],
    ["restreams.yaml", "restreams.yaml is one of the documents"],
  ] as const) {
    const { status, stdout, stderr } = await run(["secrets", "--move", "--env-file", file], {
      cwd,
    });
    expect(stderr, file).toContain(reason);
    expect(stdout, file).toBe("");
    expect(status, file).toBe(2);
    expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(DOCUMENT);
  }
  expect(readFileSync(join(cwd, "open.env"), "utf8")).toBe("A='open\n");
});

test("writes through a symbolic link to an env file", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, "kept/show.env": "" });
  symlinkSync("kept/show.env", join(cwd, ".env"));
  expect((await run(["secrets", "--move"], { cwd })).status).toBe(0);
  expect(lstatSync(join(cwd, ".env")).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(cwd, "kept/show.env"), "utf8")).toBe(ENV);
});

test("keeps the values where a document cannot be written, and takes them the next time", async () => {
  // What a document is written to first is there already.
  const temporary = `restreams.yaml.${process.pid}.tmp`;
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, [temporary]: "another's" });
  const { status, stdout, stderr } = await run(["secrets", "--move"], { cwd });
  expect(stderr).toBe(
    `restream-lint: restreams.yaml: ${temporary} is in the way: remove it if nothing is writing it: it stays as it is\n`,
  );
  expect(stdout).toBe("no secrets moved; 2 variables added to .env\n");
  expect(status).toBe(2);
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(DOCUMENT);
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(ENV);
  expect(readFileSync(join(cwd, temporary), "utf8")).toBe("another's");
  rmSync(join(cwd, temporary));
  expect((await run(["secrets", "--move"], { cwd })).stdout).toContain("\n2 secrets moved\n");
  expect(readFileSync(join(cwd, "restreams.yaml"), "utf8")).toBe(MOVED);
});

test("leaves out a document that cannot be changed, with its values", async () => {
  const closed = `stream_id: 20\nuri: rtmp://h.acme.net/live/closed-${KEY}\n`;
  // Whatever is loaded when it is called for is loaded now: nobody may read it.
  await run(["secrets", "--move"], { cwd: folderWith({ "restreams.yaml": DOCUMENT }) });
  for (const files of [{ "a.yaml": closed, "b.yaml": DOCUMENT }, { "a.yaml": closed }]) {
    const cwd = folderWith(files);
    chmodSync(join(cwd, "a.yaml"), 0o444);
    const argv = ["secrets", "--move", ...Object.keys(files)];
    const { status, stdout, stderr } = await unprivileged(cwd, () => run(argv, { cwd }));
    expect(stderr).toContain("restream-lint: a.yaml: permission denied: it stays as it is\n");
    expect(status).toBe(2);
    expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(closed);
    expect(readdirSync(cwd).toSorted()).toEqual(
      "b.yaml" in files ? [".env", "a.yaml", "b.yaml"] : ["a.yaml"],
    );
    if (!("b.yaml" in files)) continue;
    expect(stdout).toContain("2 secrets moved; 2 variables added to .env\n");
    expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(ENV);
    expect(readFileSync(join(cwd, "b.yaml"), "utf8")).toBe(MOVED);
  }
});

test("changes no env file that was changed since it was read", () => {
  const cwd = folderWith({ "show.env": "A=1\n" });
  const path = join(cwd, "show.env");
  const file = readEnvFile(path, "show.env");
  writeFileSync(path, "A=2\n");
  const variables = new Map([["KEY", "k1"]]);
  expect(() => addVariables(file, variables)).toThrow("show.env was changed in the meantime");
  expect(readFileSync(path, "utf8")).toBe("A=2\n");
});

test("adds to the env file that is there, and makes no other", async () => {
  const cwd = folderWith({ "restreams.yaml": DOCUMENT, ".env": "" });
  chmodSync(join(cwd, ".env"), 0o600);
  const { ino } = statSync(join(cwd, ".env"));
  expect((await run(["secrets", "--move"], { cwd })).status).toBe(0);
  expect(statSync(join(cwd, ".env")).ino).toBe(ino);
  expect(readFileSync(join(cwd, ".env"), "utf8")).toBe(ENV);
});

test.each([
  "abc",
  "a$b${c}#d e",
  'say "x"',
  "`id`$(id)",
  "=&?:/@%41,;!~*",
  "\u00fcml\u00e4ut \u{1f600}",
])("an env file holds %j so that it is read back", (value) => {
  expect(parseEnv(`A=${quoted(value)}\n`)["A"]).toBe(value);
  expect(envFileVariables(`A=${quoted(value)}\n`).get("A")).toBe(value);
  expect(isHoldable(value)).toBe(true);
});

test.each([
  ["it's", `"it's"`],
  [`it's "$5"`, `"it's \\"\\$5\\""`],
  ["back\\slash\\", '"back\\\\slash\\\\"'],
  ["\\n\\'${A}$$", '"\\\\n\\\\\'\\${A}\\$\\$"'],
])("what single quotes cannot hold goes into double ones: %j", (value, expected) => {
  expect(quoted(value)).toBe(expected);
  expect(envFileVariables(`A=${quoted(value)}\nB=1`).get("A")).toBe(value);
});

test.each(["a\nb", "a\rb", "a\0b", "\ufffd", "\ud800", "it's `id`"])(
  "an env file cannot hold %j",
  (value) => {
    expect(quoted(value)).toBeUndefined();
    expect(isHoldable(value)).toBe(false);
  },
);

test("a literal ${ is no placeholder, nor is it one in a variable", () => {
  const document = parseDocument("stream_id: 20\nuri: rtmp://h.acme.net/live/a$${b}c\n");
  expect(literalSecretsIn(document).map(secretValueOf)).toEqual(["a${b}c"]);
});

test("--env-file needs --move", async () => {
  const { status, stderr } = await run(["secrets", "--env-file", "x"]);
  expect([status, stderr]).toEqual([2, "restream-lint: --env-file needs --move\n"]);
});
