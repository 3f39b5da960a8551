import type { AudioCodec, VideoCodec } from "../stream.ts";
import type { LatencyUnit } from "../uri/latency.ts";
import type { Protocol } from "../uri/uri.ts";
import type { LatencyRange } from "../uri/latency.ts";

/** Who says something of a target, and where. */
export interface Reference {
  /** As messages name it. */
  readonly by: string;
  readonly page: string;
  /** Not the target's own word: it may warn, and never be an error. */
  readonly isThirdParty?: boolean;
}

/** Something known of a target. */
export interface Fact<T> {
  readonly value: T;
  readonly source: Reference;
}

/** What is known of a server that takes pushed streams. All that is absent is not known, and never judged. */
export interface TargetFacts {
  /** All that it takes. */
  readonly schemes?: Fact<readonly Protocol[]>;
  /** What may stand before the stream key: `live2`, `v2/pub`. */
  readonly apps?: Fact<readonly string[]>;
  /** Where it listens, where that is not the default port alone. */
  readonly ports?: Fact<Readonly<Partial<Record<Protocol, readonly number[]>>>>;
  /** The unit that it documents for the `latency` of its URI. */
  readonly latencyUnit?: Fact<LatencyUnit>;
  /** The latency that it asks for. */
  readonly latency?: Fact<LatencyRange>;
  readonly videoCodecs?: Fact<readonly VideoCodec[]>;
  readonly audioCodecs?: Fact<readonly AudioCodec[]>;
  /** In kbit/s. */
  readonly maxVideoBitrate?: Fact<number>;
  /** In kbit/s. */
  readonly maxAudioBitrate?: Fact<number>;
  /** In frames per second. */
  readonly maxFrameRate?: Fact<number>;
  /** In pixels, of a picture that is wider than high. */
  readonly maxWidth?: Fact<number>;
  readonly maxHeight?: Fact<number>;
  /** In seconds. */
  readonly maxKeyframeInterval?: Fact<number>;
}

/** A place that people push to. */
export interface Platform extends TargetFacts {
  readonly name: string;
  /** Hosts that take a pushed stream: exact, or `*.` and any labels before the rest. Lower case. */
  readonly hosts: readonly string[];
  /** Where the hosts come from. */
  readonly source: Reference;
  /** Tells the platform by its stream keys where it shares hosts with another. */
  readonly keyPrefix?: string;
  /** What its stream keys look like, where it says so itself. */
  readonly keyShape?: string;
  /** Server URLs as the platform shows them, without a key; the usual one of each scheme. */
  readonly servers?: readonly string[];
  /** Where each scheme has hosts of its own: how they end. */
  readonly hostEnds?: Readonly<Partial<Record<Protocol, string>>>;
  /** Its web sites, without `www.` and `m.`: they take no stream. */
  readonly sites?: readonly string[];
  /** When it takes plain RTMP all the same: completes "unless …". */
  readonly takesRtmpIf?: string;
}

/** What a target is called that is known by the user's settings alone. */
export const UNNAMED = "This target";
