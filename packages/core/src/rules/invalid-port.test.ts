import { checkRule } from "@restream-lint/testkit";
import { invalidPort } from "./invalid-port.ts";

checkRule(invalidPort, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:1/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:65535/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:01935/live/key\n",
    // Empty: none.
    "restreams:\n  - uri: rtmp://h.acme.net:/live/key\n",
    "restreams:\n  - uri: srt://h.acme.net:?mode=caller\n",
    "restreams:\n  - uri: rtmp://h.acme.net:${PORT}/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net:9${PORT}x/live/key\n",
    "restreams:\n  - uri: rtmp://[2606:2800::1]/live/key\n",
    // No host, no port: the last group of an address.
    "restreams:\n  - uri: rtmp://2606:2800::0/live/key\n",
    "restreams:\n  - uri: https://h.acme.net:0/live\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:0/live/key
#                          ^ The port must be a number from 1 to 65535, not 0: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:65536/live/key
#                          ^^^^^ The port must be a number from 1 to 65535, not 65536: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:999999/live/key
#                          ^^^^^^ The port must be a number from 1 to 65535, not 999999: nobody can listen on any other
`,
    },
    {
      // Longer ones are not repeated, nor is anything that is no number.
      code: `\
restreams:
  - uri: rtmp://h.acme.net:1935193/live/key
#                          ^^^^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:live/key
#                          ^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:-1/live/key
#                          ^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:1935:1935/live/key
#                          ^^^^^^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: rtmp://h.acme.net:1935live/key
#                          ^^^^^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      // A login without its `@`.
      code: `\
restreams:
  - uri: rtmp://user:hunter2/live/key
#                    ^^^^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: 'srt://h.acme.net:0x2328?mode=caller'
#                          ^^^^^^ The port must be a number from 1 to 65535: nobody can listen on any other
`,
    },
    {
      code: `\
restreams:
  - uri: 'srt://[2606:2800::1]:70000?mode=caller'
#                              ^^^^^ The port must be a number from 1 to 65535, not 70000: nobody can listen on any other
`,
    },
    {
      // Read as it would be without the blank.
      code: `\
restreams:
  - uri: "rtmp://h.acme.net:700 00/live/key"
#                           ^^^^^^ The port must be a number from 1 to 65535, not 70000: nobody can listen on any other
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/h.acme.net:70000\\/live" }] }
#                                             ^^^^^ The port must be a number from 1 to 65535, not 70000: nobody can listen on any other
`,
    },
  ],
});
