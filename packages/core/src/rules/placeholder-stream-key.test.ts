import { checkRule } from "@restream-lint/testkit";
import { placeholderStreamKey } from "./placeholder-stream-key.ts";

const NAME =
  "The stream key was never filled in: the target knows no such key, so paste yours or write ${STREAM_KEY}";
const MASK =
  "The stream key is a mask, as pages show it: the target knows no such key, so paste the key itself";

const REAL_KEYS = [
  "key",
  "KEY",
  "livestream",
  "test",
  "stream",
  "live",
  "mystream",
  "stream1",
  "stream-key-2",
  "streamname",
  "main-stage",
  "keynote",
  "your-show",
  "yourstory",
  "here",
  "placeholder",
  "secret",
  "token",
  "xx",
  "xxx",
  "xxx-1",
  "maxx-xx",
  "..",
  "--",
  "a...",
  "ab12-xxxx-cd34-ef56",
  "ab123-cde4-f56g-hi78-90j",
  "FB-1234567890-0-AbXxXx",
  "live_123456789_xxAbCdEf",
  "{3f2504e0-4f89-11d3-9a0c-0305e82c3301}",
  "{0}",
  "$STREAM_KEY",
  "%STREAM_KEY%",
  "<key",
  "key>",
  "(key)",
];

const NAMES = [
  "<key>",
  "<your-key-here-2>",
  "<cl\u00e9>",
  "{stream_key}",
  "[key]",
  "[...]",
  "YOUR_KEY",
  "YOUR-STREAM-KEY",
  "your-stream-key",
  "yourstreamkey",
  "your_youtube_key",
  "your.stream.key",
  "your%20stream%20key",
  "YourStreamName",
  "your-stream",
  "your-own-key-here",
  "your_secret_key",
  "your-token",
  "stream-key",
  "streamKey",
  "STREAM_KEY",
  "streaming-key",
  "youtube-stream-key",
  "stream_name_here",
  "stream-key-here",
  "KEY_HERE",
  "INSERT_KEY_HERE",
  "insert-your-stream-key",
  "paste-key",
  "enter_the_stream_key_here",
  "replace-me",
  "replace-with-your-key",
  "stream_key_or_stream_name",
  "TWITCH_KEY",
  "FB_STREAM_KEY",
];

const MASKS = [
  "xxxx-xxxx-xxxx",
  "xxxx-xxxx-xxxx-xxxx-xxxx",
  "XXXX",
  "xx-xx",
  "xxxxx_xxx-xx",
  "live_xxxxxxxxx_xxxxxxxxxx",
  "FB-xxxxxxxxxx-0-xxxxxx",
  "sk_us-west-2_xxxxxxxx",
  "***",
  "...",
  "\u2026",
  "\u2022\u2022\u2022\u2022",
  "\u25cf\u25cf\u25cf",
  "---",
  "____",
];

checkRule(placeholderStreamKey, {
  valid: [
    ...REAL_KEYS.map((key) => `restreams:\n  - uri: rtmp://h.acme.net/live/${key}\n`),
    // Placeholders that something fills in.
    "restreams:\n  - uri: rtmp://h.acme.net/live/${YOUR_KEY}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-your-key}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/{{ stream_key }}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/<%stream_key%>?key=a\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/xxxx-${KEY}\n",
    // The name of a parameter, the app, a key that is missing, the host.
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?stream_key=b\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live?stream_key=\n",
    "restreams:\n  - uri: rtmp://h.acme.net/<app>/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/YOUR_KEY\n",
    "restreams:\n  - uri: rtmp://your-key/live/a\n",
    // A part of a segment.
    "restreams:\n  - uri: rtmp://h.acme.net/live/a<key>\n",
    // SRT has other rules.
    "restreams:\n  - uri: srt://h.acme.net:9000/live/YOUR_KEY?streamid=<key>&passphrase=YOUR_KEY\n",
    "restreams:\n  - uri: https://h.acme.net/live/YOUR_KEY\n",
    `restreams:\n  - uri: rtmp://h.acme.net/live/${"x".repeat(101)}\n`,
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    ...[...NAMES.map((key) => [key, NAME]), ...MASKS.map((key) => [key, MASK])].map(
      ([key = "", message = ""]) => ({
        code: `\
restreams:
  - uri: rtmp://h.acme.net/live/${key}
#                               ${"^".repeat(key.length)} ${message}
`,
      }),
    ),
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/${"x".repeat(100)}
#                               ${"^".repeat(100)} ${MASK}
`,
    },
    {
      // With a query after it, after an app of two segments, before another segment.
      code: `\
restreams:
  - uri: rtmp://b.rtmp.youtube.com/live2/xxxx-xxxx-xxxx-xxxx?backup=1
#                                        ^^^^^^^^^^^^^^^^^^^ ${MASK}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmps://h.acme.net:443/v2/pub/YOUR_KEY/
#                                      ^^^^^^^^ ${NAME}
`,
    },
    {
      // In a query or a fragment that holds the key; the first of several.
      code: `\
restreams:
  - uri: rtmp://b.rtmp.youtube.com/live2?backup=1/xxxx-xxxx-xxxx
#                                                 ^^^^^^^^^^^^^^ ${MASK}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live-bvc/?streamname=live_1&key=YOUR_KEY&token=<token>
#                                                          ^^^^^^^^ ${NAME}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/in/7?***
#                               ^^^ ${MASK}
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live#STREAM_KEY
#                               ^^^^^^^^^^ ${NAME}
`,
    },
    {
      // Read as it is meant.
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net\\/live\\/ your key?a=1&amp;b=2" }] }
#                                                     ^^^^^^^^ ${NAME}
`,
    },
    {
      // After a placeholder, and where it decides the app.
      code: `\
restreams:
  - uri: 'rtmp://\${HOST}/\${APP}/<it''s key>'
#                               ^^^^^^^^^^^ ${NAME}
`,
    },
  ],
});
