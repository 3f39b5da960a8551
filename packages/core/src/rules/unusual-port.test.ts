import { lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { unusualPort } from "./unusual-port.ts";

checkRule(unusualPort, {
  valid: [
    "restreams:\n  - uri: rtmps://h.acme.net:443/live/k\n",
    "restreams:\n  - uri: rtmps://h.acme.net/live/k\n",
    "restreams:\n  - uri: rtmp://h.acme.net:1935/live/k\n",
    // X takes RTMP on 80, and any server may listen where it likes.
    "restreams:\n  - uri: rtmp://h.acme.net:80/live/k\n",
    "restreams:\n  - uri: rtmps://h.acme.net:8443/live/k\n",
    "restreams:\n  - uri: rtmp://h.acme.net:1936/live/k\n",
    // SRT runs over UDP, and has no usual port.
    "restreams:\n  - uri: srt://h.acme.net:443?mode=caller\n",
    // No port, or none that can be read.
    "restreams:\n  - uri: rtmps://h.acme.net:${PORT}/live/k\n",
    "restreams:\n  - uri: rtmps://h.acme.net:1935${SUFFIX}/live/k\n",
    "restreams:\n  - uri: rtmp://h.acme.net:99999/live/k\n",
    "restreams:\n  - uri: ${SCHEME}://h.acme.net:443/live/k\n",
    // TikTok's servers are seen on that port.
    "restreams:\n  - uri: rtmp://push-rtmp-f5-va01.tiktokcdn.com:443/game/k\n",
    // The other scheme is asked for already.
    "restreams:\n  - uri: rtmp://live-api-s.facebook.com:443/rtmp/k\n",
    // The other host is asked for already.
    "restreams:\n  - uri: rtmp://a.rtmps.youtube.com:443/live2/k\n",
    "restreams:\n  - uri: rtmps://www.twitch.tv:1935/app/k\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmps://h.acme.net:1935/live/k
#                           ^^^^ Port 1935 is for plain RTMP, but the scheme says RTMPS, whose port is 443: the connection most likely fails
  - uri: rtmps://h.acme.net:80/live/k
#                           ^^ Port 80 is for plain HTTP, but the scheme says RTMPS, whose port is 443: the connection most likely fails
  - uri: rtmp://h.acme.net:443/live/k
#                          ^^^ Port 443 is for RTMPS, but the scheme says RTMP, whose port is 1935: the connection most likely fails
`,
    },
    {
      // A wrong app says nothing of the port; nor does a placeholder in the host.
      code: `\
{ "restreams": [
  { "uri": "RTMPS://\${REGION}.acme.net:1935/live/k" },
#                                      ^^^^ Port 1935 is for plain RTMP, but the scheme says RTMPS, whose port is 443: the connection most likely fails
  { "uri": "rtmp://live.twitch.tv:443/live/k" }
#                                 ^^^ Port 443 is for RTMPS, but the scheme says RTMP, whose port is 1935: the connection most likely fails
] }
`,
    },
    {
      // What a platform documents holds for the scheme that it documents it for.
      code: `\
restreams:
  - uri: rtmps://vp-push-ed1.gvideo.co:80/in/7?x
#                                      ^^ Port 80 is for plain HTTP, but the scheme says RTMPS, whose port is 443: the connection most likely fails
`,
    },
  ],
});

test.each([
  // The scheme is what is wrong then, and its port with it.
  [["rtmp"], "rtmps://h.acme.net:1935/live/k", 0],
  [["srt"], "rtmp://h.acme.net:443/live/k", 0],
  [["rtmp", "rtmps"], "rtmps://h.acme.net:1935/live/k", 1],
] as const)("by the settings the target takes %j: %s", (schemes, uri, expected) => {
  const targets = [{ host: "h.acme.net", schemes }];
  expect(lint(parseFixture(`uri: ${uri}\n`), { targets }, [unusualPort])).toHaveLength(expected);
});
