import { lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { srtDuplicateParameter } from "./srt-duplicate-parameter.ts";

checkRule(srtDuplicateParameter, {
  valid: [
    "restreams:\n  - uri: srt://h.acme.net:9000?mode=caller&latency=2000\n",
    // Two names are two parameters, even if FFmpeg means the same by them.
    "restreams:\n  - uri: srt://h.acme.net:9000?Mode=caller&mode=caller&pkt_size=1316&payload_size=1316\n",
    // Pieces of a value that holds ampersands.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=a&b&b\n",
    // A placeholder may be any name.
    "restreams:\n  - uri: srt://h.acme.net:9000?${A}=1&${A}=2\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000&${MORE}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=latency=1,latency=2\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/a?x=1&x=2\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2000&mode=caller&latency=3000
#                                                       ^^^^^^^ "latency" is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "srt://h.acme.net:9000?mode=caller&latency=2000\\u0026mode=caller" }] }
#                                                                             ^^^^ warning: "mode" is there twice: delete one, before somebody changes only the other
`,
    },
    {
      // Each is compared with the first; values are never repeated.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=correct-horse&passphrase=correct-horse&passphrase=battery-staple
#                                                       ^^^^^^^^^^ warning: "passphrase" is there twice: delete one, before somebody changes only the other
#                                                                                ^^^^^^^^^^ "passphrase" is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
`,
    },
    {
      // A placeholder may say the same.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=\${A}&streamid=\${A}&latency=\${B}&latency=2000
#                                            ^^^^^^^^ warning: "streamid" is there twice: delete one, before somebody changes only the other
#                                                                       ^^^^^^^ warning: "latency" is there twice: delete one, before somebody changes only the other
`,
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency=2000&latency=\${B}
#                                           ^^^^^^^ warning: "latency" is there twice: delete one, before somebody changes only the other
`,
    },
    {
      // Nothing is a value too.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?latency&latency=2000&mode&mode=
#                                      ^^^^^^^ "latency" is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
#                                                        ^^^^ warning: "mode" is there twice: delete one, before somebody changes only the other
`,
    },
    {
      // An unknown name is shown if it looks like one.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?token=1&token=2&hunter2=1&hunter2=2
#                                      ^^^^^ "token" is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
#                                                        ^^^^^^^ This SRT parameter is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
`,
    },
    {
      // The rest of a secret is no name, however it looks.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?passphrase=correct&horse=1&horse=2
#                                                         ^^^^^ This SRT parameter is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
`,
    },
    {
      // Repairs come first.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller?mode=listener
#                                          ^^^^ "mode" is there twice, and differs: FFmpeg and OBS take the first, libsrt and VLC the last
`,
    },
  ],
});

test("leads to the first one", () => {
  const text = "restreams:\n  - uri: srt://h.acme.net:9000?latency=2000&latency=3000\n";
  const [diagnostic] = lint(parseFixture(text), {}, [srtDuplicateParameter]);
  const [first] = diagnostic?.related ?? [];
  expect(first?.message).toBe("The first one is here");
  expect(first?.range.start).toBe(text.indexOf("latency"));
});
