import {
  type Bounds,
  findSrtParameter,
  listed,
  SRT_PARAMETER_DOCS,
  type SrtParameter,
} from "@restream-lint/core";
import { bullets, code } from "./markdown.ts";

/** A parameter of an SRT URI: what it is, what each tool takes, what holds without it. */
export function srtParameterWords(name: string): readonly (string | undefined)[] {
  const parameter = findSrtParameter(name);
  const docs = parameter && SRT_PARAMETER_DOCS[parameter.name];
  if (!parameter || !docs) return ["Neither libsrt nor FFmpeg has an SRT parameter of this name."];
  return [
    `**SRT parameter \`${parameter.name}\`**: ${docs.summary}`,
    bullets([
      `type: ${typeText(parameter)}`,
      ...TOOLS.map(({ tool, name: by }) => rangeText(parameter, tool, by)),
      docs.default === undefined ? undefined : `default: ${docs.default}`,
    ]),
  ];
}

const TOOLS = [
  { tool: "libsrt", name: "libsrt and its tools" },
  { tool: "ffmpeg", name: "FFmpeg and OBS" },
] as const;

/** Where the facts about a parameter come from. */
export function srtParameterSources(name: string): string | undefined {
  const { sources = [] } = (findSrtParameter(name) && SRT_PARAMETER_DOCS[name]) ?? {};
  return sources.length === 0 ? undefined : `Sources: ${sources.map(linked).join(", ")}.`;
}

/** `FFmpeg, https://…: what it says` as a link; of a repository's page, which one. */
function linked(source: string): string {
  const [, by, page] = /^([^\s,]+)[^,]*, (https:\/\/[^\s,]+?)[:,]?(?:\s|$)/.exec(source) ?? [];
  if (by === undefined || page === undefined) return source;
  const file = /[^/]+\.md$/.exec(page)?.[0];
  return `[${file === undefined ? by : `${by} ${file}`}](${page})`;
}

function typeText({ type, values = [], live }: SrtParameter): string {
  const kind = values.length > 0 ? listed(values.map(code)) : TYPES[type];
  return live === undefined ? kind : `${kind}; a live push needs ${code(live)}`;
}

const TYPES: Readonly<Record<SrtParameter["type"], string>> = {
  integer: "a whole number",
  boolean: "a truth value",
  string: "a text",
  enum: "a word",
  version: "a version",
};

/** What a tool takes; undefined where it does not know the parameter. */
function rangeText(
  { type, unit, ...parameter }: SrtParameter,
  tool: "libsrt" | "ffmpeg",
  by: string,
): string | undefined {
  const bounds = parameter[tool];
  if (bounds === undefined) return undefined;
  if (typeof bounds === "object") {
    const inUnit = typeof unit === "object" ? unit[tool] : unit;
    const unset = tool === "ffmpeg" ? ", where -1 means not set" : "";
    return `${by}: ${boundsText(bounds)}${inUnit === undefined ? "" : ` ${inUnit}`}${unset}`;
  }
  return type === "boolean" ? `${by}: ${FLAGS[tool]}` : `${by}: known`;
}

const FLAGS = {
  libsrt: "`yes`, `on`, `true`, `1` or `no`, `off`, `false`, `0`",
  ffmpeg: "`1` or `0`",
} as const;

/** A bound of 32 bits or more is that of the type, and says nothing. */
function boundsText({ min, max = Infinity }: Bounds): string {
  return max >= 2 ** 31 - 1 ? `${min} or more` : `${min} to ${max}`;
}
