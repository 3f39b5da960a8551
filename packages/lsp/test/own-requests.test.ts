import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { rulePage, rules } from "@restream-lint/core";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { CancellationTokenSource, ErrorCodes } from "vscode-languageserver-protocol";
import { LINT_WORKSPACE, type ListedRule, RULES, STATUS } from "../src/protocol.ts";
import { startSession } from "./session.ts";
import { startIn, uriOf } from "./start-in.ts";

// What our own clients ask beside LSP.

const THREE = `restreams:
  - { name: A, stream_id: 20, uri: "rtmp://a.acme.net/app/\${A}", active: false }
  - { name: B, stream_id: 20, uri: "rtmp://b.acme.net/app/\${B}", active: \${IS_ACTIVE} }
  - { name: C, stream_id: 20, uri: "rtmp://c.acme.net/app/\${C}" }
`;
const LISTENER =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";
const LONG =
  "restreams:\n  - stream_id: 21\n    uri: srt://h2.acme.net:9000?mode=caller&latency=9000\n    latency_unit: ms\n";
/** With the restream of another file: a warning in the one of them that comes later. */
const ALSO = LISTENER.replace("listener", "caller");
const SECRET = "CANARY-k3y-51f0c2";

test("the status says what a document is, how much is in it, and which settings hold", async () => {
  const folder = folderWith({
    ".git/HEAD": "",
    ".restream-lint.yaml": "extends: strict\n",
    "shows/on-disk.restreams.yaml": THREE,
    "values.yaml": "a: 1\n",
  });
  const session = await startIn([folder]);
  const settings = uriOf(folder, ".restream-lint.yaml");
  const here = (...path: string[]) => uriOf(folder, ...path);
  const opened = { restreams: 3, inactive: 1 };
  const nothing = { restreams: 0, inactive: 0 };
  for (const [uri, text, expected] of [
    [here("shows", "restreams.yaml"), THREE, { kind: "restreams", settings, ...opened }],
    [here("values.yaml"), "a: 1\n", { kind: null, settings, ...nothing }],
    [settings, "extends: all\n", { kind: "settings", settings, ...nothing }],
    ["git:/x/restreams.yaml?HEAD", THREE, { kind: "restreams", settings: null, ...opened }],
    ["untitled:Untitled-1", THREE, { kind: "restreams", settings: null, ...opened }],
    [
      here("shows", "on-disk.restreams.yaml"),
      undefined,
      { kind: "restreams", settings, ...opened },
    ],
    [here("nowhere", "restreams.yaml"), undefined, { kind: null, settings, ...nothing }],
    ["file:///nowhere/restreams.yaml", undefined, { kind: null, settings: null, ...nothing }],
    ["", undefined, { kind: null, settings: null, ...nothing }],
  ] as const) {
    if (text !== undefined) await session.open(uri, text);
    expect(await session.ask(STATUS, uri), uri).toEqual(expected);
  }
  const textDocument = { uri: here("shows", "restreams.yaml") };
  await session.client.sendNotification("textDocument/didClose", { textDocument });
  expect((await session.ask(STATUS, textDocument.uri)).kind).toBeNull();
  session.end();
});

test("linting the workspace finds what nobody told of, counts it, and has the client ask again", async () => {
  const folder = folderWith({ ".git/HEAD": "", "a.restreams.yaml": LONG });
  const session = await startIn([folder]);
  const refreshes = () =>
    session.received.filter((it) => it.includes("workspace/diagnostic/refresh")).length;
  const lint = () => session.client.sendRequest(LINT_WORKSPACE);
  expect(await lint()).toEqual({ documents: 1, errors: 0, warnings: 1, infos: 0 });

  writeFileSync(join(folder, "b.restreams.yaml"), LISTENER);
  const before = refreshes();
  expect(await lint()).toEqual({ documents: 2, errors: 1, warnings: 1, infos: 0 });
  expect(refreshes()).toBeGreaterThan(before);

  // Across documents, open and not; what a file was before is no other file.
  await session.open(uriOf(folder, "c.restreams.yaml"), ALSO);
  await session.open("git:/c.restreams.yaml?HEAD", ALSO);
  await session.open(uriOf(folder, ".restream-lint.yaml"), "extends: strcit\n");
  expect(await lint()).toEqual({ documents: 4, errors: 2, warnings: 2, infos: 0 });

  writeFileSync(
    join(folder, ".restream-lint.yaml"),
    "rules: { srt-not-caller: info, srt-latency-out-of-range: off }\n",
  );
  expect(await lint()).toEqual({ documents: 4, errors: 1, warnings: 1, infos: 1 });
  session.end();
});

