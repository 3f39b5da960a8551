import { checkRule } from "@restream-lint/testkit";
import { gcoreLoop } from "./gcore-loop.ts";

checkRule(gcoreLoop, {
  valid: [
    // Another stream.
    "restreams:\n  - stream_id: 7\n    uri: rtmp://vp-push-ed1.gvideo.co/in/8?t\n",
    "restreams:\n  - stream_id: 7\n    uri: rtmp://vp-push-ed1.gvideo.co/in/70?t\n",
    "restreams:\n  - stream_id: 7\n    uri: rtmp://vp-push-ed1.gvideo.co/in/7c?t\n",
    "restreams:\n  - stream_id: 7\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=17#t\n",
    // Another server.
    "restreams:\n  - stream_id: 7\n    uri: rtmp://h.acme.net/in/7?t\n",
    "restreams:\n  - stream_id: 7\n    uri: rtmp://${INGEST}/in/7?t\n",
    // Nothing that can be compared.
    "restreams:\n  - stream_id: 7\n    uri: rtmp://vp-push-ed1.gvideo.co/in/${ID}?t\n",
    "restreams:\n  - stream_id: ${A}\n    uri: rtmp://vp-push-ed1.gvideo.co/in/${B}?t\n",
    "restreams:\n  - stream_id: ${A}\n    uri: rtmp://vp-push-ed1.gvideo.co/in/7?t\n",
    "restreams:\n  - uri: rtmp://vp-push-ed1.gvideo.co/in/7?t\n",
    "restreams:\n  - stream_id: 7\n    uri: rtmp://vp-push-ed1.gvideo.co/in\n",
    "restreams:\n  - stream_id: 7\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001\n",
    "restreams:\n  - stream_id: 7\n    uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - stream_id: 7
    uri: rtmp://vp-push-ed1.gvideo.co/in/7?t
#                                        ^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
  - stream_id: 7
    uri: rtmps://VP-PUSH-ED1.gvideo.co:443/in/7b?t
#                                             ^^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
  - stream_id: 7
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&streamid=7#t
#                                                                  ^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
  - stream_id: 7
    uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=7b%23t&mode=caller
#                                                      ^^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
`,
    },
    {
      // Equal placeholders are equal streams.
      code: `\
{ "restream": { "stream_id": "\${ID}", "uri": "rtmp://vp-push-ed1.gvideo.co/in/\${ID}b?\${TOKEN}" } }
#                                                                             ^^^^^^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
`,
    },
    {
      // Where the URI is not read as written, all of the part is marked.
      code: `\
restreams:
  - stream_id: 7
    uri: "srt://vp-push-ed1-srt.gvideo.co:5001?streamid= 7#t"
#                                                        ^^^ The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out
`,
    },
  ],
});
