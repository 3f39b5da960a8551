import { checkRule } from "@restream-lint/testkit";
import { unsupportedScheme } from "./unsupported-scheme.ts";

checkRule(unsupportedScheme, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    "restreams:\n  - uri: rtmps://h.acme.net/live/key\n",
    "restreams:\n  - uri: srt://h.acme.net:9000\n",
    // Upper case is another rule's.
    "restreams:\n  - uri: SRT://h.acme.net:9000\n",
    // Without a scheme, or without `//`, there is nothing to judge.
    "restreams:\n  - uri: h.acme.net/live/key\n",
    "restreams:\n  - uri: http:/h.acme.net\n",
    // Placeholders.
    "restreams:\n  - uri: ${SCHEME}://h.acme.net/live/key\n",
    "restreams:\n  - uri: http${S}://h.acme.net/live/key\n",
    "restreams:\n  - uri: ${URI}\n",
    // Another fault comes first.
    "restreams:\n  - uri: http://h.acme.net/${KEY\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // Slips of the finger.
      code: `\
restreams:
  - uri: rtpm://h.acme.net/live/key
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "rtpm": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rmtps://h.acme.net/live/key
#        ^^^^^ Gcore pushes rtmp, rtmps or srt, not "rmtps": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmps"': `\
restreams:
  - uri: rtmps://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtm://h.acme.net/live/key
#        ^^^ Gcore pushes rtmp, rtmps or srt, not "rtm": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: tmps://h.acme.net/live/key
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "tmps": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmps"': `\
restreams:
  - uri: rtmps://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: ssrt://h.acme.net:9000?mode=caller&latency=2000
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "ssrt": the API refuses this address
`,
      suggested: {
        'Change the scheme to "srt"': `\
restreams:
  - uri: srt://h.acme.net:9000?mode=caller&latency=2000
`,
      },
    },
    {
      code: `\
{ "restreams": [{ "uri": "RTPM://h.acme.net/live/key" }] }
#                         ^^^^ Gcore pushes rtmp, rtmps or srt, not "rtpm": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
{ "restreams": [{ "uri": "rtmp://h.acme.net/live/key" }] }
`,
      },
    },
    {
      // RTMP through HTTP, or encrypted by Adobe.
      code: `\
restreams:
  - uri: rtmpt://h.acme.net/live/key
#        ^^^^^ Gcore pushes rtmp, rtmps or srt, not "rtmpt": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmpe://h.acme.net/live/key
#        ^^^^^ Gcore pushes rtmp, rtmps or srt, not "rtmpe": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmpte://h.acme.net/live/key
#        ^^^^^^ Gcore pushes rtmp, rtmps or srt, not "rtmpte": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmp"': `\
restreams:
  - uri: rtmp://h.acme.net/live/key
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmpts://h.acme.net/live/key
#        ^^^^^^ Gcore pushes rtmp, rtmps or srt, not "rtmpts": the API refuses this address
`,
      suggested: {
        'Change the scheme to "rtmps"': `\
restreams:
  - uri: rtmps://h.acme.net/live/key
`,
      },
    },
    {
      // Other protocols are no slips, however near they come.
      code: `\
restreams:
  - uri: rtsp://h.acme.net/live/key
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "rtsp": the API refuses this address
`,
    },
    {
      code: `\
restreams:
  - uri: srtp://h.acme.net:9000
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "srtp": the API refuses this address
`,
    },
    {
      code: `\
restreams:
  - uri: http://h.acme.net/live/key
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "http": the API refuses this address
`,
    },
    {
      code: `\
restreams:
  - uri: udp://h.acme.net:9000
#        ^^^ Gcore pushes rtmp, rtmps or srt, not "udp": the API refuses this address
`,
    },
    {
      // What is no known word may be a secret.
      code: `\
restreams:
  - uri: hunter2://h.acme.net/live/key
#        ^^^^^^^ Gcore pushes rtmp, rtmps or srt: the API refuses this address
`,
    },
    {
      // Where people watch.
      code: `\
restreams:
  - uri: https://www.youtube.com/watch?v=jfKfPfyJRdk
#                ^^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: https://youtu.be/jfKfPfyJRdk
#                ^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: https://m.youtube.com/live/jfKfPfyJRdk
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: https://www.twitch.tv/acme
#                ^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: https://www.facebook.com/acme/videos/123456
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: https://cdn.acme.net/live/index.m3u8?token=abc
#                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      code: `\
restreams:
  - uri: HTTP://cdn.acme.net/live/manifest.MPD
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ This is where people watch, not where to push: take server URL and stream key from the live settings
`,
    },
    {
      // A file's name alone makes no playlist of what no player reads.
      code: `\
restreams:
  - uri: rtsp://cdn.acme.net/live/index.m3u8
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "rtsp": the API refuses this address
`,
    },
    {
      // A file's name alone makes no playlist of what no player reads.
      code: `\
restreams:
  - uri: rtsp://cdn.acme.net/live/index.m3u8
#        ^^^^ Gcore pushes rtmp, rtmps or srt, not "rtsp": the API refuses this address
`,
    },
    {
      // The right host, and the wrong scheme.
      code: `\
restreams:
  - uri: https://a.rtmp.youtube.com/live2/key
#        ^^^^^ Gcore pushes rtmp, rtmps or srt to YouTube's ingest, not "https": the API refuses this address
`,
    },
    {
      code: `\
restreams:
  - uri: https://live-api-s.facebook.com:443/rtmp/key
#        ^^^^^ Gcore pushes rtmp, rtmps or srt to Facebook's ingest, not "https": the API refuses this address
`,
    },
    {
      // Not the page's own host.
      code: `\
restreams:
  - uri: https://youtube.com.acme.net/watch
#        ^^^^^ Gcore pushes rtmp, rtmps or srt, not "https": the API refuses this address
`,
    },
  ],
});
