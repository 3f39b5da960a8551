import { checkRule } from "@restream-lint/testkit";
import { srtSecondQuestionMark } from "./srt-second-question-mark.ts";

const MESSAGE =
  'A second "?" in an SRT URI: what follows it is not read as a parameter, so write "&"';

checkRule(srtSecondQuestionMark, {
  valid: [
    // In a streamid and in a passphrase it may be meant.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a?mode=publish\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a?linger=1\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&passphrase=correct?latency=horse\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000\n",
    // No parameter follows it, so it belongs to a value.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a?token=1\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a?\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::r=live/a?mode=1,m=publish\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=${MODE:-a?latency=1}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live2?backup=1?mode=caller\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // Nobody means a mode or a latency to be part of a streamid.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/a?mode=caller&latency=2000
#                                             ^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/a&mode=caller&latency=2000
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&streamid=live/a?token=1?latency=2000
#                                                                 ^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&streamid=live/a?token=1&latency=2000
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller?latency=2000
#                                         ^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller?latency=2000\\u003fpassphrase=\${PASS}" }] }
#                                                          ^ ${MESSAGE}
#                                                                       ^^^^^^ ${MESSAGE}
`,
      fixed: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller&latency=2000&passphrase=\${PASS}" }] }
`,
    },
    {
      code: `\
restreams:
  - {uri: SRT://h.acme.net:9000/?pkt_size=1316?mode=caller}
#                                             ^ ${MESSAGE}
`,
      fixed: `\
restreams:
  - {uri: SRT://h.acme.net:9000/?pkt_size=1316&mode=caller}
`,
    },
  ],
});
