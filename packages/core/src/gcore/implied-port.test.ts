import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { impliedPortOf } from "./implied-port.ts";

test.each([
  ["rtmp://h.acme.net/live/k", 1935],
  ["rtmps://h.acme.net", 443],
  ["rtmps://[2a01:4f8::1]/live/k", 443],
  ["rtmp://93.184.216.34/live/k", 1935],
  ["rtmp://h.acme.net:1936/live/k", undefined],
  ["rtmp://h.acme.net:/live/k", undefined],
  ["srt://h.acme.net?mode=caller", undefined],
  ["rtmp://${HOST}/live/k", undefined],
  // The host has to be typed anew.
  ["rtmp:///live/k", undefined],
  ["rtmp://h..net/live/k", undefined],
  ["rtmp://2a01:4f8::1/live/k", undefined],
  ["rtmp://10.0.0.1/live/k", undefined],
  ["rtmp://example.com/live/k", undefined],
  ["rtmp://youtube.com/live2/k", undefined],
  ["rtmps://a.rtmp.youtube.com/live2/k", undefined],
  // Only the scheme or the app is wrong.
  ["rtmp://live-api-s.facebook.com/rtmp/k", 1935],
  ["rtmp://a.rtmp.youtube.com/live/k", 1935],
])("%s means port %s", (uri, port) => {
  const { targets } = parseDocument(`restreams:\n  - uri: ${uri}\n`);
  expect(targets.map(impliedPortOf)).toEqual([port]);
});
