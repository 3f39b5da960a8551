import { checkRule } from "@restream-lint/testkit";
import { escapedAmpersand } from "./escaped-ampersand.ts";

checkRule(escapedAmpersand, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000\n",
    // In JSON this is an ampersand.
    '{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller\\u0026latency=2000" }] }\n',
    'restreams:\n  - uri: "srt://h.acme.net:9000?mode=caller\\u0026latency=2000"\n',
    // A parameter may begin so.
    "restreams:\n  - uri: rtmp://h.acme.net/live/key?a=1&ampere=2\n",
    // Percent-encoded, it is meant.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&streamid=a%26b\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY:-a&amp;b}\n",
    // Other faults end the check.
    "restreams:\n  - uri: https://h.acme.net/a?b=1&amp;c=2\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&amp;latency=2000
#                                         ^^^^^ "&amp;" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000
`,
    },
    {
      // Each is mended, and said once: they come from one copy.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&amp;latency=2000&amp;streamid=a\\u0026pbkeylen=16
#                                         ^^^^^ "&amp;" must be "&" (3 times): the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000&streamid=a&pbkeylen=16
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/key?a=1\\u0026b=2
#                                      ^^^^^^ "\\u0026" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: rtmp://h.acme.net/live/key?a=1&b=2
`,
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/key?a=1\\U0026b=2'
#                                       ^^^^^^ "\\u0026" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: 'rtmp://h.acme.net/live/key?a=1&b=2'
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller\\\\u0026latency=2000" }] }
#                                                          ^^^^^^^ "\\u0026" must be "&": the target does not find the parameter after it
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller&latency=2000" }] }
`,
    },
    {
      code: `\
restreams:
  - uri: "srt://h.acme.net:9000?mode=caller\\\\u0026latency=2000"
#                                          ^^^^^^^ "\\u0026" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: "srt://h.acme.net:9000?mode=caller&latency=2000"
`,
    },
    {
      // Escaped twice over.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&amp;amp;latency=2000
#                                         ^^^^^^^^^ "&amp;" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000
`,
    },
    {
      code: `\
restreams:
  - uri: 'srt://h.acme.net:9000?mode=caller&AMP;streamid=#!::r=a'
#                                          ^^^^^ "&amp;" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams:
  - uri: 'srt://h.acme.net:9000?mode=caller&streamid=#!::r=a'
`,
    },
    {
      // In a block scalar there is no place to mend.
      code: `\
restreams:
  - uri: >-
#        ^^ "&amp;" must be "&": the target does not find the parameter after it
      srt://h.acme.net:9000?mode=caller&amp;latency=2000
`,
    },
    {
      code: `\
restreams: [{uri: srt://h.acme.net:9000?mode=caller&amp;latency=2000}]
#                                                  ^^^^^ "&amp;" must be "&": the target does not find the parameter after it
`,
      fixed: `\
restreams: [{uri: srt://h.acme.net:9000?mode=caller&latency=2000}]
`,
    },
  ],
});
