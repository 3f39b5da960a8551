import type { AudioCodec, VideoCodec } from "../stream.ts";
import type { Protocol } from "../uri/uri.ts";

const NAMES: Readonly<Record<VideoCodec | AudioCodec, string>> = {
  h264: "H.264",
  hevc: "HEVC",
  av1: "AV1",
  aac: "AAC",
  mp3: "MP3",
  opus: "Opus",
  ac3: "AC-3",
};

/** A codec as people write it: `H.264`. */
export function codecName(codec: VideoCodec | AudioCodec): string {
  return NAMES[codec];
}

/**
 * What RTMP has no number for in its first form, and Enhanced RTMP, which adds them, Gcore does not support.
 * https://gcore.com/docs/streaming/live-streaming/protocols/rtmp, read 2026-11. MP3 is in RTMP from its start.
 */
const NOT_IN_RTMP: ReadonlySet<VideoCodec | AudioCodec> = new Set([
  "hevc",
  "av1",
  "opus",
  "ac3",
] as const);

/** Whether a protocol can carry a codec; SRT carries whatever MPEG-TS does. */
export function isCarried(protocol: Protocol, codec: VideoCodec | AudioCodec): boolean {
  return protocol === "srt" || !NOT_IN_RTMP.has(codec);
}
