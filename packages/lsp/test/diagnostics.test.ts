import { expect, test } from "vitest";
import { PUSHED } from "./clients.ts";
import { startSession } from "./session.ts";

const URI = "file:///shows/restreams.yaml";
const LISTENER = `restreams:
  - stream_id: 20
    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000
    latency_unit: ms
`;

test("a client that pulls is told of what is wrong, and that it is mended", async () => {
  const session = await startSession();
  await session.open(URI, LISTENER);
  expect(await session.pull(URI)).toEqual([
    {
      source: "restream-lint",
      code: "srt-not-caller",
      codeDescription: {
        href: "https://github.com/restream-lint/restream-lint/blob/main/docs/rules/srt-not-caller.md",
      },
      severity: 1,
      message: expect.stringContaining("listener"),
      range: { start: { line: 2, character: 45 }, end: { line: 2, character: 53 } },
    },
  ]);
  await session.change(URI, 2, [
    {
      range: { start: { line: 2, character: 45 }, end: { line: 2, character: 53 } },
      text: "caller",
    },
  ]);
  expect(await session.pull(URI)).toEqual([]);
  session.end();
});

test("a client that cannot pull is sent them, with the version", async () => {
  const session = await startSession({ capabilities: PUSHED });
  await session.open(URI, LISTENER);
  const { diagnostics } = await session.pushed(URI, 1);
  expect(diagnostics.map(({ code }) => code)).toEqual(["srt-not-caller"]);
  await session.change(URI, 2, [{ text: LISTENER.replace("listener", "caller") }]);
  expect((await session.pushed(URI, 2)).diagnostics).toEqual([]);
  session.end();
});

test("a client that pulls is not sent again what it has, wherever else it types", async () => {
  const session = await startSession();
  await session.open(URI, LISTENER);
  const ask = (previousResultId?: string) =>
    session.ask("textDocument/diagnostic", URI, { previousResultId });
  const change = (version: number, line: number, from: number, to: number, text: string) => {
    const range = { start: { line, character: from }, end: { line, character: to } };
    return session.change(URI, version, [{ range, text }]);
  };
  const { resultId } = await ask();
  await change(2, 1, 17, 17, " ");
  expect(await ask(resultId)).toEqual({ kind: "unchanged", resultId });
  // There and back in the line of the finding: what is shown of it may have come apart.
  await change(3, 2, 45, 53, "");
  await change(4, 2, 45, 45, "listener");
  const again = await ask(resultId);
  expect([again.kind, again.items.length]).toEqual(["full", 1]);
  session.end();
});

test("a client that cannot pull is told after each edit, of the document that was edited alone", async () => {
  const session = await startSession({ capabilities: PUSHED });
  const other = "file:///shows/others.restreams.yaml";
  await session.open(URI, LISTENER);
  await session.open(other, LISTENER.replace("studio-b", "studio-c"));
  await session.pushed(URI, 1);
  await session.pushed(other, 1);
  await session.change(URI, 2, [
    { range: { start: { line: 4, character: 0 }, end: { line: 4, character: 0 } }, text: "#\n" },
  ]);
  const { diagnostics } = await session.pushed(URI, 2);
  expect(diagnostics.map(({ code }) => code)).toEqual(["srt-not-caller"]);
  const told = session.received.filter((it) => it.includes("publishDiagnostics"));
  expect(told.filter((it) => it.includes(other))).toHaveLength(1);
  session.end();
});
