import { expect, test } from "vitest";
import { run } from "./run.ts";

/** Target URIs that have nothing else wrong with them. */
const URIS = {
  rtmp: "rtmp://ingest.studio-b.net/live/${KEY}",
  rtmps: "rtmps://ingest.studio-b.net/live/${KEY}",
  srt: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000",
};
const SUPPORTED = ["rtmp → rtmp", "rtmps → rtmps", "rtmp → srt", "srt → srt", "srt → rtmp"];

const PAIRS = Object.keys(URIS).flatMap((source) =>
  Object.entries(URIS).map(([target, uri]) => ({ source, target, uri })),
);

test.each(PAIRS)(
  "$source → $target is judged as Gcore lists it",
  async ({ source, target, uri }) => {
    const stdin = `streams: [{id: 20, protocol: ${source}}]\nrestreams:\n  - stream_id: 20\n    uri: ${uri}\n    latency_unit: ms\n`;
    const { status, stdout } = await run(["-f", "concise", "-"], { stdin });
    const isSupported = SUPPORTED.includes(`${source} → ${target}`);
    expect(stdout.includes("[unsupported-combination]")).toBe(!isSupported);
    expect(status).toBe(isSupported ? 0 : 1);
  },
);
