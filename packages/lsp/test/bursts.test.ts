import { expect, test } from "vitest";
import { turn } from "../src/lull.ts";
import { EVERYTHING, PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";

// Whoever types faster than linting goes is told of the last version, and of none before.

const URI = "file:///shows/restreams.yaml";
const KEYS = 300;

function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** A key, and the version that it makes. */
function typed(version: number): string {
  const text = `restreams:\n  - stream_id: 1\n    uri: rtmp://h${version}.acme.net/\n`;
  const textDocument = { uri: URI, version };
  const params = { textDocument, contentChanges: [{ text }] };
  return framed({ method: "textDocument/didChange", params });
}

const versions = Array.from({ length: KEYS }, (_, index) => index + 2);

/** A client that need not be asked anything: an answer that is waited for would be a lull in itself. */
const ALONE = { workspace: {} };

test("a client that is sent diagnostics", async () => {
  const session = await startSession({ capabilities: { ...PUSHED, ...ALONE } });
  await session.open(URI, "");
  for (const version of versions) {
    session.raw(typed(version));
    await turn();
  }
  const { diagnostics } = await session.pushed(URI, KEYS + 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(["missing-app"]);
  const sent = session.received.filter((it) => it.includes("publishDiagnostics"));
  expect(sent.length).toBeLessThan(KEYS / 10);
  session.end();
});

test("a client that asks at every key, and cancels what it asked before", async () => {
  const session = await startSession({ capabilities: { ...EVERYTHING, ...ALONE } });
  await session.open(URI, "");
  for (const version of versions) {
    const params = { textDocument: { uri: URI } };
    session.raw(typed(version));
    session.raw(framed({ id: `key ${version}`, method: "textDocument/diagnostic", params }));
    // Long enough for the request to be read before it is cancelled.
    for (let left = 3; left > 0; left -= 1) await turn();
    if (version <= KEYS) {
      session.raw(framed({ method: "$/cancelRequest", params: { id: `key ${version}` } }));
      await turn();
    }
  }
  expect((await session.pull(URI)).map(({ code }) => code)).toEqual(["missing-app"]);
  const answers = session.received.filter((it) => it.includes('"id":"key '));
  expect(answers).toHaveLength(KEYS);
  const worked = answers.filter((it) => it.includes("missing-app"));
  expect(worked.length).toBeLessThan(KEYS / 10);
  expect(JSON.parse(worked.at(-1) ?? "{}").id).toBe(`key ${KEYS + 1}`);
  session.end();
});
