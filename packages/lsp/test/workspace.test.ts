import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { ProgressType } from "vscode-languageserver-protocol";
import { NODE_HOST } from "../src/node-host.ts";
import { EVERYTHING, PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";
import { codes, startIn, uriOf } from "./start-in.ts";

// What the server knows beyond the text that is open: other files, settings, other folders.

const TARGET = "rtmp://live.acme.net/app/${KEY}";
const ONE = `restreams:\n  - name: One\n    stream_id: 20\n    uri: ${TARGET}\n`;
const TWO = `restreams:\n  - name: Two\n    stream_id: 21\n    uri: ${TARGET}\n`;
const ELSEWHERE = TWO.replace("live.acme.net", "live2.acme.net");
const LONG =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=caller&latency=9000\n    latency_unit: ms\n";
const OTHER = LONG.replace("h.acme", "h2.acme");

test("one target in two files, one of them only on disk", async () => {
  const folder = folderWith({ "a/restreams.yaml": ONE, "b/restreams.yaml": TWO });
  const session = await startIn([folder]);
  const uri = uriOf(folder, "b/restreams.yaml");
  await session.open(uri, TWO);
  expect(await session.pull(uri)).toMatchObject([
    {
      code: "duplicate-target",
      severity: 2,
      relatedInformation: [
        {
          location: { uri: uriOf(folder, "a/restreams.yaml"), range: { start: { line: 3 } } },
          message: "The first one is here",
        },
      ],
    },
  ]);

  writeFileSync(join(folder, "a/restreams.yaml"), ELSEWHERE);
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(folder, "a/restreams.yaml"), type: 2 }],
  });
  await session.next("workspace/diagnostic/refresh");
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("what is open counts, not what is on disk under its name", async () => {
  const folder = folderWith({ "a.restreams.yaml": ONE, "b.restreams.yaml": TWO });
  const session = await startIn([folder]);
  const [a, b] = [uriOf(folder, "a.restreams.yaml"), uriOf(folder, "b.restreams.yaml")];
  await session.open(a, ELSEWHERE);
  await session.open(b, TWO);
  expect(await session.pull(b)).toEqual([]);
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: a } });
  expect(codes(await session.pull(b))).toEqual(["duplicate-target"]);
  session.end();
});

test("a client that is sent diagnostics gets those of another open document as well", async () => {
  const session = await startSession({ capabilities: PUSHED });
  const [a, b] = ["file:///a.restreams.yaml", "file:///b.restreams.yaml"];
  await session.open(a, ELSEWHERE);
  await session.open(b, TWO);
  expect((await session.pushed(b, 1)).diagnostics).toEqual([]);
  await session.change(a, 2, [{ text: ONE }]);
  expect(codes((await session.pushed(b, 1)).diagnostics)).toEqual(["duplicate-target"]);
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri: a } });
  expect((await session.pushed(a)).diagnostics).toEqual([]);
  expect((await session.pushed(b, 1)).diagnostics).toEqual([]);
  session.end();
});

test("each folder has its own settings, and what changes of them holds at once", async () => {
  const folder = folderWith({
    "shows/.restream-lint.yaml": "rules: { srt-latency-out-of-range: off }\n",
    "shows/restreams.yaml": LONG,
    "tests/.restream-lint.yaml": "extends: strict\n",
    "tests/restreams.yaml": OTHER,
  });
  const session = await startIn([join(folder, "shows"), join(folder, "tests")]);
  const [shows, tests] = ["shows", "tests"].map((it) => uriOf(folder, it, "restreams.yaml"));
  await session.open(shows ?? "", LONG);
  await session.open(tests ?? "", OTHER);
  expect(await session.pull(shows ?? "")).toEqual([]);
  expect(await session.pull(tests ?? "")).toMatchObject([
    { code: "srt-latency-out-of-range", severity: 1 },
  ]);

  rmSync(join(folder, "shows/.restream-lint.yaml"));
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(folder, "shows/.restream-lint.yaml"), type: 3 }],
  });
  await session.next("workspace/diagnostic/refresh");
  expect(await session.pull(shows ?? "")).toMatchObject([
    { code: "srt-latency-out-of-range", severity: 2 },
  ]);
  session.end();
});

