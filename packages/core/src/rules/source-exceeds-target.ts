import { misfitsOf } from "../gcore/fit.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const sourceExceedsTarget: Rule = {
  id: "source-exceeds-target",
  group: "gcore",
  severity: "warning",
  docs: {
    summary: "A source must stay within what its target takes",
    rationale:
      "Gcore sends a source on as it is: bitrate, frame rate, size, keyframes and codecs have to fit every target of the " +
      "stream. Platforms drop what is more than they take, or close the connection. By RTMP over the public internet " +
      "1 to 3 Mbit/s is practical, and above 5 Mbit/s interruptions are to be expected.\n\n" +
      "Lower the encoder's settings to what the weakest target takes, or give that target a stream of its own.\n\n" +
      "What the source sends is what its entry in `streams` says. Limits of your own servers can be said in the settings, under `targets`.",
    invalid: [
      "streams:\n  - id: 20\n    video_bitrate: 8000\nrestreams:\n  - stream_id: 20\n    uri: rtmp://live.twitch.tv/app/${TWITCH_KEY}\n",
      "streams:\n  - id: 20\n    keyframe_interval: 10\nrestreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
    ],
    valid: [
      "streams:\n  - id: 20\n    video_bitrate: 4500\n    audio_bitrate: 128\n    keyframe_interval: 2\n    frame_rate: 30\n    width: 1920\n    height: 1080\nrestreams:\n  - stream_id: 20\n    uri: rtmp://live.twitch.tv/app/${TWITCH_KEY}\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media: by RTMP 1 to 3 Mbit/s, above 5 interruptions; Twitch 6000 kbit/s for those who are no partners; Facebook rejects keyframes more than 4 s apart.",
      "https://support.google.com/youtube/answer/2853702: keyframes not more than 4 s apart, 60 frames per second, 2160p.",
      "https://developers.facebook.com/docs/live-video-api/reference: 9000 kbit/s at 1080p60, 256 kbit/s of audio.",
      "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html: 1080p, 8.5 Mbit/s, excess disconnects.",
      "obsproject/obs-studio, `rtmp-services`: limits of the others. They are OBS's word, and the message says so.",
    ],
  },

  *check(document) {
    for (const target of document.targets) {
      const { authority } = target.uri;
      const misfits = authority ? misfitsOf(target) : [];
      if (!authority || misfits.length === 0) continue;

      yield {
        message: `The source does not fit this target: ${misfits.map(({ text }) => text).join(", ")}`,
        about: misfits.map(({ what }) => what).join(" "),
        ...placeOf(target.field, authority.host.range),
        related: misfits.flatMap(({ declared }) =>
          declared.map(({ node }) => ({
            range: node.range,
            message: "what the source is declared to send",
          })),
        ),
      };
    }
  },
};
