import { lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import type { TargetSettings } from "../gcore/known-targets.ts";
import { sourceExceedsTarget } from "./source-exceeds-target.ts";

checkRule(sourceExceedsTarget, {
  valid: [
    // The limits themselves are in.
    "streams:\n  - {id: 20, video_bitrate: 5000, audio_bitrate: 256, frame_rate: 60, keyframe_interval: 4, width: 1920, height: 1080}\nrestreams:\n  - {stream_id: 20, uri: 'rtmps://live-api-s.facebook.com/rtmp/k'}\n",
    // An upright picture.
    "streams:\n  - {id: 20, width: 1080, height: 1920}\nrestreams:\n  - {stream_id: 20, uri: 'rtmps://live-api-s.facebook.com/rtmp/k'}\n",
    // One side alone, which may be the long one.
    "streams:\n  - {id: 20, height: 1920}\nrestreams:\n  - {stream_id: 20, uri: 'rtmps://live-api-s.facebook.com/rtmp/k'}\n",
    // By SRT there is no such bound.
    "streams:\n  - {id: 20, video_bitrate: 20000, video_codec: hevc}\nrestreams:\n  - {stream_id: 20, uri: 'srt://h.acme.net:9000'}\n",
    // What RTMP does not carry is another rule's.
    "streams:\n  - {id: 20, video_codec: av1}\nrestreams:\n  - {stream_id: 20, uri: 'rtmp://rtmp.cloud.vimeo.com/live/k'}\n",
    // Nothing is declared, or nothing is known.
    "streams:\n  - {id: 20, keyframe_interval: 10}\nrestreams:\n  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/k'}\n",
    "streams:\n  - {id: 21, video_bitrate: 9000}\nrestreams:\n  - {stream_id: 20, uri: 'rtmp://live.twitch.tv/app/k'}\n",
    "streams:\n  - {id: 20, video_bitrate: '${BITRATE}'}\nrestreams:\n  - {stream_id: 20, uri: 'rtmp://live.twitch.tv/app/k'}\n",
    "streams:\n  - {id: 20, video_bitrate: 9000}\nrestreams:\n  - {stream_id: 20, uri: '${URI}'}\n",
    "streams:\n  - {id: 20, video_bitrate: 9000}\nrestreams:\n  - {stream_id: 20, uri: }\n",
  ],
  invalid: [
    {
      // Any RTMP target.
      code: `\
streams:
  - {id: 20, video_bitrate: 5000.5}
restreams:
  - {stream_id: 20, uri: 'rtmp://h.acme.net/live/k'}
#                                ^^^^^^^^^^ The source does not fit this target: 5000.5 kbit/s of video (above 5000 Gcore warns of interruptions by RTMP)
  - {stream_id: 20, uri: 'rtmps://\${TARGET}/live/k'}
#                                 ^^^^^^^^^ The source does not fit this target: 5000.5 kbit/s of video (above 5000 Gcore warns of interruptions by RTMP)
`,
    },
    {
      code: `\
streams:
  - {id: 20, video_bitrate: 6001, audio_bitrate: 321}
restreams:
  - {stream_id: 20, uri: 'rtmp://live.twitch.tv/app/k', active: false}
#                                ^^^^^^^^^^^^^^ The source does not fit this target: 6001 kbit/s of video (Twitch takes 6000 at most, according to Gcore's restream guide; above 5000 Gcore warns of interruptions by RTMP), 321 kbit/s of audio (Twitch takes 320 at most, according to OBS)
`,
    },
    {
      code: `\
{ "streams": [{ "id": 20, "frame_rate": 61, "keyframe_interval": 4.5, "width": 2560, "height": 1440 }],
  "restreams": [{ "stream_id": 20, "uri": "rtmps://live-api-s.facebook.com:443/rtmp/k" }] }
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^ The source does not fit this target: 61 frames per second (Facebook takes 60 at most), a keyframe every 4.5 s (Facebook takes 4 at most), 2560×1440 pixels (Facebook takes 1920×1080 at most)
`,
    },
    {
      // One side is enough where it is more than the longer.
      code: `\
streams:
  - {id: 20, height: 2160}
restreams:
  - {stream_id: 20, uri: 'rtmps://live-api-s.facebook.com/rtmp/k'}
#                                 ^^^^^^^^^^^^^^^^^^^^^^^ The source does not fit this target: 2160 pixels (Facebook takes 1920×1080 at most)
`,
    },
    {
      // Codecs that SRT carries, and this target does not take.
      code: `\
streams:
  - {id: 20, video_codec: av1, audio_codec: opus}
restreams:
  - {stream_id: 20, uri: 'srt://x.cloud.vimeo.com:9000'}
#                               ^^^^^^^^^^^^^^^^^ The source does not fit this target: AV1 video (Vimeo takes H.264 or HEVC), Opus audio (Vimeo takes AAC)
`,
    },
  ],
});

const DOCUMENT = `\
streams:
  - {id: 20, video_bitrate: 3000, width: 1280, height: 720, video_codec: hevc}
restreams:
  - {stream_id: 20, uri: 'srt://ingest.studio-b.net:9000'}
`;

test.each([
  [
    { maxVideoBitrate: 2500 },
    "3000 kbit/s of video (it takes 2500 at most, according to the settings)",
  ],
  [{ maxHeight: 480 }, "1280×720 pixels (it takes 480 at most, according to the settings)"],
  [{ videoCodecs: ["h264"] }, "HEVC video (it takes H.264, according to the settings)"],
  [{ maxVideoBitrate: 3000, maxWidth: 1280 }, undefined],
] satisfies [Omit<TargetSettings, "host">, string | undefined][])(
  "knows the user's own servers from the settings: %j",
  (facts, expected) => {
    const targets = [{ host: "*.studio-b.net", ...facts }];
    const found = lint(parseFixture(DOCUMENT), { targets }, [sourceExceedsTarget]);
    expect(found.map(({ message }) => message)).toEqual(
      expected === undefined ? [] : [`The source does not fit this target: ${expected}`],
    );
  },
);
