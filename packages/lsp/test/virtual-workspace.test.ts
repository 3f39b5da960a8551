import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { NODE_HOST } from "../src/node-host.ts";
import { FILES_IN, LINT_WORKSPACE, STATUS, TEXT_OF } from "../src/protocol.ts";
import { EVERYTHING, READING } from "./clients.ts";
import { type Session, type Start, startSession } from "./session.ts";
import { codes, uriOf } from "./start-in.ts";

// A workspace whose files only the client can read.

const ROOT = "vscode-vfs://github/acme/shows";
const LONG =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=9000\n    latency_unit: ms\n";
const OTHER = LONG.replace("h.acme", "h2.acme").replace("20", "21");
const OFF = "rules: { srt-latency-out-of-range: off }\n";
const SECRET = "CANARY-k3y-51f0c2";

type Files = Map<string, unknown>;

/** A session of a client that reads these files, by their paths from the folder; ready when they were looked through. */
async function startOver(files: Files, start: Start = {}): Promise<Session & { asked: string[] }> {
  const asked: string[] = [];
  const session = await startSession({
    capabilities: READING,
    host: NODE_HOST,
    params: { workspaceFolders: [{ uri: ROOT, name: "shows" }] },
    answering: {
      [FILES_IN]: ({ folder }) => {
        asked.push(folder);
        return Array.from(files.keys(), (path) => `${ROOT}/${path}`);
      },
      [TEXT_OF]: ({ uri }) => {
        asked.push(uri);
        return files.get(uri.slice(ROOT.length + 1)) ?? null;
      },
    },
    ...start,
  });
  return { ...session, asked };
}

/** What there is to say of all documents: `restreams.yaml: srt-not-caller`. */
async function found(session: Session): Promise<string[]> {
  const { items }: any = await session.client.sendRequest("workspace/diagnostic", {
    previousResultIds: [],
  });
  return items.map((it: any) =>
    `${it.uri.replace(`${ROOT}/`, "")}: ${codes(it.items).join(", ")}`.trim(),
  );
}

test("documents that are not open are linted, with the settings beside them", async () => {
  const files: Files = new Map([
    ["prod/restreams.yaml", LONG],
    ["test/.restream-lint.yaml", OFF],
    ["test/restreams.yaml", OTHER],
    ["values.yaml", "a: 1\n"],
  ]);
  const session = await startOver(files);
  expect(await found(session)).toEqual([
    "prod/restreams.yaml: srt-latency-out-of-range",
    "test/restreams.yaml:",
  ]);
  expect(await session.ask(STATUS, `${ROOT}/test/restreams.yaml`)).toEqual({
    kind: "restreams",
    settings: `${ROOT}/test/.restream-lint.yaml`,
    restreams: 1,
    inactive: 0,
  });
  expect(await session.client.sendRequest(LINT_WORKSPACE)).toMatchObject({
    documents: 2,
    warnings: 1,
  });
  session.end();
});

test("settings in a folder above hold for a text that is open", async () => {
  const session = await startOver(new Map([[".restream-lint.yaml", OFF]]));
  const uri = `${ROOT}/a/b/restreams.yaml`;
  await session.open(uri, LONG);
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("what changes is read again when its watcher says so", async () => {
  const files: Files = new Map([["restreams.yaml", LONG]]);
  const session = await startOver(files);
  await session.next("workspace/diagnostic/refresh");
  expect(await found(session)).toEqual(["restreams.yaml: srt-latency-out-of-range"]);
  for (const [path, text, expected] of [
    ["restreams.yaml", LONG.replace("9000\n", "2000\n"), ["restreams.yaml:"]],
    ["a.restreams.yaml", OTHER, ["a.restreams.yaml: srt-latency-out-of-range", "restreams.yaml:"]],
    [".restream-lint.yaml", OFF, ["a.restreams.yaml:", "restreams.yaml:"]],
  ] as const) {
    files.set(path, text);
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: `${ROOT}/${path}`, type: 2 }],
    });
    await session.next("workspace/diagnostic/refresh");
    expect(await found(session)).toEqual(expected);
  }
  session.end();
});

test.each([
  ["a number", () => 12],
  ["null", () => null],
  ["an object", () => ({ text: LONG, uri: SECRET })],
  ["a list of numbers", () => [1, 2, 3]],
  ["a list of files that it then does not have", () => [`${ROOT}/restreams.yaml`]],
  ["a list of what is elsewhere", () => ["file:///etc/passwd.restreams.yaml"]],
  [
    "an error that repeats what it read",
    () => {
      throw new Error(`srt://h:1?passphrase=${SECRET}`);
    },
  ],
])("a client that answers %s has no files", async (_, answer) => {
  const session = await startOver(new Map(), {
    answering: { [FILES_IN]: answer, [TEXT_OF]: answer },
  });
  const uri = `${ROOT}/open.restreams.yaml`;
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  expect(await found(session)).toEqual(["open.restreams.yaml: srt-latency-out-of-range"]);
  expect((await session.ask(STATUS, uri)).settings).toBeNull();
  expect(session.received.filter((it) => it.includes(SECRET))).toEqual([]);
  session.end();
});