test("who watches no files is heard when it saves", async () => {
  const folder = folderWith({ ".git/HEAD": "", "restreams.yaml": LONG });
  const session = await startIn([folder], { capabilities: PUSHED_ONLY });
  const uri = uriOf(folder, "restreams.yaml");
  await session.open(uri, LONG);
  expect(codes((await session.pushed(uri, 1)).diagnostics)).toEqual(["srt-latency-out-of-range"]);
  writeFileSync(join(folder, ".restream-lint.yaml"), "rules: { srt-latency-out-of-range: off }\n");
  await session.client.sendNotification("textDocument/didSave", {
    textDocument: { uri: uriOf(folder, ".restream-lint.yaml") },
  });
  expect((await session.pushed(uri, 1)).diagnostics).toEqual([]);
  session.end();
});

const PUSHED_ONLY = { ...PUSHED, workspace: {} };

test("the editor's own settings hold where there is no settings file", async () => {
  let rules = {};
  const session = await startSession({ configuration: () => ({ rules }) });
  const uri = "file:///a/restreams.yaml";
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  rules = { "srt-latency-out-of-range": "off" };
  await session.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("a client that cannot be asked sends its settings", async () => {
  const capabilities = { ...EVERYTHING, workspace: {} };
  const rules = { "srt-latency-out-of-range": "off" };
  const session = await startSession({
    capabilities,
    params: { initializationOptions: { rules } },
  });
  const uri = "file:///a/restreams.yaml";
  await session.open(uri, LONG);
  expect(await session.pull(uri)).toEqual([]);
  await session.client.sendNotification("workspace/didChangeConfiguration", {
    settings: { "restream-lint": { extends: "strict" } },
  });
  expect(await session.pull(uri)).toMatchObject([{ severity: 1 }]);
  session.end();
});

test("a broken settings file is said once, and left out", async () => {
  const folder = folderWith({ ".restream-lint.yaml": "extends: strcit\n", "restreams.yaml": LONG });
  const session = await startIn([folder]);
  const uri = uriOf(folder, "restreams.yaml");
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  expect((await session.next("window/showMessage")).message).toBe(
    ".restream-lint.yaml has errors, so its settings are left out. Open it to see them.",
  );
  const settings = uriOf(folder, ".restream-lint.yaml");
  await session.open(settings, "extends: strcit\n");
  expect(await session.pull(settings)).toMatchObject([{ code: "wrong-type", severity: 1 }]);
  expect(session.received.filter((it) => it.includes("showMessage"))).toHaveLength(1);
  session.end();
});

test("folders that are opened and closed later", async () => {
  const folder = folderWith({ "a/restreams.yaml": ONE, "b/restreams.yaml": TWO });
  const session = await startIn([join(folder, "b")]);
  const uri = uriOf(folder, "b/restreams.yaml");
  await session.open(uri, TWO);
  expect(await session.pull(uri)).toEqual([]);
  const event = { uri: uriOf(folder, "a"), name: "a" };
  await session.client.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [event], removed: [] },
  });
  await session.next("workspace/diagnostic/refresh");
  expect(codes(await session.pull(uri))).toEqual(["duplicate-target"]);
  await session.client.sendNotification("workspace/didChangeWorkspaceFolders", {
    event: { added: [], removed: [event] },
  });
  await session.next("workspace/diagnostic/refresh");
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("the diagnostics of the whole workspace, a part at a time, with progress", async () => {
  const names = Array.from({ length: 45 }, (_, index) => `${index + 10}.restreams.yaml`);
  const document = (name: string) => LONG.replace("h.acme", `h${name.slice(0, 2)}.acme`);
  const folder = folderWith({
    ...Object.fromEntries(names.map((name) => [name, document(name)])),
    "values.yaml": "image: nginx\n",
  });
  const session = await startIn([folder]);
  const parts: any[] = [];
  session.client.onProgress(new ProgressType<any>(), "p", (it) => void parts.push(it));
  const answer: any = await session.client.sendRequest("workspace/diagnostic", {
    previousResultIds: [],
    partialResultToken: "p",
    workDoneToken: "w",
  });
  const found = [...parts.flatMap(({ items }) => items), ...answer.items];
  expect(found.map(({ uri }) => uri)).toEqual(names.map((name) => uriOf(folder, name)));
  expect(found.every(({ kind, items }) => kind === "full" && items.length === 1)).toBe(true);
  expect(parts.length).toBe(3);
  const progress = session.received.filter((it) => it.includes('"token":"w"'));
  expect(progress.map((it) => JSON.parse(it).params.value.kind)).toEqual([
    "begin",
    "report",
    "report",
    "report",
    "end",
  ]);

  // Asked again, with what it has: nothing is said twice, and what is gone is empty.
  rmSync(join(folder, names[0] ?? ""));
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(folder, names[0] ?? ""), type: 3 }],
  });
  await session.next("workspace/diagnostic/refresh");
  const again: any = await session.client.sendRequest("workspace/diagnostic", {
    previousResultIds: found.map(({ uri, resultId }) => ({ uri, value: resultId })),
  });
  expect(again.items.filter(({ kind }: any) => kind === "unchanged")).toHaveLength(44);
  expect(again.items.filter(({ kind }: any) => kind === "full")).toMatchObject([
    { uri: uriOf(folder, names[0] ?? ""), items: [] },
  ]);
  const known = [...found, ...again.items].flatMap(({ uri, resultId }) => [
    { uri, value: resultId },
  ]);
  const last: any = await session.client.sendRequest("workspace/diagnostic", {
    previousResultIds: known.slice(1),
  });
  expect(last.items.map(({ kind }: any) => kind)).toEqual(
    Array.from({ length: 44 }, () => "unchanged"),
  );
  session.end();
});

