import { checkRule } from "@restream-lint/testkit";
import { srtUnescapedHash } from "./srt-unescaped-hash.ts";

const MESSAGE =
  'A raw "#" in an SRT query: VLC, GStreamer and Go servers read nothing after it; "%23" is the standard, but not every tool decodes it';

checkRule(srtUnescapedHash, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&streamid=%23!::r=a,m=publish\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller # a comment\n",
    // Inside a placeholder it is no character of the URI.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=${ID:-a#b}\n",
    "restreams:\n  - uri: 'srt://h.acme.net:9000?streamid={{ # }}'\n",
    // What Gcore's own ingest hands out.
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=12345#abc719\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=123b#abc719&passphrase=${PASS}\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=${ID}#${TOKEN}\n",
    // A placeholder may be such a host.
    "restreams:\n  - uri: srt://${INGEST}:5001?streamid=${ID}#${TOKEN}\n",
    // Not in the query.
    "restreams:\n  - uri: srt://h.acme.net:9000/a#b?mode=caller\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?x#b\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=#!::r=a,m=publish&mode=caller
#                                       ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          "restreams:\n  - uri: srt://h.acme.net:9000?streamid=%23!::r=a,m=publish&mode=caller\n",
      },
    },
    {
      // One finding a URI; all are mended together, those in placeholders left alone.
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?streamid=a\\u0023\${B:-#}#c&x=#" }] }
#                                                         ^^^^^^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          '{ "restreams": [{ "uri": "srt://h.acme.net:9000?streamid=a%23${B:-#}%23c&x=%23" }] }\n',
      },
    },
    {
      // On another host even an ID and a token are cut.
      code: `\
restreams:
  - {uri: srt://h.acme.net:9000?streamid=12345#abc719}
#                                             ^ ${MESSAGE}
  - {uri: 'srt://h.acme.net:9000?streamid=12345#abc719'}
#                                              ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          "restreams:\n  - {uri: srt://h.acme.net:9000?streamid=12345#abc719}\n  - {uri: 'srt://h.acme.net:9000?streamid=12345%23abc719'}\n",
      },
    },
    {
      // Gcore's ingest hands out nothing else.
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=#!::r=a
#                                                      ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=%23!::r=a\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=12345#abc719&mode=caller#
#                                                           ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=12345%23abc719&mode=caller%23\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://gvideo.co.acme.net:5001?streamid=12345#abc719
#                                                    ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23':
          "restreams:\n  - uri: srt://gvideo.co.acme.net:5001?streamid=12345%23abc719\n",
      },
    },
    {
      // No URI, so nothing is mended.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?${"#".repeat(101)}
#                              ^ ${MESSAGE}
`,
    },
    {
      // A placeholder's host may be Gcore's, but this streamid is not.
      code: `\
restreams:
  - uri: srt://\${HOST}:5001?streamid=live#a
#                                        ^ ${MESSAGE}
`,
      suggested: {
        'Write "#" as %23': "restreams:\n  - uri: srt://${HOST}:5001?streamid=live%23a\n",
      },
    },
  ],
});
