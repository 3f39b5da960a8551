import { applyEdits, lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { describe, expect, test } from "vitest";
import type { TargetSettings } from "../gcore/known-targets.ts";
import { wrongIngest } from "./wrong-ingest.ts";

checkRule(wrongIngest, {
  valid: [
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2/k\n",
    "restreams:\n  - uri: rtmp://b.rtmp.youtube.com/live2?backup=1/k\n",
    "restreams:\n  - uri: rtmps://A.RTMPS.YouTube.com.:443/live2/k\n",
    "restreams:\n  - uri: rtmp://live-fra.twitch.tv/app/k?bandwidthtest=true\n",
    "restreams:\n  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k\n",
    "restreams:\n  - uri: rtmps://rtmp-api.facebook.com:443/rtmp/k\n",
    // Apps of two segments.
    "restreams:\n  - uri: rtmps://rtmp-auto.millicast.com:443/v2/pub/k?token=t\n",
    "restreams:\n  - uri: rtmps://rtmp-auto.millicast.com:443/v2/${KEY}\n",
    // One segment alone may be the key.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/k\n",
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/\n",
    // What is filled in may be right.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/${APP}/k\n",
    "restreams:\n  - uri: rtmp://${REGION}.rtmp.youtube.com/live/k\n",
    "restreams:\n  - uri: ${SCHEME}://a.rtmp.youtube.com/live2/k\n",
    // TikTok documents no app.
    "restreams:\n  - uri: rtmps://push-rtmp-f5-va01.tiktokcdn.com:443/game/k\n",
    // Hosts that only look alike.
    "restreams:\n  - uri: rtmp://youtube.com.acme.net/live/k\n",
    "restreams:\n  - uri: rtmp://ingest.youtube.acme.net/live/k\n",
    // A page to watch at is another rule's.
    "restreams:\n  - uri: https://www.youtube.com/watch?v=jfKfPfyJRdk\n",
    // By what they take.
    "restreams:\n  - uri: srt://live.cloudflare.com:778?mode=caller\n",
    "restreams:\n  - uri: srt://a1b2c3d4e5f6.srt.live-video.net:9000?mode=caller\n",
    // That others know of one scheme alone proves nothing.
    "restreams:\n  - uri: rtmps://livepush.trovo.live/live/k\n",
    "restreams:\n  - uri: srt://live-upload.instagram.com:9000?mode=caller\n",
    // Plain RTMP where RTMPS is taken is another rule's.
    "restreams:\n  - uri: rtmp://live-api-s.facebook.com/rtmp/k\n",
    // What is filled in may be the right scheme, or another host.
    "restreams:\n  - uri: ${SCHEME}://live.twitch.tv:9000/app/k\n",
    "restreams:\n  - uri: srt://${HOST}.rtmp.youtube.com:9000?mode=caller\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // YouTube has hosts for each scheme.
      code: `\
restreams:
  - uri: rtmps://a.rtmp.youtube.com/live2/k
#                ^^^^^^^^^^^^^^^^^^ YouTube takes RTMPS at a.rtmps.youtube.com, not at this host: the connection fails
`,
      suggested: {
        "Push to a.rtmps.youtube.com": `\
restreams:
  - uri: rtmps://a.rtmps.youtube.com/live2/k
`,
      },
    },
    {
      // With the port that goes with the scheme, and the app: one thing is said, and all of it mended.
      code: `\
{ "restreams": [{ "uri": "rtmp://b.rtmps.youtube.com:443/live/k" }] }
#                                ^^^^^^^^^^^^^^^^^^^ YouTube takes RTMP at b.rtmp.youtube.com, not at this host: the connection fails
`,
      suggested: {
        "Push to b.rtmp.youtube.com": `\
{ "restreams": [{ "uri": "rtmp://b.rtmp.youtube.com:1935/live2/k" }] }
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live/k17a-13s8
#                                  ^^^^ YouTube takes streams under the app "live2": under another the stream is not shown
`,
      suggested: {
        'Push to the app "live2"': `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k17a-13s8
`,
      },
    },
    {
      // What OBS says is OBS's word.
      code: `\
restreams:
  - uri: rtmp://livepush.trovo.live/app/k
#                                   ^^^ Trovo takes streams under the app "live" (according to OBS): under another the stream is not shown
`,
      suggested: {
        'Push to the app "live"': `\
restreams:
  - uri: rtmp://livepush.trovo.live/live/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmps://rtmp-auto.millicast.com/live/k
#                                        ^^^^ Dolby OptiView takes streams under the app "v2/pub": under another the stream is not shown
`,
      suggested: {
        'Push to the app "v2/pub"': `\
restreams:
  - uri: rtmps://rtmp-auto.millicast.com/v2/pub/k
`,
      },
    },
    {
      // Web sites.
      code: `\
restreams:
  - uri: rtmp://youtube.com/live2/k
#               ^^^^^^^^^^^ This is YouTube's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to a.rtmp.youtube.com": `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://WWW.twitch.tv/live/k
#               ^^^^^^^^^^^^^ This is Twitch's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to live.twitch.tv": `\
restreams:
  - uri: rtmp://live.twitch.tv/app/k
`,
      },
    },
    {
      // Another scheme only where the source reaches it.
      code: `\
restreams:
  - uri: rtmp://www.facebook.com:1935/rtmp/k
#               ^^^^^^^^^^^^^^^^ This is Facebook's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to live-api-s.facebook.com by RTMPS": `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://m.facebook.com/rtmp/k
#               ^^^^^^^^^^^^^^ This is Facebook's web site, and takes no stream: use the server URL from its live settings
    source_protocol: srt
  - uri: srt://www.youtube.com:9000?mode=caller
#              ^^^^^^^^^^^^^^^ This is YouTube's web site, and takes no stream: use the server URL from its live settings
  - uri: rtmp://x.com/x/k
#               ^^^^^ This is X's web site, and takes no stream: use the server URL from its live settings
    source_protocol: rtmp
`,
    },
    {
      // What a platform documents at a host is all that is known of it: another scheme may be taken all the same.
      code: `\
restreams:
  - uri: srt://a.rtmp.youtube.com:9000?mode=caller
#        ^^^ YouTube documents only RTMP and RTMPS at this host: by SRT the connection most likely fails
  - uri: SRT://live-api-s.facebook.com:9000?mode=caller
#        ^^^ Facebook documents only RTMPS at this host: by SRT the connection most likely fails
  - uri: rtmp://a1b2c3d4e5f6.srt.live-video.net/app/k
#        ^^^^ Amazon IVS documents only SRT at this host: by RTMP the connection most likely fails
`,
    },
  ],
});

describe("knows from the settings which schemes a target takes", () => {
  const SRT: TargetSettings = { host: "*.lan2.tv", schemes: ["srt"] };
  const RTMP: TargetSettings = { host: "*.lan2.tv", schemes: ["rtmp"] };

  test.each([
    [
      SRT,
      "rtmp://a.lan2.tv/a/b",
      "This target takes SRT only, by the settings: a push by RTMP fails",
    ],
    [
      SRT,
      "rtmps://a.lan2.tv/a/b",
      "This target takes SRT only, by the settings: a push by RTMPS fails",
    ],
    [SRT, "srt://a.lan2.tv:9000", undefined],
    [SRT, "${SCHEME}://a.lan2.tv/a/b", undefined],
    [
      RTMP,
      "srt://a.lan2.tv:9000",
      "This target takes RTMP only, by the settings: a push by SRT fails",
    ],
    [RTMP, "rtmp://a.lan2.tv/a/b", undefined],
    // An address, and a public one.
    [
      { host: "93.184.216.34", schemes: ["srt"] },
      "rtmp://93.184.216.34/a/b",
      "This target takes SRT only, by the settings: a push by RTMP fails",
    ],
    // Of several.
    [
      { host: "a.lan2.tv", schemes: ["rtmp", "rtmps"] },
      "srt://a.lan2.tv:9000",
      "This target takes RTMP or RTMPS only, by the settings: a push by SRT fails",
    ],
    // RTMPS instead of RTMP is another rule's.
    [{ host: "a.lan2.tv", schemes: ["rtmps", "srt"] }, "rtmp://a.lan2.tv/a/b", undefined],
    // What the settings say holds for known platforms, and by its first cause.
    [
      { host: "live.twitch.tv", schemes: ["srt"] },
      "rtmp://live.twitch.tv/live/k",
      "Twitch takes SRT only, by the settings: a push by RTMP fails",
    ],
    [
      { host: "*.rtmp.youtube.com", schemes: ["rtmp", "rtmps", "srt"] },
      "srt://a.rtmp.youtube.com:9000",
      undefined,
    ],
  ] satisfies [TargetSettings, string, string | undefined][])("%j: %s", (target, uri, expected) => {
    const found = lint(parseFixture(`uri: "${uri}"\n`), { targets: [target] }, [wrongIngest]);
    expect(found.map(({ message, fixes }) => [message, fixes])).toEqual(
      expected === undefined ? [] : [[expected, []]],
    );
  });

  test.each([
    // RTMP is RTMPS without TLS: the scheme and its port are all that differs.
    [RTMP, "uri: rtmps://a.lan2.tv/a/b\n", "uri: rtmp://a.lan2.tv/a/b\n"],
    [RTMP, "uri: rtmps://a.lan2.tv:443/a/b\n", "uri: rtmp://a.lan2.tv:1935/a/b\n"],
    [RTMP, "uri: rtmps://a.lan2.tv:1940/a/b\n", "uri: rtmp://a.lan2.tv:1940/a/b\n"],
    [
      { host: "a.lan2.tv", schemes: ["rtmp", "srt"], apps: ["live"] },
      "uri: rtmps://a.lan2.tv:443/a/b\n",
      "uri: rtmp://a.lan2.tv:1935/live/b\n",
    ],
    // What the source does not reach is not suggested.
    [RTMP, "uri: rtmps://a.lan2.tv/a/b\nsource_protocol: rtmps\n", undefined],
  ] satisfies [TargetSettings, string, string | undefined][])(
    "%j, and suggests plain RTMP: %s",
    (target, text, expected) => {
      const settings = { targets: [target] };
      const [finding] = lint(parseFixture(text), settings, [wrongIngest]);
      expect(finding?.message).toMatch(/^This target takes RTMP/);
      expect(text.slice(finding?.range.start, finding?.range.end)).toBe("rtmps");
      const [fix] = finding?.fixes ?? [];
      expect(fix?.title).toBe(expected && "Push by RTMP");
      expect(fix && applyEdits(text, fix.edits)).toBe(expected);
      if (expected !== undefined) {
        expect(lint(parseFixture(expected), settings, [wrongIngest])).toEqual([]);
      }
    },
  );
});