test("what a file was before is no other file", async () => {
  const session = await startSession({ capabilities: PUSHED });
  const uri = "file:///a.restreams.yaml";
  await session.open(uri, ONE);
  await session.open("git:/a.restreams.yaml?HEAD", ONE.replace("One", "Older"));
  expect((await session.pushed(uri, 1)).diagnostics).toEqual([]);
  expect((await session.pushed("git:/a.restreams.yaml?HEAD", 1)).diagnostics).toEqual([]);
  session.end();
});

test("a text that is closed and opened again as it was is told of again", async () => {
  const session = await startSession({ capabilities: PUSHED });
  const uri = "file:///restreams.yaml";
  await session.open(uri, LONG);
  expect((await session.pushed(uri, 1)).diagnostics).toHaveLength(1);
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await session.open(uri, LONG);
  expect((await session.pushed(uri)).diagnostics).toEqual([]);
  expect((await session.pushed(uri, 1)).diagnostics).toHaveLength(1);
  session.end();
});

test("a document that was closed and deleted is said to be gone, once, though the client names it no more", async () => {
  const folder = folderWith({ "restreams.yaml": LONG });
  const uri = uriOf(folder, "restreams.yaml");
  const session = await startIn([folder]);
  const all = async (): Promise<any> =>
    session.client.sendRequest("workspace/diagnostic", { previousResultIds: [] });
  await session.open(uri, LONG);
  expect(await session.pull(uri)).toHaveLength(1);
  rmSync(join(folder, "restreams.yaml"));
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri, type: 3 }],
  });
  await session.next("workspace/diagnostic/refresh");
  expect((await all()).items).toMatchObject([{ uri, kind: "full", items: [] }]);
  expect((await all()).items).toEqual([]);
  session.end();
});

test("globs in the editor's settings are counted from the folder of the workspace", async () => {
  const folder = folderWith({ "prod/restreams.yaml": LONG, "test/restreams.yaml": OTHER });
  const rules = { "srt-latency-out-of-range": "off" };
  const overrides = [{ files: ["prod/**"], rules }];
  const asked: string[] = [];
  const session = await startIn([folder], {
    configuration: (scopeUri) => {
      asked.push(scopeUri);
      return { overrides };
    },
  });
  const [prod, tests] = ["prod", "test"].map((it) => uriOf(folder, it, "restreams.yaml"));
  await session.open(prod ?? "", LONG);
  await session.open(tests ?? "", OTHER);
  expect(await session.pull(prod ?? "")).toEqual([]);
  expect(codes(await session.pull(tests ?? ""))).toEqual(["srt-latency-out-of-range"]);
  expect(asked).toEqual([uriOf(folder)]);
  session.end();
});

