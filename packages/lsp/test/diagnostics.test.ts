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
