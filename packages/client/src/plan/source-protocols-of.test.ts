import { expect, test } from "vitest";
import type { RemoteStream } from "../remote.ts";
import { sourceProtocolsOf } from "./source-protocols-of.ts";

test.each<[Omit<RemoteStream, "id">, readonly string[] | undefined]>([
  // A push: told while it is on air.
  [{ stream_source_type: "rtmp" }, ["rtmp", "rtmps"]],
  [{ stream_source_type: "srt", pull: false }, ["srt"]],
  [{ stream_source_type: "webrtc" }, undefined],
  [{ stream_source_type: "https" }, undefined],
  [{ stream_source_type: null }, undefined],
  [{}, undefined],
  [{ pull: false, uri: "rtmp://left.acme.net/over" }, undefined],
  // A pull: told by its addresses.
  [{ pull: true, uri: "rtmp://a.acme.net/live/x" }, ["rtmp"]],
  [{ pull: true, uri: " SRT://a:1?x=rtmps://b  rtmp://b/c\nrtmp://d/e " }, ["rtmp", "srt"]],
  [{ pull: true, uri: "https://a.acme.net/x.m3u8" }, undefined],
  [{ pull: true, uri: "rtmp://a/b https://a.acme.net/x.m3u8" }, undefined],
  [{ pull: true, uri: "a.acme.net" }, undefined],
  [{ pull: true, uri: "" }, undefined],
  [{ pull: true, uri: null }, undefined],
  // Both.
  [{ stream_source_type: "rtmp", pull: true, uri: "rtmps://a/b srt://c:1" }, ["rtmps"]],
  [{ stream_source_type: "rtmp", pull: true, uri: "srt://c:1" }, ["rtmp", "rtmps"]],
  [{ stream_source_type: "https", pull: true, uri: "rtmp://a/b" }, undefined],
])("%j is fed by %j", (stream, expected) => {
  expect(sourceProtocolsOf([{ id: 1 }, { id: 2, ...stream }]).get(2)).toEqual(expected);
});
