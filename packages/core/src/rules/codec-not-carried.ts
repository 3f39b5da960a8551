import { codecName, isCarried } from "../gcore/codecs.ts";
import type { Rule } from "../rule.ts";
import { protocolName } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

export const codecNotCarried: Rule = {
  id: "codec-not-carried",
  group: "gcore",
  severity: "error",
  docs: {
    summary: "A source for RTMP targets must be H.264 and AAC",
    rationale:
      "Gcore sends a source on as it is. RTMP has no way of saying HEVC, AV1, Opus or AC-3; Enhanced RTMP has, and Gcore does " +
      "not support it. The restream connects, and there is no picture or no sound.\n\n" +
      "Let the encoder send H.264 and AAC, or push to an SRT address of the target.\n\n" +
      "The codecs are what `video_codec` and `audio_codec` of the stream in `streams` say.",
    invalid: [
      "streams:\n  - id: 20\n    video_codec: hevc\nrestreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
    ],
    valid: [
      "streams:\n  - id: 20\n    video_codec: h264\n    audio_codec: aac\nrestreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n",
      "streams:\n  - id: 20\n    video_codec: hevc\nrestreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/protocols/rtmp: H.264 and AAC; Enhanced RTMP is not supported; HEVC needs SRT.",
      "Gcore, restream guide: source parameters are sent as they are.",
      "FLV specification: its codec numbers have MP3 and AAC, and nothing for HEVC, AV1, Opus, AC-3.",
    ],
  },

  *check(document) {
    for (const { restream, field, uri } of document.targets) {
      const { protocol, scheme } = uri;
      const { videoCodec, audioCodec } = restream.stream ?? {};
      if (!protocol || !scheme) continue;
      const video = videoCodec && !isCarried(protocol, videoCodec.value) ? [videoCodec] : [];
      const audio = audioCodec && !isCarried(protocol, audioCodec.value) ? [audioCodec] : [];
      const lost = [
        ...video.map(({ value }) => `${codecName(value)} video`),
        ...audio.map(({ value }) => `${codecName(value)} audio`),
      ];
      if (lost.length === 0) continue;

      const instead = [...video.map(() => "H.264"), ...audio.map(() => "AAC")].join(" and ");
      yield {
        message: `${protocolName(protocol)} does not carry ${lost.join(" and ")}, since Gcore does not support Enhanced RTMP: send ${instead}, or push by SRT`,
        about: [...video.map(() => "video"), ...audio.map(() => "audio")].join(" "),
        ...placeOf(field, scheme.range),
        related: [...video, ...audio].map(({ node, value }) => ({
          range: node.range,
          message: `the source is declared as ${codecName(value)}`,
        })),
      };
    }
  },
};
