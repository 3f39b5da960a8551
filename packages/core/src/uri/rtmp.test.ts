import { describe, expect, test } from "vitest";
import { rtmpPathOf } from "./rtmp.ts";
import { parseUri } from "./uri.ts";

describe("rtmpPathOf", () => {
  test.each([
    ["rtmp://h.acme.net/live/key", "live | key"],
    ["rtmps://h.acme.net/live/key?a=b#c", "live | key"],
    ["rtmp://h.acme.net//live///key/", "live | key/"],
    // The second segment of such an app is left to the caller.
    ["rtmp://h.acme.net/v2/pub/key", "v2 | pub/key"],
    ["rtmp://h.acme.net/s/12:ab@c", "s | 12:ab@c"],
    // Nothing is decoded.
    ["rtmp://h.acme.net/li%2Fve/k%20y", "li%2Fve | k%20y"],
    // No app.
    ["rtmp://h.acme.net", " |  lacks app"],
    ["rtmp://h.acme.net/", " |  lacks app"],
    ["rtmp://h.acme.net///", " |  lacks app"],
    ["rtmp://h.acme.net?key", " |  lacks app"],
    ["rtmp://h.acme.net/?key", " |  lacks app"],
    ["rtmp://${HOST}:1935", " |  lacks app"],
    ["rtmp://${HOST}/", " |  lacks app"],
    ["rtmp://${HOST}", " | "],
    ["rtmp://h.acme.net:${PORT}", " | "],
    ["rtmp://[${V6}]", " |  lacks app"],
    ["rtmp://", " | "],
    ["rtmp:///", " | "],
    ["rtmp:h.acme.net", "h.acme.net | "],
    // No stream key.
    ["rtmp://h.acme.net/live", "live |  lacks stream-key"],
    ["rtmp://h.acme.net/live/", "live /|  lacks stream-key"],
    ["rtmp://h.acme.net/live//", "live /|  lacks stream-key"],
    ["rtmp://h.acme.net/live?#", "live |  lacks stream-key"],
    ["rtmp://h.acme.net/live?key", "live | "],
    ["rtmp://h.acme.net/live/?key", "live /| "],
    ["rtmp://h.acme.net/live#key", "live | "],
    ["rtmp:///live", "live | "],
    ["rtmp://h.acme.net/${PATH}", "${PATH} | "],
    ["rtmp://h.acme.net/live${REST}", "live${REST} | "],
    ["rtmp://h.acme.net/${APP}/", "${APP} /|  lacks stream-key"],
    ["rtmp://h.acme.net/${APP:-a/b}/key", "${APP:-a/b} | key"],
    // Whitespace is read over.
    ["rtmp://h.acme.net / live / key ", "live | key"],
    ["rtmp://h.acme.net/ /live", "live |  lacks stream-key"],
    ["rtmp://h.acme.net/live/ ", "live /|  lacks stream-key"],
  ])("%s", (text, expected) => {
    const { app, streamKey, hasSlash, lacks } = rtmpPathOf(parseUri(text));
    const slash = hasSlash && !streamKey ? "/" : "";
    const lack = lacks ? ` lacks ${lacks}` : "";
    expect(`${app?.text ?? ""} ${slash}| ${streamKey?.text ?? ""}${lack}`).toBe(expected);
  });

  test("says where they stand in the text", () => {
    const text = "rtmp://h.acme.net// live /ke y";
    const { app, streamKey } = rtmpPathOf(parseUri(text));
    expect(app && text.slice(app.range.start, app.range.end)).toBe("live");
    expect(streamKey && text.slice(streamKey.range.start, streamKey.range.end)).toBe("ke y");
    expect(streamKey?.text).toBe("key");
  });
});
