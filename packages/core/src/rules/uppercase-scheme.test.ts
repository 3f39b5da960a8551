import { checkRule } from "@restream-lint/testkit";
import { uppercaseScheme } from "./uppercase-scheme.ts";

checkRule(uppercaseScheme, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // No protocol in lower case either.
    "restreams:\n  - uri: HTTP://h.acme.net/live/key\n",
    // Ends the check.
    "restreams:\n  - uri: RTMP:/h.acme.net\n",
    "restreams:\n  - uri: ${SCHEME}://h.acme.net/live/key\n",
    // Hosts have no case.
    "restreams:\n  - uri: rtmp://H.ACME.NET/LIVE/KEY\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: RTMP://h.acme.net/live/key
#        ^^^^ The scheme must be in lower case: FFmpeg does not know "RTMP"
`,
      fixed: `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
    },
    {
      code: `\
restreams:
  - uri: Rtmps://h.acme.net/live/key
#        ^^^^^ The scheme must be in lower case: FFmpeg does not know "Rtmps"
`,
      fixed: `\
restreams:
  - uri: rtmps://h.acme.net/live/key
`,
    },
    {
      // The query of an SRT URI is read as of any other.
      code: `\
restreams:
  - uri: SRT://h.acme.net:9000?mode=caller&streamid=a#b
#        ^^^ The scheme must be in lower case: FFmpeg does not know "SRT"
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&streamid=a#b
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "sRt://h.acme.net:9000" }] }
#                         ^^^ The scheme must be in lower case: FFmpeg does not know "sRt"
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000" }] }
`,
    },
    {
      code: `\
restreams:
  - uri: "\\x52TMP://h.acme.net/live/key"
#         ^^^^^^^ The scheme must be in lower case: FFmpeg does not know "RTMP"
`,
      fixed: `\
restreams:
  - uri: "rtmp://h.acme.net/live/key"
`,
    },
    {
      // In a block scalar there is no place to mend.
      code: `\
restreams:
  - uri: >-
#        ^^ The scheme must be in lower case: FFmpeg does not know "RTMP"
      RTMP://h.acme.net/live/key
`,
    },
  ],
});