test("a change that comes to nothing is no reason to ask again", async () => {
  const folder = folderWith({ "restreams.yaml": LONG, "values.yaml": "a: 1\n" });
  const session = await startIn([folder]);
  const refreshes = () => session.received.filter((it) => it.includes("/refresh")).length;
  await session.pull(uriOf(folder, "restreams.yaml"));
  const before = refreshes();
  for (const name of ["values.yaml", "node_modules/x/package.json", "restreams.yaml"])
    await session.client.sendNotification("workspace/didChangeWatchedFiles", {
      changes: [{ uri: uriOf(folder, name), type: 2 }],
    });
  writeFileSync(join(folder, "restreams.yaml"), OTHER);
  await session.client.sendNotification("workspace/didChangeWatchedFiles", {
    changes: [{ uri: uriOf(folder, "restreams.yaml"), type: 2 }],
  });
  await session.next("workspace/diagnostic/refresh");
  await session.pull(uriOf(folder, "restreams.yaml"));
  // One of each kind, for the one that came to something.
  expect(refreshes() - before).toBe(4);
  session.end();
});

test("what is only on disk can be asked for too", async () => {
  const folder = folderWith({ "restreams.yaml": LONG });
  const session = await startIn([folder]);
  expect(codes(await session.pull(uriOf(folder, "restreams.yaml")))).toEqual([
    "srt-latency-out-of-range",
  ]);
  session.end();
});

test("settings that are saved hold, though nobody watches their folder", async () => {
  const folder = folderWith({ ".git/HEAD": "", "sub/restreams.yaml": LONG });
  const session = await startIn([join(folder, "sub")]);
  const uri = uriOf(folder, "sub/restreams.yaml");
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  writeFileSync(join(folder, ".restream-lint.yaml"), "rules: { srt-latency-out-of-range: off }\n");
  await session.client.sendNotification("textDocument/didSave", {
    textDocument: { uri: uriOf(folder, ".restream-lint.yaml") },
  });
  await session.next("workspace/inlayHint/refresh");
  await session.next("workspace/inlayHint/refresh");
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("the workspace is looked through before anything is said of it", async () => {
  const folder = folderWith({ "restreams.yaml": LONG });
  const workspaceFolders = [{ uri: uriOf(folder), name: "shows" }];
  const session = await startSession({ host: NODE_HOST, params: { workspaceFolders } });
  const { items }: any = await session.client.sendRequest("workspace/diagnostic", {
    previousResultIds: [],
  });
  expect(items).toMatchObject([{ uri: uriOf(folder, "restreams.yaml"), kind: "full" }]);
  session.end();
});

test("the settings of other servers are not ours", async () => {
  const capabilities = { ...EVERYTHING, workspace: {} };
  const rules = { "srt-latency-out-of-range": "off" };
  const session = await startSession({
    capabilities,
    params: { initializationOptions: { "restream-lint": { rules } } },
  });
  const uri = "file:///a/restreams.yaml";
  await session.open(uri, LONG);
  await session.client.sendNotification("workspace/didChangeConfiguration", {
    settings: { yaml: { extends: "strict" } },
  });
  expect(await session.pull(uri)).toEqual([]);
  session.end();
});

test("a client that does not say what it is set to keeps nothing waiting, and is heard when it does", async () => {
  let answer: (value: unknown) => void = () => undefined;
  const configuration = () => new Promise((resolve) => (answer = resolve));
  const session = await startSession({ configuration });
  const uri = "file:///a/restreams.yaml";
  await session.open(uri, LONG);
  expect(codes(await session.pull(uri))).toEqual(["srt-latency-out-of-range"]);
  const before = session.received.filter((it) => it.includes("workspace/configuration")).length;
  answer({ rules: { "srt-latency-out-of-range": "off" } });
  await session.next("workspace/diagnostic/refresh");
  expect(await session.pull(uri)).toEqual([]);
  const after = session.received.filter((it) => it.includes("workspace/configuration")).length;
  expect(after).toBe(before);
  session.end();
});
