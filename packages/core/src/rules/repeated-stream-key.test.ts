import { checkRule } from "@restream-lint/testkit";
import { repeatedStreamKey } from "./repeated-stream-key.ts";

const KEY = "The stream key stands here a second time: the target knows no such key";
const ADDRESS =
  "The server's address stands here a second time: the target takes it for a part of the stream key";

checkRule(repeatedStreamKey, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // Halves of seven, and halves that differ.
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd3ab12cd3\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd3/ab12cd3\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd34ab12cd35\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd34/AB12cd34\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd34xab12cd34\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd34--ab12cd34\n",
    // A short group, many times.
    "restreams:\n  - uri: rtmp://h.acme.net/live/abcdabcdabcdabcd\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/abcd-abcd-abcd-abcd\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/0000000000000000\n",
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2/k3y9-k3y9-w2xp-w2xp-k3y9\n",
    // Names: an app or an account and its stream.
    "restreams:\n  - uri: rtmp://h.acme.net/livestream/livestream\n",
    "restreams:\n  - uri: rtmp://h.acme.net/studio-b-main-2026/studio-b-main-2026\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/livestream/livestream\n",
    // A placeholder stands for any key.
    "restreams:\n  - uri: rtmp://h.acme.net/live/${STREAM_KEY}${STREAM_KEY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/ab12cd34${X}ab12cd34\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-ab12cd34ab12cd34}\n",
    // What is no key at all is another rule's.
    "restreams:\n  - uri: rtmp://h.acme.net/live/stream-key/stream-key\n",
    // Another host's address, and no address.
    "restreams:\n  - uri: rtmp://h.acme.net/proxy/rtmp://i.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/proxy/http://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-rtmp://h.acme.net/live}\n",
    "restreams:\n  - uri: rtmp://${A}/live/rtmp://${B}/live/key\n",
    // Not RTMP, or nothing to look at.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=ab12cd34ab12cd34\n",
    "restreams:\n  - uri: rtmp://h.acme.net/ab12cd34ab12cd34\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live?\n",
    `restreams:\n  - uri: rtmp://h.acme.net/live/${`${"a1".repeat(1000)}b`.repeat(2)}\n`,
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/ab12cd34ab12cd34
#                                       ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k3y9-w2xp-q7rt-0m4nk3y9-w2xp-q7rt-0m4n
#                                                           ^^^^^^^^^^^^^^^^^^^ ${KEY}
`,
    },
    {
      // Joined.
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k3y9-w2xp-q7rt-0m4n/k3y9-w2xp-q7rt-0m4n
#                                                            ^^^^^^^^^^^^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/ab12cd34-ab12cd34
#                                        ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/ab12cd34 \\u200bab12cd34"
#                                               ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: "rtmp://h.acme.net/live/ab12cd34ab12 cd34"
#                                        ^^^^^^^^^ ${KEY}
`,
    },
    {
      // A word that is there twice without a slash is no name.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/livestreamlivestream
#                                         ^^^^^^^^^^ ${KEY}
`,
    },
    {
      // The last segment, the last two, with the app.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/v2/pub/ab12cd34ab12cd34
#                                         ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/v2/pub/ab12cd34/ab12cd34
#                                          ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live2/ab12cd34/live2/ab12cd34
#                                         ^^^^^^^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/\${APP}/pub/ab12cd34/ab12cd34
#                                              ^^^^^^^^ ${KEY}
`,
    },
    {
      // With a query, and in it.
      code: `\
restreams:
  - uri: rtmp://b.rtmp.youtube.com/live2/ab12cd34ab12cd34?backup=1
#                                                ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/12345678?s_bl=1&a=Ab12345678?s_bl=1&a=Ab
#                                                                     ^^^^^^^^^^^^^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://b.rtmp.youtube.com/live2?backup=1/ab12cd34/ab12cd34
#                                                          ^^^^^^^^ ${KEY}
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net\\/live\\/k?a=1&amp;b=2k?a=1&amp;b=2" }] }
#                                                                 ^^^^^^^^^^^^^ ${KEY}
`,
    },
    {
      // The address.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/rtmp://h.acme.net/live/key
#                               ^^^^^^^^^^^^^^^^^ ${ADDRESS}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:1935/live/keyRTMPS://H.acme.net/live/\${KEY}
#                                       ^^^^^^^^^^^^^^^^^^ ${ADDRESS}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://\${HOST}/live/rtmp://\${HOST}/live/key
#                            ^^^^^^^^^^^^^^ ${ADDRESS}
`,
    },
  ],
});
