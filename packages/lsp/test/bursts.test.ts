import { expect, test } from "vitest";
import { PUSHED } from "./clients.ts";
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

test("a client that is sent diagnostics", async () => {
  const session = await startSession({ capabilities: PUSHED });
  await session.open(URI, "");
  session.raw(versions.map(typed).join(""));
  const { diagnostics } = await session.pushed(URI, KEYS + 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(["missing-app"]);
  const sent = session.received.filter((it) => it.includes("publishDiagnostics"));
  expect(sent.length).toBeLessThanOrEqual(2);
  session.end();
});

test("a client that asks at every key, and cancels what it asked before", async () => {
  const session = await startSession();
  await session.open(URI, "");
  const asked = versions.map((version) => {
    const params = { textDocument: { uri: URI } };
    return [
      typed(version),
      framed({ method: "$/cancelRequest", params: { id: `key ${version - 1}` } }),
      framed({ id: `key ${version}`, method: "textDocument/diagnostic", params }),
    ].join("");
  });
  session.raw(asked.join(""));
  expect((await session.pull(URI)).map(({ code }) => code)).toEqual(["missing-app"]);
  const answers = session.received.filter((it) => it.includes('"id":"key '));
  expect(answers).toHaveLength(KEYS);
  const worked = answers.filter((it) => it.includes("missing-app"));
  expect(worked.map((it) => JSON.parse(it).id)).toEqual([`key ${KEYS + 1}`]);
  session.end();
});
