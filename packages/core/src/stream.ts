import { streamNodesIn } from "./forms.ts";
import { type MappingNode, type Node, type ScalarNode, valueOf } from "./syntax/node.ts";
import { PROTOCOLS, type Protocol } from "./uri/uri.ts";

/** A fact, and where the text says it. */
export interface Declared<T> {
  readonly value: T;
  readonly node: ScalarNode;
}

/** What a document declares of a source stream, for its targets to be checked against. Nothing of it is sent to the API. */
export interface Stream {
  readonly node: MappingNode;
  /** JSON Pointer. */
  readonly path: string;
  /** As written, so that equal placeholders are equal streams. */
  readonly id: Declared<string> | undefined;
  /** How the encoder reaches Gcore. */
  readonly protocol: Declared<Protocol> | undefined;
  readonly videoCodec: Declared<VideoCodec> | undefined;
  readonly audioCodec: Declared<AudioCodec> | undefined;
  /** In kbit/s. */
  readonly videoBitrate: Declared<number> | undefined;
  /** In kbit/s. */
  readonly audioBitrate: Declared<number> | undefined;
  /** In seconds. */
  readonly keyframeInterval: Declared<number> | undefined;
  /** In frames per second. */
  readonly frameRate: Declared<number> | undefined;
  /** In pixels. */
  readonly width: Declared<number> | undefined;
  /** In pixels. */
  readonly height: Declared<number> | undefined;
}

export type VideoCodec = "h264" | "hevc" | "av1";
export const VIDEO_CODECS: readonly VideoCodec[] = ["h264", "hevc", "av1"];

export type AudioCodec = "aac" | "mp3" | "opus" | "ac3";
export const AUDIO_CODECS: readonly AudioCodec[] = ["aac", "mp3", "opus", "ac3"];

/** The streams that a root declares, in the order of the text. */
export function streamsIn(root: Node): readonly Stream[] {
  return streamNodesIn(root).flatMap(({ node, path }) =>
    node.kind === "mapping" ? [streamOf(node, path)] : [],
  );
}

function streamOf(node: MappingNode, path: string): Stream {
  return {
    node,
    path,
    id: declaredId(node, "id"),
    protocol: declared(node, "protocol", PROTOCOLS),
    videoCodec: declared(node, "video_codec", VIDEO_CODECS),
    audioCodec: declared(node, "audio_codec", AUDIO_CODECS),
    videoBitrate: declaredNumber(node, "video_bitrate"),
    audioBitrate: declaredNumber(node, "audio_bitrate"),
    keyframeInterval: declaredNumber(node, "keyframe_interval"),
    frameRate: declaredNumber(node, "frame_rate"),
    width: declaredNumber(node, "width"),
    height: declaredNumber(node, "height"),
  };
}

/** A scalar field that is there; null is the same as absent. */
export function scalarIn(node: MappingNode, key: string): ScalarNode | undefined {
  const value = valueOf(node, key);
  return value?.kind === "scalar" && value.value !== null ? value : undefined;
}

/** An ID, as written. */
export function declaredId(mapping: MappingNode, key: string): Declared<string> | undefined {
  const node = scalarIn(mapping, key);
  return node && node.tag === undefined ? { value: String(node.value), node } : undefined;
}

/** A word that the field takes. */
export function declared<T extends string>(
  mapping: MappingNode,
  key: string,
  known: readonly T[],
): Declared<T> | undefined {
  const node = scalarIn(mapping, key);
  const value = known.find((it) => it === node?.value);
  return node && value !== undefined ? { value, node } : undefined;
}

function declaredNumber(mapping: MappingNode, key: string): Declared<number> | undefined {
  const node = scalarIn(mapping, key);
  return typeof node?.value === "number" && node.value > 0
    ? { value: node.value, node }
    : undefined;
}
