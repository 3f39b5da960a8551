import type { Target } from "../document.ts";
import type { AudioCodec, Declared, Stream, VideoCodec } from "../stream.ts";
import type { Protocol } from "../uri/uri.ts";
import { codecName, isCarried } from "./codecs.ts";
import { type Fact, type Platform, UNNAMED } from "./target-facts.ts";

/** What a source sends that its target does not take. */
export interface Misfit {
  /** `video_bitrate`; `size` of a picture. */
  readonly what: string;
  /** `8000 kbit/s of video (Twitch takes 6000 at most)`. */
  readonly text: string;
  readonly declared: readonly Declared<unknown>[];
}

/** What of a declared source is more than its target, or RTMP, takes. */
export function misfitsOf({ restream: { stream }, platform, uri }: Target): readonly Misfit[] {
  if (!stream || !uri.protocol) return [];
  const misfits = [...quantityMisfits(stream, platform, uri.protocol)];
  if (platform) misfits.push(...sizeMisfits(stream, platform));
  if (platform) misfits.push(...codecMisfits(stream, platform, uri.protocol));
  return misfits;
}

interface Quantity {
  readonly what: string;
  readonly sent: "videoBitrate" | "audioBitrate" | "frameRate" | "keyframeInterval";
  readonly limit: "maxVideoBitrate" | "maxAudioBitrate" | "maxFrameRate" | "maxKeyframeInterval";
  readonly text: (value: string) => string;
}

const QUANTITIES: readonly Quantity[] = [
  {
    what: "video_bitrate",
    sent: "videoBitrate",
    limit: "maxVideoBitrate",
    text: (it) => `${it} kbit/s of video`,
  },
  {
    what: "audio_bitrate",
    sent: "audioBitrate",
    limit: "maxAudioBitrate",
    text: (it) => `${it} kbit/s of audio`,
  },
  {
    what: "frame_rate",
    sent: "frameRate",
    limit: "maxFrameRate",
    text: (it) => `${it} frames per second`,
  },
  {
    what: "keyframe_interval",
    sent: "keyframeInterval",
    limit: "maxKeyframeInterval",
    text: (it) => `a keyframe every ${it} s`,
  },
];

/**
 * Over the public internet, by RTMP, more than this may be interrupted; in kbit/s.
 * https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media, read 2026-11.
 */
const STEADY_RTMP_BITRATE = 5000;

function* quantityMisfits(
  stream: Stream,
  platform: Platform | undefined,
  protocol: Protocol,
): Iterable<Misfit> {
  for (const { what, sent, limit, text } of QUANTITIES) {
    const declared = stream[sent];
    if (!declared) continue;
    const reasons: string[] = [];
    const most = platform?.[limit];
    if (platform && most && declared.value > most.value) {
      reasons.push(takes(platform, most, `${numberText(most.value)} at most`));
    }
    if (sent === "videoBitrate" && protocol !== "srt" && declared.value > STEADY_RTMP_BITRATE) {
      reasons.push(`above ${STEADY_RTMP_BITRATE} Gcore warns of interruptions by RTMP`);
    }
    if (reasons.length === 0) continue;
    yield {
      what,
      text: `${text(numberText(declared.value))} (${reasons.join("; ")})`,
      declared: [declared],
    };
  }
}

/** A picture may stand upright; where one side alone is declared, it may be the longer. */
function* sizeMisfits(stream: Stream, platform: Platform): Iterable<Misfit> {
  const sides = [stream.width, stream.height].filter((it) => it !== undefined);
  const limits = [platform.maxWidth, platform.maxHeight].filter((it) => it !== undefined);
  const [limit] = limits;
  if (!limit) return;
  const [width, height] = [stream.width?.value ?? 0, stream.height?.value ?? 0];
  const maxWidth = platform.maxWidth?.value ?? Infinity;
  const maxHeight = platform.maxHeight?.value ?? Infinity;
  const fits = width <= maxWidth && height <= maxHeight;
  const fitsUpright = limits.length === 2 && width <= maxHeight && height <= maxWidth;
  if (fits || fitsUpright) return;
  yield {
    what: "size",
    text: `${sizeText(sides)} pixels (${takes(platform, limit, `${sizeText(limits)} at most`)})`,
    declared: sides,
  };
}

/** Codecs that the protocol carries, and the target does not take. */
function* codecMisfits(
  { videoCodec, audioCodec }: Stream,
  platform: Platform,
  protocol: Protocol,
): Iterable<Misfit> {
  const kinds = [
    { kind: "video", declared: videoCodec, taken: platform.videoCodecs },
    { kind: "audio", declared: audioCodec, taken: platform.audioCodecs },
  ] satisfies {
    kind: string;
    declared: Declared<VideoCodec | AudioCodec> | undefined;
    taken: Fact<readonly (VideoCodec | AudioCodec)[]> | undefined;
  }[];
  for (const { kind, declared, taken } of kinds) {
    if (!declared || !taken || !isCarried(protocol, declared.value)) continue;
    if (taken.value.some((it) => it === declared.value)) continue;
    const names = taken.value.map(codecName).join(" or ");
    yield {
      what: `${kind}_codec`,
      text: `${codecName(declared.value)} ${kind} (${takes(platform, taken, names)})`,
      declared: [declared],
    };
  }
}

function takes({ name }: Platform, { source }: Fact<unknown>, what: string): string {
  const said = source.by === name ? "" : `, according to ${source.by}`;
  return `${name === UNNAMED ? "it" : name} takes ${what}${said}`;
}

function sizeText(sides: readonly { readonly value: number }[]): string {
  return sides.map(({ value }) => numberText(value)).join("×");
}

function numberText(value: number): string {
  return String(Number(value.toFixed(3)));
}
