import { checkRule } from "@restream-lint/testkit";
import { wrongIngest } from "./wrong-ingest.ts";

checkRule(wrongIngest, {
  valid: [
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2/k\n",
    "restreams:\n  - uri: rtmp://b.rtmp.youtube.com/live2?backup=1/k\n",
    "restreams:\n  - uri: rtmps://A.RTMPS.YouTube.com.:443/live2/k\n",
    "restreams:\n  - uri: rtmp://live-fra.twitch.tv/app/k?bandwidthtest=true\n",
    "restreams:\n  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k\n",
    "restreams:\n  - uri: rtmps://rtmp-api.facebook.com:443/rtmp/k\n",
    // Apps of two segments.
    "restreams:\n  - uri: rtmps://rtmp-auto.millicast.com:443/v2/pub/k?token=t\n",
    "restreams:\n  - uri: rtmps://rtmp-auto.millicast.com:443/v2/${KEY}\n",
    // One segment alone may be the key.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/k\n",
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/\n",
    // What is filled in may be right.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/${APP}/k\n",
    "restreams:\n  - uri: rtmp://${REGION}.rtmp.youtube.com/live/k\n",
    "restreams:\n  - uri: ${SCHEME}://a.rtmp.youtube.com/live2/k\n",
    // TikTok documents no app.
    "restreams:\n  - uri: rtmps://push-rtmp-f5-va01.tiktokcdn.com:443/game/k\n",
    // Hosts that only look alike.
    "restreams:\n  - uri: rtmp://youtube.com.acme.net/live/k\n",
    "restreams:\n  - uri: rtmp://ingest.youtube.acme.net/live/k\n",
    // A page to watch at is another rule's.
    "restreams:\n  - uri: https://www.youtube.com/watch?v=jfKfPfyJRdk\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      // YouTube has hosts for each scheme.
      code: `\
restreams:
  - uri: rtmps://a.rtmp.youtube.com/live2/k
#                ^^^^^^^^^^^^^^^^^^ YouTube takes RTMPS at a.rtmps.youtube.com, not at this host: the connection fails
`,
      suggested: {
        "Push to a.rtmps.youtube.com": `\
restreams:
  - uri: rtmps://a.rtmps.youtube.com/live2/k
`,
      },
    },
    {
      // With the port that goes with the scheme, and the app: one thing is said, and all of it mended.
      code: `\
{ "restreams": [{ "uri": "rtmp://b.rtmps.youtube.com:443/live/k" }] }
#                                ^^^^^^^^^^^^^^^^^^^ YouTube takes RTMP at b.rtmp.youtube.com, not at this host: the connection fails
`,
      suggested: {
        "Push to b.rtmp.youtube.com": `\
{ "restreams": [{ "uri": "rtmp://b.rtmp.youtube.com:1935/live2/k" }] }
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live/k17a-13s8
#                                  ^^^^ YouTube takes streams under the app "live2": under another the stream is not shown
`,
      suggested: {
        'Push to the app "live2"': `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k17a-13s8
`,
      },
    },
    {
      // What OBS says is OBS's word.
      code: `\
restreams:
  - uri: rtmp://livepush.trovo.live/app/k
#                                   ^^^ Trovo takes streams under the app "live" (according to OBS): under another the stream is not shown
`,
      suggested: {
        'Push to the app "live"': `\
restreams:
  - uri: rtmp://livepush.trovo.live/live/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmps://rtmp-auto.millicast.com/live/k
#                                        ^^^^ Dolby OptiView takes streams under the app "v2/pub": under another the stream is not shown
`,
      suggested: {
        'Push to the app "v2/pub"': `\
restreams:
  - uri: rtmps://rtmp-auto.millicast.com/v2/pub/k
`,
      },
    },
    {
      // Web sites.
      code: `\
restreams:
  - uri: rtmp://youtube.com/live2/k
#               ^^^^^^^^^^^ This is YouTube's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to a.rtmp.youtube.com": `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://WWW.twitch.tv/live/k
#               ^^^^^^^^^^^^^ This is Twitch's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to live.twitch.tv": `\
restreams:
  - uri: rtmp://live.twitch.tv/app/k
`,
      },
    },
    {
      // Another scheme only where the source reaches it.
      code: `\
restreams:
  - uri: rtmp://www.facebook.com:1935/rtmp/k
#               ^^^^^^^^^^^^^^^^ This is Facebook's web site, and takes no stream: use the server URL from its live settings
`,
      suggested: {
        "Push to live-api-s.facebook.com by RTMPS": `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://m.facebook.com/rtmp/k
#               ^^^^^^^^^^^^^^ This is Facebook's web site, and takes no stream: use the server URL from its live settings
    source_protocol: srt
  - uri: srt://www.youtube.com:9000?mode=caller
#              ^^^^^^^^^^^^^^^ This is YouTube's web site, and takes no stream: use the server URL from its live settings
  - uri: rtmp://x.com/x/k
#               ^^^^^ This is X's web site, and takes no stream: use the server URL from its live settings
    source_protocol: rtmp
`,
    },
  ],
});