test("a secret in what the client reads is not repeated, even by settings that are broken", async () => {
  const files: Files = new Map([
    [".restream-lint.yaml", `files: [\n  - ${SECRET}\nrules: ${SECRET}\n`],
    [
      "restreams.yaml",
      `restreams:\n  - stream_id: 20\n    uri: srt://h:1?mode=listener&passphrase=${SECRET}\n`,
    ],
  ]);
  const session = await startOver(files);
  expect(await found(session)).toHaveLength(1);
  expect(await session.next("window/showMessage")).toMatchObject({
    message: expect.stringContaining(".restream-lint.yaml has errors"),
  });
  await session.ask(STATUS, `${ROOT}/restreams.yaml`);
  await session.client.sendRequest(LINT_WORKSPACE);
  expect(session.received.filter((it) => it.includes(SECRET))).toEqual([]);
  session.end();
});

test("a client that says it reads files, and does not know of the requests, has none", async () => {
  const session = await startOver(new Map(), { answering: {} });
  const uri = `${ROOT}/restreams.yaml`;
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  session.end();
});

test("settings that are slow to come keep nothing waiting, and hold when they are there", async () => {
  let answer: (text: string) => void = () => undefined;
  const late = new Promise<string>((resolve) => (answer = resolve));
  const session = await startOver(new Map<string, unknown>([[".restream-lint.yaml", late]]));
  const uri = `${ROOT}/restreams.yaml`;
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  answer(OFF);
  await session.next("workspace/diagnostic/refresh");
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test.each([
  ["nothing", EVERYTHING],
  ["less", { ...EVERYTHING, experimental: { "restream-lint": { readsFiles: "yes" } } }],
  ["a text", { ...EVERYTHING, experimental: "restream-lint" as never }],
  ["null", { ...EVERYTHING, experimental: { "restream-lint": null } }],
])("a client that says %s of itself is never asked", async (_, capabilities) => {
  const session = await startOver(new Map([["restreams.yaml", LONG]]), { capabilities });
  await session.open(`${ROOT}/a/restreams.yaml`, OTHER);
  expect(await found(session)).toEqual(["a/restreams.yaml: srt-latency-out-of-range"]);
  expect(session.asked).toEqual([]);
  session.end();
});

test("on the desktop, what is on this machine is never asked of the client, nor what is in no folder", async () => {
  const folder = folderWith({
    ".git/HEAD": "",
    ".restream-lint.yaml": OFF,
    "restreams.yaml": LONG,
  });
  const workspaceFolders = [ROOT, uriOf(folder)].map((uri) => ({ uri, name: uri }));
  const files: Files = new Map([["restreams.yaml", OTHER]]);
  const session = await startOver(files, { params: { workspaceFolders } });
  const elsewhere = [
    "git:/shows/restreams.yaml?HEAD",
    "untitled:Untitled-1",
    "vscode-vfs://github/acme/others/restreams.yaml",
    `${ROOT}/../others/restreams.yaml`,
    uriOf(folder, "new", "restreams.yaml"),
    "file:///nowhere/restreams.yaml",
  ];
  for (const uri of elsewhere) {
    await session.open(uri, LONG.replace("h.acme", `h${elsewhere.indexOf(uri)}.acme`));
    await session.pull(uri);
    await session.ask(STATUS, uri);
  }
  expect(await session.pull(uriOf(folder, "restreams.yaml"))).toEqual([]);
  expect(codes(await session.pull(`${ROOT}/restreams.yaml`))).toEqual(["srt-latency-out-of-range"]);
  expect(session.asked).not.toEqual([]);
  expect(session.asked.filter((it) => it !== ROOT && !it.startsWith(`${ROOT}/`))).toEqual([]);
  expect(session.asked.filter((it) => it.includes("others"))).toEqual([]);
  session.end();
});

test("in a web worker, everything is asked of the client", async () => {
  const uri = "file:///shows";
  const session = await startSession({
    capabilities: READING,
    params: { workspaceFolders: [{ uri, name: "shows" }] },
    answering: {
      [FILES_IN]: () => [`${uri}/restreams.yaml`],
      [TEXT_OF]: (it) => (it.uri.endsWith("restreams.yaml") ? LONG : null),
    },
  });
  expect(await found(session)).toEqual([`${uri}/restreams.yaml: srt-latency-out-of-range`]);
  session.end();
});
