import { checkRule } from "@restream-lint/testkit";
import { srtUnknownParameter } from "./srt-unknown-parameter.ts";

checkRule(srtUnknownParameter, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    // Those of Gcore's page, of libsrt and of FFmpeg.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000&send_buffer_size=65536&pkt_size=1316&passphrase=${PASS}&streamid=${ID}&pbkeylen=16\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?packetfilter=fec,cols:10&peeridletimeo=5000&connect_timeout=3000&tsbpddelay=2000000\n",
    // A known one without a value is for its own rule.
    "restreams:\n  - uri: srt://h.acme.net:9000?latency&mode\n",
    // A placeholder may be any name.
    "restreams:\n  - uri: srt://h.acme.net:9000?${QUERY}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&${NAME}=1&x${NAME}=1\n",
    // Repairs come first.
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&amp;latency=2000\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller?latency=2000\n",
    // Only `&` separates.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::r=live/a,user=me?token=1;x=y\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?&mode=caller&&latency=2000&\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?type=caller\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latncy=2000000
#                              ^^^^^^ "latncy" is not an SRT parameter, so it sets nothing: did you mean "latency"?
`,
      suggested: {
        'Rename it to "latency"': "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000000\n",
      },
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt:\\/\\/h.acme.net:9000?mode=caller\\u0026packet_size=1316" }] }
#                                                                  ^^^^^^^^^^^ "packet_size" is not an SRT parameter, so it sets nothing: did you mean "pkt_size"?
`,
      suggested: {
        'Rename it to "pkt_size"':
          '{ "restreams": [{ "uri": "srt:\\/\\/h.acme.net:9000?mode=caller\\u0026pkt_size=1316" }] }\n',
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?type=caller&latency=2000
#                              ^^^^ "type" is not an SRT parameter, so it sets nothing: did you mean "mode"?
`,
      suggested: {
        'Write "mode=caller"':
          "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000\n",
      },
    },
    {
      // Nothing but "caller" would do.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?type=listener
#                              ^^^^ "type" is not an SRT parameter, so it sets nothing: did you mean "mode"?
`,
      suggested: {
        'Write "mode=caller"': "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?type=live
#                              ^^^^ "type" is not an SRT parameter, so it sets nothing
`,
    },
    {
      // Every tool tells upper case from lower case.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?Mode=caller
#                              ^^^^ SRT parameters are lower case: "Mode" is not "mode", and sets nothing
`,
      suggested: {
        'Write "mode=caller"': "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller\n",
      },
    },
    {
      code: `\
restreams:
  - {uri: srt://h.acme.net:9000?mode=caller&streamId=live/a}
#                                           ^^^^^^^^ SRT parameters are lower case: "streamId" is not "streamid", and sets nothing
`,
      suggested: {
        'Rename it to "streamid"':
          "restreams:\n  - {uri: srt://h.acme.net:9000?mode=caller&streamid=live/a}\n",
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?id=live/a
#                              ^^ "id" is not an SRT parameter, so it sets nothing: did you mean "streamid"?
`,
      suggested: {
        'Rename it to "streamid"': "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a\n",
      },
    },
    {
      // One that is there already is not meant.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&Mode=caller&latency=2000&latncy=2000
#                                          ^^^^ SRT parameters are lower case: "Mode" is not "mode", and sets nothing
#                                                                   ^^^^^^ "latncy" is not an SRT parameter, so it sets nothing
`,
    },
    {
      // What does not look like a name may be a secret.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?hunter2=1&=x
#                              ^^^^^^^ This is not an SRT parameter, so it sets nothing
#                                        ^^ This is not an SRT parameter, so it sets nothing
`,
    },
    {
      // A streamid with an ampersand of its own, cut off by every tool.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&streamid=live/a?key&tail
#                                                              ^^^^ This piece of an SRT query has no "=", so it sets nothing: if it belongs to the streamid before it, write its "&" as %26
`,
      suggested: {
        'It belongs to the streamid: write "&" as %26':
          "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&streamid=live/a?key%26tail\n",
      },
    },
    {
      // Its rest may look like a parameter, and is a secret all the same.
      code: `\
restreams:
  - uri: "srt://h.acme.net:9000?passphrase=correct&amp;horse=battery"
#                                                      ^^^^^ This is not an SRT parameter, so it sets nothing: if it belongs to the passphrase before it, write its "&" as %26
`,
      suggested: {
        'It belongs to the passphrase: write "&" as %26':
          'restreams:\n  - uri: "srt://h.acme.net:9000?passphrase=correct%26horse=battery"\n',
      },
    },
    {
      // A known name between them ends the value for good.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/a&mode=caller&tail
#                                                          ^^^^ This piece of an SRT query has no "=", so it sets nothing
`,
    },
    {
      // Without a value, or after a secret, what looks like a name may be a part of one.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?horse=
#                              ^^^^^ This is not an SRT parameter, so it sets nothing
  - uri: srt://h.acme.net:9000?srt_streamid=a&horse=1
#                                             ^^^^^ This is not an SRT parameter, so it sets nothing: if it belongs to the streamid before it, write its "&" as %26
`,
      suggested: {
        'It belongs to the streamid: write "&" as %26':
          "restreams:\n  - uri: srt://h.acme.net:9000?horse=\n  - uri: srt://h.acme.net:9000?srt_streamid=a%26horse=1\n",
      },
    },
    {
      // A misspelt name after a streamid is a name all the same.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=live/a&latecy=2000
#                                              ^^^^^^ "latecy" is not an SRT parameter, so it sets nothing: did you mean "latency"?
`,
      suggested: {
        'Rename it to "latency"':
          "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/a&latency=2000\n",
      },
    },
  ],
});