test("the client asks again even where nothing has changed", async () => {
  const folder = folderWith({ "restreams.yaml": LONG });
  const session = await startIn([folder]);
  const all = () => session.received.filter((it) => it.includes("/refresh")).length;
  await session.pull(uriOf(folder, "restreams.yaml"));
  const before = all();
  await session.client.sendRequest(LINT_WORKSPACE);
  expect(all() - before).toBe(4);
  session.end();
});

test("what is cancelled is not counted", async () => {
  const folder = folderWith({ "restreams.yaml": LONG });
  const session = await startIn([folder]);
  const { cancel, token } = source();
  const asked = session.client.sendRequest(LINT_WORKSPACE, {}, token);
  cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
  session.end();
});

function source(): { cancel: () => void; token: CancellationTokenSource["token"] } {
  const made = new CancellationTokenSource();
  return { cancel: () => made.cancel(), token: made.token };
}

test("every rule is listed with its page, in its order", async () => {
  const session = await startSession();
  const listed: ListedRule[] = await session.client.sendRequest(RULES);
  expect(listed.map(({ id, severity, group }) => [id, severity, group])).toEqual(
    rules.map(({ id, severity, group }) => [id, severity, group]),
  );
  expect(listed.map(({ page }) => page)).toEqual(rules.map(rulePage));
  expect(listed.map(({ summary }) => summary)).toEqual(rules.map(({ docs }) => docs.summary));
  session.end();
});

test.each([
  ["no", []],
  ["empty", [{}]],
  ["null for", [null]],
])(
  "%s parameters are as good as any other where none are needed",
  async (_, parameters: readonly any[]) => {
    const session = await startSession();
    const ask = (method: string) => session.client.sendRequest<any>(method, ...parameters);
    expect(await ask(RULES)).toHaveLength(rules.length);
    expect((await ask(LINT_WORKSPACE)).documents).toBe(0);
    session.end();
  },
);

test.each([
  ["no document", {}],
  ["a document that is none", { textDocument: null }],
  ["a URI that is none", { textDocument: { uri: { passphrase: SECRET } } }],
  ["a list", [SECRET]],
])("a status asked with %s is an error, and no more", async (_, params) => {
  const session = await startSession();
  await expect(session.client.sendRequest(STATUS, params)).rejects.toThrow(
    "restream-lint failed at this request",
  );
  expect(session.received.filter((it) => it.includes(SECRET))).toEqual([]);
  await session.open("file:///restreams.yaml", THREE);
  expect((await session.ask(STATUS, "file:///restreams.yaml")).restreams).toBe(3);
  session.end();
});

test("nothing is answered too early or too late", async () => {
  const early = await startSession({ isInitialized: false });
  const late = await startSession();
  await late.client.sendRequest("shutdown");
  const params = { textDocument: { uri: "file:///restreams.yaml" } };
  for (const method of [STATUS, LINT_WORKSPACE, RULES]) {
    await expect(early.client.sendRequest(method, params), method).rejects.toMatchObject({
      code: ErrorCodes.ServerNotInitialized,
    });
    await expect(late.client.sendRequest(method, params), method).rejects.toMatchObject({
      code: ErrorCodes.InvalidRequest,
    });
  }
  early.end();
  late.end();
});
