import { expect, test } from "vitest";
import { NO_FILES } from "../src/host.ts";
import { PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";

// A client that does what none should, and texts that are not ours: an error or nothing, and the server goes on.

const URI = "file:///shows/restreams.yaml";
const LISTENER =
  "restreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n";
const SECRET = "CANARY-k3y-51f0c2";

/** Whether the server still knows right from wrong. */
async function isAlive(session: Awaited<ReturnType<typeof startSession>>): Promise<boolean> {
  const uri = "file:///alive/restreams.yaml";
  await session.open(uri, LISTENER);
  const [first] = await session.pull(uri);
  await session.client.sendNotification("textDocument/didClose", { textDocument: { uri } });
  return first?.code === "srt-not-caller";
}

test.each([
  ["JSON that is none", framed(`{"jsonrpc": "2.0", "method": "${SECRET}`)],
  ["an empty message", framed("")],
  ["no length", "Content-Type: x\r\n\r\n"],
  ["a length that is none", "Content-Length: many\r\n\r\n"],
  ["a header that is none", "hello\r\n\r\n"],
  ["a list", framed("[1, 2]")],
  ["neither request nor answer", framed(`{"jsonrpc": "2.0", "passphrase": "${SECRET}"}`)],
  ["an answer to nothing", framed(`{"jsonrpc": "2.0", "id": 99, "result": "${SECRET}"}`)],
  [
    "an error about nothing",
    framed(`{"jsonrpc": "2.0", "error": {"code": 1, "message": "${SECRET}"}}`),
  ],
  [
    "a notification without parameters",
    framed(`{"jsonrpc": "2.0", "method": "textDocument/didOpen"}`),
  ],
  ["a notification with a text for parameters", notification("textDocument/didChange", SECRET)],
  ["an open document that is none", notification("textDocument/didOpen", { textDocument: null })],
  [
    "an open document without a text",
    notification("textDocument/didOpen", { textDocument: { uri: URI } }),
  ],
  [
    "changes that are none",
    notification("textDocument/didChange", {
      textDocument: { uri: URI },
      contentChanges: { text: SECRET },
    }),
  ],
  [
    "a change with half a range",
    notification("textDocument/didChange", {
      textDocument: { uri: URI, version: 3 },
      contentChanges: [{ range: { start: { line: 0 } }, text: SECRET }],
    }),
  ],
  ["an unknown notification", notification("textDocument/didDance", { secret: SECRET })],
  ["a cancellation of nothing", notification("$/cancelRequest", { id: 12 })],
])("survives %s", async (_, bytes) => {
  const session = await startSession();
  await session.open(URI, LISTENER);
  session.raw(bytes);
  expect(await isAlive(session)).toBe(true);
  expect(session.received.filter((it) => it.includes(SECRET))).toEqual([]);
  session.end();
});

function framed(body: string): string {
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

function notification(method: string, params: unknown): string {
  return framed(JSON.stringify({ jsonrpc: "2.0", method, params }));
}

test("a text that nobody opened", async () => {
  const session = await startSession();
  await session.change("file:///nowhere/restreams.yaml", 2, [{ text: LISTENER }]);
  await session.client.sendNotification("textDocument/didClose", {
    textDocument: { uri: "file:///nowhere/restreams.yaml" },
  });
  expect(await session.pull("file:///nowhere/restreams.yaml")).toEqual([]);
  expect(await isAlive(session)).toBe(true);
  session.end();
});

test("changes that come in another order than their versions are taken as they come", async () => {
  const session = await startSession();
  await session.open(URI, "");
  await session.change(URI, 5, [{ text: "restreams: []\n" }]);
  await session.change(URI, 3, [{ text: LISTENER }]);
  expect((await session.pull(URI)).map(({ code }) => code)).toEqual(["srt-not-caller"]);
  session.end();
});

test("an unknown request is refused, and the rest goes on", async () => {
  const session = await startSession();
  await expect(session.client.sendRequest("textDocument/dance", {})).rejects.toThrow("Unhandled");
  expect(await isAlive(session)).toBe(true);
  session.end();
});

test("fifty documents at once", async () => {
  const session = await startSession();
  const uris = Array.from({ length: 50 }, (_, index) => `file:///${index}/restreams.yaml`);
  const texts = uris.map((_, index) => LISTENER.replace("h.acme", `h${index}.acme`));
  await Promise.all(uris.map((uri, index) => session.open(uri, texts[index] ?? "")));
  const found = await Promise.all(uris.map((uri) => session.pull(uri)));
  expect(found.map((it) => it.map(({ code }) => code))).toEqual(uris.map(() => ["srt-not-caller"]));
  session.end();
});

test.each([
  ["a Kubernetes manifest", "file:///k8s/deployment.yaml", "yaml", "kind: Deployment\nspec: [\n"],
  ["a program", "file:///a.ts", "typescript", "const restreams = [;"],
  [
    "a text that only speaks of restreams",
    "file:///notes.yaml",
    "yaml",
    "about: restreams\nuri: [\n",
  ],
  ["a package", "file:///package.json", "json", '{"name": "restream-lint"}'],
  ["a picture", "untitled:Untitled-1", "plaintext", "restreams: ["],
])("has nothing to say of %s", async (_, uri, languageId, text) => {
  const session = await startSession();
  await session.open(uri, text, languageId);
  expect(await session.pull(uri)).toEqual([]);
  const asked = { position: { line: 0, character: 2 } };
  expect(await session.ask("textDocument/hover", uri, asked)).toBeNull();
  session.end();
});

test.each([
  ["a document that has no name yet", "untitled:Untitled-1", "yaml", LISTENER],
  ["a document by what is in it", "file:///deploy.yml", "yaml", LISTENER],
  [
    "a document that the editor takes for Compose",
    "file:///restreams.yml",
    "yaml.docker-compose",
    LISTENER,
  ],
  [
    "JSON with comments",
    "untitled:Untitled-2",
    "jsonc",
    '// a\n{"uri": "srt://h.acme.net:9000?mode=listener&latency=2", "stream_id": 1, "latency_unit": "s"}',
  ],
])("knows %s", async (_, uri, languageId, text) => {
  const session = await startSession();
  await session.open(uri, text, languageId);
  expect((await session.pull(uri)).map(({ code }) => code)).toEqual(["srt-not-caller"]);
  session.end();
});

test.each([
  ["20 MB on one line", `restreams: [${"{uri: rtmp://h.acme.net/a/b}, ".repeat(700_000)}]`],
  [
    "20 MB of ordinary lines",
    `restreams:\n${`  - name: ${"x".repeat(150)}\n    stream_id: 1\n`.repeat(110_000)}`,
  ],
  ["100 000 brackets", `restreams: ${"[".repeat(100_000)}`],
  ["an alias bomb", `restreams:\n${bomb()}`],
  [
    "control characters and half characters",
    "restreams:\n  - name: \u0000\u001b[31m\ud800\u202e\n    uri: \ud83d\n",
  ],
])("survives %s", async (_, text) => {
  const session = await startSession();
  await session.open(URI, text);
  expect(await session.pull(URI)).not.toEqual([]);
  const position = { line: 1, character: 12 };
  for (const method of ["hover", "completion", "definition"])
    await session.ask(`textDocument/${method}`, URI, { position });
  expect(await isAlive(session)).toBe(true);
  session.end();
});

function bomb(): string {
  const names = "abcdefghij";
  const levels = Array.from({ length: 9 }, (_, index) => {
    const [from, to] = [names[index], names[index + 1]];
    return `  - &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(", ")}]`;
  });
  return ["  - &a {uri: rtmp://h.acme.net/a/b}", ...levels].join("\n");
}

test("a fault of ours is an error to that request, says where and nothing else, and the server goes on", async () => {
  let isBroken = true;
  const session = await startSession({
    host: {
      ...NO_FILES,
      reads: () => true,
      settingsNear: () => {
        if (isBroken) throw new RangeError(`cannot read srt://h:1?passphrase=${SECRET}`);
        return Promise.resolve(undefined);
      },
    },
  });
  await session.open(URI, LISTENER);
  await expect(session.pull(URI)).rejects.toThrow("restream-lint failed at this request");
  const { message } = await session.next("window/logMessage");
  expect(message).toMatch(/^restream-lint failed: RangeError\n {4}at .*settingsNear/);
  expect(session.received.filter((it) => it.includes(SECRET))).toEqual([]);
  isBroken = false;
  await session.client.sendNotification("workspace/didChangeConfiguration", { settings: null });
  expect((await session.pull(URI)).map(({ code }) => code)).toEqual(["srt-not-caller"]);
  session.end();
});

test("what is cancelled is not answered", async () => {
  const session = await startSession();
  await session.open(URI, LISTENER);
  session.raw(
    framed(
      JSON.stringify({
        jsonrpc: "2.0",
        id: "mine",
        method: "textDocument/hover",
        params: { textDocument: { uri: URI }, position: { line: 2, character: 20 } },
      }),
    ) + notification("$/cancelRequest", { id: "mine" }),
  );
  expect(await isAlive(session)).toBe(true);
  const answer = session.received.find((it) => it.includes('"id":"mine"'));
  expect(JSON.parse(answer ?? "{}")).toMatchObject({ error: { code: -32800 } });
  session.end();
});

test("no request is answered before initialize, nor after shutdown, and initialize but once", async () => {
  const early = await startSession({ isInitialized: false });
  await expect(early.ask("textDocument/diagnostic", URI)).rejects.toMatchObject({ code: -32002 });
  early.end();

  const session = await startSession();
  await expect(
    session.client.sendRequest("initialize", { processId: null, capabilities: {} }),
  ).rejects.toMatchObject({ code: -32600 });
  await session.open(URI, LISTENER);
  expect(await isAlive(session)).toBe(true);
  await session.client.sendRequest("shutdown");
  await expect(session.pull(URI)).rejects.toMatchObject({ code: -32600 });
  session.end();
});

test("nothing is sent before initialize, nor after shutdown", async () => {
  const early = await startSession({ capabilities: PUSHED, isInitialized: false });
  await early.open(URI, LISTENER);
  await early.client.sendRequest("initialize", { processId: null, capabilities: PUSHED });
  await early.client.sendNotification("initialized", {});
  expect((await early.pushed(URI, 1)).diagnostics).toHaveLength(1);
  expect(early.received[0]).toContain("serverInfo");
  await early.client.sendRequest("shutdown");
  const count = early.received.length;
  await early.change(URI, 2, [{ text: "" }]);
  await expect(early.pull(URI)).rejects.toMatchObject({ code: -32600 });
  expect(early.received.slice(count).filter((it) => it.includes("publishDiagnostics"))).toEqual([]);
  early.end();
});

test.each([
  { textDocument: { codeAction: { dataSupport: true, resolveSupport: {} } } },
  { general: { positionEncodings: "utf-8" } },
  { textDocument: { publishDiagnostics: { tagSupport: true }, hover: { contentFormat: 3 } } },
  { textDocument: null, workspace: null },
  { textDocument: { diagnostic: null } },
])("a client that says %j of itself is spoken to", async (capabilities) => {
  const session = await startSession({ capabilities: capabilities as never });
  await session.open(URI, LISTENER);
  expect((await session.pushed(URI, 1)).diagnostics.map(({ code }) => code)).toEqual([
    "srt-not-caller",
  ]);
  session.end();
});

test("workspace diagnostics without parameters are an error, with no words of a document", async () => {
  const session = await startSession();
  await session.open(URI, LISTENER);
  await expect(session.client.sendRequest("workspace/diagnostic", {})).rejects.toThrow(
    "restream-lint failed at this request",
  );
  expect(await isAlive(session)).toBe(true);
  session.end();
});
