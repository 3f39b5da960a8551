import { VIDEO_CODECS, AUDIO_CODECS } from "../stream.ts";
import { NETWORKS } from "../restream.ts";
import { LATENCY_UNITS } from "../uri/latency.ts";
import { PROTOCOLS } from "../uri/uri.ts";

/** A JSON Schema, as far as it is read here. */
export interface SettingsShape {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, SettingsShape>>;
  readonly items?: SettingsShape;
}

const SEVERITY = { enum: ["error", "warning", "info", "off"] };
const RULES: SettingsShape = {
  type: "object",
  description: "Severity by rule ID; `off` silences a rule.",
  additionalProperties: SEVERITY,
};
const GLOB_WORDS =
  "Globs from the folder of this file, with `/`. One without `/` fits names in any folder; `!` leaves out; the last one that fits decides.";
const GLOBS: SettingsShape = {
  type: ["string", "array"],
  items: { type: "string" },
  maxItems: 1000,
  description: GLOB_WORDS,
};
const LIMIT: SettingsShape = { type: "number", exclusiveMinimum: 0 };

const OVERRIDE: SettingsShape = {
  type: "object",
  properties: {
    files: { ...GLOBS, title: "Files" },
    rules: { ...RULES, title: "Rules" },
  },
  required: ["files", "rules"],
  additionalProperties: false,
};

const IGNORE: SettingsShape = {
  type: "object",
  description: "Findings that are known and left alone: all that fit each member that is there.",
  properties: {
    rule: { type: "string", title: "Rule", description: "The ID of a rule." },
    file: { ...GLOBS, title: "File" },
    path: {
      type: "string",
      pattern: "^(?:/|$)",
      title: "Path",
      description:
        "A JSON Pointer (RFC 6901), `/restreams/0/uri`: what is below it is left alone too.",
    },
  },
  minProperties: 1,
  additionalProperties: false,
};

const TARGET: SettingsShape = {
  type: "object",
  description: "What is known of the servers at some hosts. It holds before what is built in.",
  properties: {
    host: {
      type: "string",
      title: "Host",
      description: "A host, or `*.` and what hosts end with.",
    },
    latencyUnit: {
      enum: LATENCY_UNITS,
      title: "Unit of latency",
      description: "What the server reads `latency` in: microseconds, milliseconds or seconds.",
    },
    latency: {
      type: "object",
      title: "Latency",
      description: "Which SRT latency is right, in milliseconds; both are included.",
      properties: {
        min: { type: "number", minimum: 0 },
        max: { type: "number", minimum: 0, maximum: 65_535 },
      },
      required: ["min", "max"],
      additionalProperties: false,
    },
    schemes: {
      type: "array",
      minItems: 1,
      items: { enum: PROTOCOLS },
      title: "Schemes",
      description: "What the server takes.",
    },
    apps: {
      type: "array",
      minItems: 1,
      items: { type: "string" },
      title: "Apps",
      description: "What stands between the host and the stream key of an RTMP URI.",
    },
    videoCodecs: {
      type: "array",
      minItems: 1,
      items: { enum: VIDEO_CODECS },
      title: "Video codecs",
      description: "What the server takes.",
    },
    audioCodecs: {
      type: "array",
      minItems: 1,
      items: { enum: AUDIO_CODECS },
      title: "Audio codecs",
      description: "What the server takes.",
    },
    maxVideoBitrate: { ...LIMIT, title: "Highest video bitrate", description: "In kbit/s." },
    maxAudioBitrate: { ...LIMIT, title: "Highest audio bitrate", description: "In kbit/s." },
    maxFrameRate: { ...LIMIT, title: "Highest frame rate", description: "In frames per second." },
    maxWidth: { ...LIMIT, title: "Largest width", description: "In pixels." },
    maxHeight: { ...LIMIT, title: "Largest height", description: "In pixels." },
    maxKeyframeInterval: {
      ...LIMIT,
      title: "Longest keyframe interval",
      description: "In seconds.",
    },
  },
  required: ["host"],
  additionalProperties: false,
};

/** The JSON Schema of a settings file. */
export const SETTINGS_SCHEMA: SettingsShape & Required<Pick<SettingsShape, "properties">> = {
  type: "object",
  title: "Settings of restream-lint",
  description: "`.restream-lint.yaml`: data only, never code.",
  properties: {
    $schema: { type: "string" },
    extends: {
      enum: ["recommended", "strict", "all"],
      default: "recommended",
      title: "Preset",
      description:
        "`strict`: warnings become errors, and `hard-coded-secret` is an error at every value. `all`: infos become warnings besides.",
    },
    rules: { ...RULES, title: "Rules" },
    overrides: {
      type: "array",
      title: "Overrides",
      description: "Other severities for some files; the last one that fits decides.",
      items: OVERRIDE,
    },
    files: {
      ...GLOBS,
      title: "Files",
      description: `Which files are restream documents, besides those whose names say so; with \`!\`, which are not. ${GLOB_WORDS}`,
    },
    ignore: { type: "array", title: "Ignore", items: IGNORE },
    latencyUnit: {
      enum: LATENCY_UNITS,
      title: "Unit of latency",
      description:
        "What targets read `latency` in where neither the document nor their own facts say so.",
    },
    network: {
      enum: NETWORKS,
      title: "Network to the targets",
      description:
        "Which latency is right where a restream does not say: 1–2 s across regions, 2–5 s over the public internet.",
    },
    targets: { type: "array", title: "Targets", items: TARGET },
  },
  patternProperties: { "^x-": {} },
  additionalProperties: false,
};

/** The published JSON Schema, which knows the rules. */
export function publishedSettingsSchema(
  homepage: string,
  rules: readonly { readonly id: string; readonly summary: string }[],
): object {
  const severities = rules.map(({ id, summary }) => [id, { ...SEVERITY, description: summary }]);
  const { properties } = SETTINGS_SCHEMA;
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $id: `${homepage}/blob/main/schema/settings.schema.json`,
    ...SETTINGS_SCHEMA,
    properties: {
      ...properties,
      rules: { $ref: "#/$defs/rules" },
      overrides: {
        ...properties["overrides"],
        items: {
          ...OVERRIDE,
          properties: { ...OVERRIDE.properties, rules: { $ref: "#/$defs/rules" } },
        },
      },
    },
    $defs: { rules: { ...RULES, properties: Object.fromEntries(severities) } },
  };
}
