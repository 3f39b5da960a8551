import {
  codecName,
  type Fact,
  formatLatencyRange,
  listed,
  type Platform,
  protocolName,
  PROTOCOLS,
  type Reference,
  UNIT_NAMES,
  UNNAMED,
} from "@restream-lint/core";
import { bullets, cited, code } from "./markdown.ts";

/** What is known of the server at a host: each fact with its source. */
export function platformWords(platform: Platform): readonly (string | undefined)[] {
  const { name } = platform;
  const head =
    name === UNNAMED
      ? "The settings know this host."
      : `**${name}** takes streams here (${cited(platform.source)}).`;
  const facts = [...takenBy(platform), ...limitsOf(platform)].filter((it) => it !== undefined);
  const sources = [...new Set(facts.map(({ source }) => cited(source)))];
  const items = sources.map((by) => {
    const texts = facts.filter(({ source }) => cited(source) === by).map(({ text }) => text);
    return `${texts.join("; ")} (${by})`;
  });
  return [head, bullets(items)];
}

function takenBy(platform: Platform): readonly (Said | undefined)[] {
  const { schemes, apps, ports, latencyUnit, latency, videoCodecs, audioCodecs } = platform;
  const unless = platform.takesRtmpIf === undefined ? "" : `, and RTMP if ${platform.takesRtmpIf}`;
  return [
    said(schemes, (it) => `takes ${listed(it.map(protocolName), "and")}${unless}`),
    said(apps, (it) => `app: ${listed(it.map(code))}`),
    said(ports, (it) => {
      const known = PROTOCOLS.filter((protocol) => it[protocol] !== undefined);
      return `ports: ${known.map((protocol) => `${protocolName(protocol)} ${listed((it[protocol] ?? []).map(String))}`).join(", ")}`;
    }),
    said(latencyUnit, (it) => `reads \`latency\` in ${UNIT_NAMES[it]}`),
    said(latency, (it) => `latency: ${formatLatencyRange(it)}`),
    said(videoCodecs, (it) => `video: ${listed(it.map(codecName))}`),
    said(audioCodecs, (it) => `audio: ${listed(it.map(codecName))}`),
  ];
}

function limitsOf(platform: Platform): readonly (Said | undefined)[] {
  return [
    said(platform.maxVideoBitrate, (it) => `video: up to ${it} kbit/s`),
    said(platform.maxAudioBitrate, (it) => `audio: up to ${it} kbit/s`),
    said(platform.maxFrameRate, (it) => `up to ${it} frames per second`),
    said(platform.maxWidth, (it) => `up to ${it} pixels wide`),
    said(platform.maxHeight, (it) => `up to ${it} pixels high`),
    said(platform.maxKeyframeInterval, (it) => `a keyframe at least every ${it} s`),
  ];
}

/** A fact in words, and who says it. */
interface Said {
  readonly text: string;
  readonly source: Reference;
}

function said<T>(fact: Fact<T> | undefined, text: (value: T) => string): Said | undefined {
  return fact && { text: text(fact.value), source: fact.source };
}
