import { checkRule } from "@restream-lint/testkit";
import { codecNotCarried } from "./codec-not-carried.ts";

checkRule(codecNotCarried, {
  valid: [
    "streams:\n  - {id: 20, video_codec: h264, audio_codec: aac}\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n",
    // RTMP has carried MP3 from its start.
    "streams:\n  - {id: 20, audio_codec: mp3}\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n",
    // SRT carries what MPEG-TS does.
    "streams:\n  - {id: 20, video_codec: av1, audio_codec: opus}\nrestreams:\n  - stream_id: 20\n    uri: srt://h.acme.net:9000\n",
    // Another stream's codecs, and what is not known yet.
    "streams:\n  - {id: 21, video_codec: hevc}\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n",
    "streams:\n  - {id: 20, video_codec: '${CODEC}'}\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n",
    "streams:\n  - {id: 20, video_codec: hevc}\nrestreams:\n  - stream_id: 20\n    uri: ${URI}\n",
    "streams:\n  - {id: 20, video_codec: vp9}\nrestreams:\n  - stream_id: 20\n    uri: rtmp://h.acme.net/live/k\n",
    "streams:\n  - {id: 20, video_codec: hevc}\nrestreams:\n  - stream_id: 20\n    uri:\n",
  ],
  invalid: [
    {
      // At each target: it is one of them that has to change, or the source for all.
      code: `\
streams:
  - {id: 20, video_codec: hevc}
  - {id: 21, audio_codec: opus}
  - {id: 22, video_codec: av1, audio_codec: ac3}
restreams:
  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/k'}
#                         ^^^^ RTMP does not carry HEVC video, since Gcore does not support Enhanced RTMP: send H.264, or push by SRT
  - {stream_id: 20, uri: 'RTMPS://h.acme.net/live/k', active: false}
#                         ^^^^^ RTMPS does not carry HEVC video, since Gcore does not support Enhanced RTMP: send H.264, or push by SRT
  - {stream_id: 21, uri: 'rtmp://h.acme.net/live/k'}
#                         ^^^^ RTMP does not carry Opus audio, since Gcore does not support Enhanced RTMP: send AAC, or push by SRT
  - {stream_id: 22, uri: 'rtmp://h.acme.net/live/k'}
#                         ^^^^ RTMP does not carry AV1 video and AC-3 audio, since Gcore does not support Enhanced RTMP: send H.264 and AAC, or push by SRT
`,
    },
    {
      code: `\
{ "streams": [{ "id": 20, "video_codec": "hevc", "audio_codec": "aac" }],
  "restreams": [{ "stream_id": 20, "uri": "rtmp://\${TARGET}" }] }
#                                          ^^^^ RTMP does not carry HEVC video, since Gcore does not support Enhanced RTMP: send H.264, or push by SRT
`,
    },
  ],
});
