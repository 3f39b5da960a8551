import { checkRule } from "@restream-lint/testkit";
import { missingStreamKey } from "./missing-stream-key.ts";

checkRule(missingStreamKey, {
  valid: [
    // Real addresses.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live/k17a-13s8\n",
    "restreams:\n  - uri: rtmp://live-push.bilivideo.com/live-bvc/?streamname=live_1&key=x\n",
    "restreams:\n  - uri: rtmp://b.rtmp.youtube.com/live2?backup=1/KEY\n",
    "restreams:\n  - uri: rtmps://live-api-s.facebook.com:443/rtmp/FB-1-0-x?s_bl=1&s_ps=1\n",
    "restreams:\n  - uri: rtmp://vp-push-ed1.gvideo.co/in/12345?aaabbbcccddd\n",
    "restreams:\n  - uri: rtmp://host.tv/v2/pub/key\n",
    "restreams:\n  - uri: rtmp://user:pass@h.acme.net:1935/app/inst/key\n",
    "restreams:\n  - uri: rtmps://dc1-1.rtmp.t.me/s/12:ab\n",
    "restreams:\n  - uri: rtmp://bücher.de/live/key\n",
    "restreams:\n  - uri: rtmp://my_srs/live/key\n",
    // A query or a fragment may be the key.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2?key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/#key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live?${QUERY}\n",
    // A placeholder may hold app and key.
    "restreams:\n  - uri: rtmp://h.acme.net/${PATH}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live${REST}\n",
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/${APP_AND_KEY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY}\n",
    "restreams:\n  - uri: rtmp://${HOST}\n",
    // A missing app comes first.
    "restreams:\n  - uri: rtmp://h.acme.net/\n",
    "restreams:\n  - uri: rtmp://h.acme.net/?key=abc\n",
    // A missing host too.
    "restreams:\n  - uri: rtmp:///live\n",
    // SRT has no stream keys.
    "restreams:\n  - uri: srt://h.acme.net:9000/live\n",
    "restreams:\n  - uri: https://h.acme.net/live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // The server URL of a platform.
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2
#                                  ^^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://A.RTMP.YOUTUBE.COM./live2
#                                   ^^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/
#                                            ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://live.twitch.tv/app
#                              ^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://fa723fc1b171.global-contribute.live-video.net:443/app
#                                                                  ^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://fra05.contribute.live-video.net/app
#                                               ^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://vp-push-ed1.gvideo.co/in
#                                     ^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      // A slash after the app says that a key should follow, wherever.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/
#                          ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live//
#                          ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/\${APP}/
#                          ^^^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}/live/
#                       ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      // MediaMTX takes a single segment.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live
#                          ^^^^ warning: There is only one segment after the host: most servers need /app/stream-key
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}/live
#                       ^^^^ warning: There is only one segment after the host: most servers need /app/stream-key
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${REGION}.twitch.tv/app
#                                   ^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://notgvideo.co/in
#                            ^^ warning: There is only one segment after the host: most servers need /app/stream-key
`,
    },
    {
      // An empty query or fragment holds no key.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/?
#                          ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live?#'
#                           ^^^^ warning: There is only one segment after the host: most servers need /app/stream-key
`,
    },
    {
      // Read as it would be without the blank.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/ "
#                           ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net\\/live\\/" }] }
#                                              ^^^^ There is no stream key after the app: the target cannot tell whose stream this is
`,
    },
    {
      code: `\
restreams:
  - uri: >-
#        ^^ There is no stream key after the app: the target cannot tell whose stream this is
      rtmp://h.acme.net/live/
`,
    },
  ],
});
