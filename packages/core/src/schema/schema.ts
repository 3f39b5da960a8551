/** A JSON Schema of a field, with what people read about it. */
export interface FieldSchema {
  readonly type: string | readonly string[];
  readonly title: string;
  readonly description: string;
  readonly enum?: readonly (string | null)[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly readOnly?: boolean;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
}

/** A JSON Schema of a mapping with fields. */
export interface MappingSchema {
  readonly type: "object";
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, FieldSchema | RefSchema | true>>;
  readonly patternProperties: object;
  readonly additionalProperties: false;
  readonly required?: readonly string[];
  readonly if?: { readonly required: readonly string[] };
  readonly else?: { readonly required: readonly string[] };
}

/** A field that holds mappings with a shape of their own. */
export type RefSchema = { readonly $ref: string } | (FieldSchema & { readonly items: object });

/** The mappings that a document is made of. */
export type ShapeName = "restream" | "stream" | "whole" | "wrapped";

/** Left alone in every mapping: the editor's schema, SOPS's metadata, extensions. */
const FOREIGN = { $schema: true, sops: true } as const;
const OPEN = { patternProperties: { "^x-": true }, additionalProperties: false } as const;

/** Whether a key is left alone, with all that is in it. */
export function isForeign(key: string): boolean {
  return key.startsWith("x-") || Object.hasOwn(FOREIGN, key);
}

const PROTOCOLS = ["rtmp", "rtmps", "srt", null] as const;

/** The fields of one restream: those that the API takes, then those that are only for linting. */
export const RESTREAM_FIELDS: Readonly<Record<string, FieldSchema>> = {
  id: {
    type: ["integer", "null"],
    minimum: 1,
    title: "ID of the remote restream",
    description:
      "The existing restream that this one is. With it, `uri` and `stream_id` may be left out.",
    examples: [3001],
  },
  name: {
    type: ["string", "null"],
    title: "Name",
    description: "What people call this restream.",
    examples: ["YouTube"],
  },
  stream_id: {
    type: ["integer", "null"],
    minimum: 1,
    title: "ID of the stream",
    description: "The stream to push. The API refuses a restream without it.",
    examples: [20],
  },
  uri: {
    type: ["string", "null"],
    title: "Target URI",
    description:
      "Where to push: `rtmp://host/app/key`, `rtmps://host/app/key` or `srt://host:port?mode=caller&latency=N`. The API checks only the scheme.",
    examples: [
      "rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}",
      "srt://ingest.studio-b.net:9000?mode=caller&latency=2000000",
    ],
  },
  active: {
    type: ["boolean", "null"],
    default: true,
    title: "Active",
    description: "Whether the restream may start.",
  },
  client_user_id: {
    type: ["integer", "null"],
    title: "User ID in your system",
    description: "Any number that is useful to you.",
    examples: [10],
  },
  source_protocol: {
    type: ["string", "null"],
    enum: PROTOCOLS,
    title: "Protocol of the source",
    description:
      "How the encoder reaches Gcore; wins over the `streams` entry. Never sent to the API.",
  },
  latency_unit: {
    type: ["string", "null"],
    enum: ["us", "ms", "s", null],
    title: "Unit of latency",
    description:
      "What this target's server reads `latency` in: microseconds, milliseconds or seconds. Never sent to the API.",
  },
  network: {
    type: ["string", "null"],
    enum: ["cross-region", "public-internet", null],
    title: "Network to the target",
    description:
      "Decides which SRT latency is right: 1–2 s across regions, 2–5 s over the public internet. Never sent to the API.",
  },
  live: {
    type: ["boolean", "null"],
    readOnly: true,
    title: "Live",
    description: "A status that the API reports. Writing it has no effect.",
  },
};

/** The fields of one source stream: what is known of it, never sent to the API. */
export const STREAM_FIELDS: Readonly<Record<string, FieldSchema>> = {
  id: {
    type: ["integer", "null"],
    minimum: 1,
    title: "ID",
    description: "The stream's ID.",
    examples: [20],
  },
  protocol: {
    type: ["string", "null"],
    enum: PROTOCOLS,
    title: "Protocol",
    description: "How the encoder reaches Gcore.",
  },
  video_codec: {
    type: ["string", "null"],
    enum: ["h264", "hevc", "av1", null],
    title: "Video codec",
    description: "What the encoder sends; Gcore passes it on as it is.",
  },
  audio_codec: {
    type: ["string", "null"],
    enum: ["aac", "mp3", "opus", "ac3", null],
    title: "Audio codec",
    description: "What the encoder sends; Gcore passes it on as it is.",
  },
  video_bitrate: {
    type: ["number", "null"],
    exclusiveMinimum: 0,
    title: "Video bitrate",
    description: "In kbit/s.",
    examples: [4500],
  },
  audio_bitrate: {
    type: ["number", "null"],
    exclusiveMinimum: 0,
    title: "Audio bitrate",
    description: "In kbit/s.",
    examples: [128],
  },
  keyframe_interval: {
    type: ["number", "null"],
    exclusiveMinimum: 0,
    title: "Keyframe interval",
    description: "In seconds.",
    examples: [2],
  },
  frame_rate: {
    type: ["number", "null"],
    exclusiveMinimum: 0,
    title: "Frame rate",
    description: "In frames per second.",
    examples: [30],
  },
  width: {
    type: ["integer", "null"],
    minimum: 1,
    title: "Width",
    description: "In pixels.",
    examples: [1920],
  },
  height: {
    type: ["integer", "null"],
    minimum: 1,
    title: "Height",
    description: "In pixels.",
    examples: [1080],
  },
};

/** The shapes of mappings in a restream document, by name. */
export const SHAPES: Readonly<Record<ShapeName, MappingSchema>> = {
  restream: {
    type: "object",
    title: "Restream",
    description: "Pushes one stream to one target.",
    properties: { ...RESTREAM_FIELDS, ...FOREIGN },
    ...OPEN,
    if: { required: ["id"] },
    else: { required: ["uri", "stream_id"] },
  },
  stream: {
    type: "object",
    title: "Source stream",
    description: "What is known of a stream, so that its targets can be checked against it.",
    properties: { ...STREAM_FIELDS, ...FOREIGN },
    ...OPEN,
    required: ["id"],
  },
  whole: {
    type: "object",
    title: "Restream document",
    description: "Restreams, and what is known of the streams they push.",
    properties: {
      streams: {
        type: ["array", "null"],
        items: { $ref: "#/$defs/stream" },
        title: "Streams",
        description: "What is known of the sources. Never sent to the API.",
      },
      restreams: {
        type: ["array", "null"],
        items: { $ref: "#/$defs/restream" },
        title: "Restreams",
        description: "Which stream is pushed to which target.",
      },
      ...FOREIGN,
    },
    ...OPEN,
    required: ["restreams"],
  },
  wrapped: {
    type: "object",
    title: "API request body",
    description: "One restream as the API takes it.",
    properties: { restream: { $ref: "#/$defs/restream" }, ...FOREIGN },
    ...OPEN,
    required: ["restream"],
  },
};

/** What a schema says of the values that a field may have. */
export type Expected = Pick<FieldSchema, "type"> & Partial<FieldSchema>;

/** What a shape says of a field; a mapping, of a field that has a shape of its own. */
export function expectedIn(shape: ShapeName, field: string): Expected {
  const schema = SHAPES[shape].properties[field];
  return typeof schema === "object" && "type" in schema ? schema : { type: "object" };
}
