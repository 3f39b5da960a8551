import { LATENCY_UNITS, NETWORKS, patternLike } from "./fine-uris.ts";

/** A list of a document. */
export type ListName = "streams" | "restreams";

/** The values of one item, as they are written. */
export type Values = ReadonlyMap<string, string>;

/** What nothing can be wrong with in the place of a value: the source of a regular expression, and what its groups are. */
export interface Pattern {
  readonly source: string;
  readonly groups?: readonly Group[];
}

/** What others have to be compared with. */
export type Group = (typeof GROUPS)[number];
export const GROUPS = ["id", "protocol", "name", "stream_id", "active", "uri", "key"] as const;

/** The fields that take a text. */
export const TEXTS: ReadonlySet<string> = new Set([
  "name",
  "uri",
  "latency_unit",
  "network",
  "protocol",
  "video_codec",
  "audio_codec",
]);

const NUMBER = "[1-9][0-9]{0,8}";
const WORD = String.raw`\w\xc0-\u024f\u0370-\u04ff`;
/** Texts that can only be names: in quotes, and without as words that nothing of YAML is in. */
const QUOTED_NAME = String.raw`[${WORD} \u2013.-]{0,200}`;
const BARE_NAME = String.raw`(?!(?:[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[nN][uU][lL][lL])[ \r\n])[A-Za-z\xc0-\u024f\u0370-\u04ff][${WORD}.]{0,200}(?: [${WORD}\u2013.-]{1,200}){0,20}`;

/** What every target takes that this lane knows, and Gcore by RTMP: the most that a number of a stream may be. */
const LIMITS: Readonly<Record<string, number>> = {
  video_bitrate: 5000,
  audio_bitrate: 256,
  keyframe_interval: 4,
  frame_rate: 60,
  width: 1920,
  height: 1080,
};

/** The pattern of a field, in an item that has these values; undefined where something may be wrong with it. */
export function patternOf(list: ListName, field: string, values: Values): Pattern | undefined {
  return list === "streams" ? patternOfStream(field, values) : patternOfRestream(field, values);
}

function patternOfRestream(field: string, values: Values): Pattern | undefined {
  const written = values.get(field) ?? "";
  switch (field) {
    case "name": {
      const source = QUOTES.test(written) ? QUOTED_NAME : BARE_NAME;
      return { source: quotedAs(written, `(${source})`), groups: ["name"] };
    }
    case "stream_id":
      return { source: `(${NUMBER})`, groups: ["stream_id"] };
    case "client_user_id":
      return { source: NUMBER };
    case "active":
      return { source: "(true|false)", groups: ["active"] };
    case "latency_unit":
      return wordOf(LATENCY_UNITS, written);
    case "network":
      return wordOf(NETWORKS, written);
    case "uri": {
      const [unit, network] = [values.get("latency_unit") ?? "", values.get("network") ?? ""];
      const source = patternLike(unquoted(written), unquoted(unit), unquoted(network));
      if (source === undefined) return undefined;
      return { source: quotedAs(written, `(${source})`), groups: ["uri", "key"] };
    }
    default:
      return undefined;
  }
}

function patternOfStream(field: string, values: Values): Pattern | undefined {
  const written = values.get(field) ?? "";
  switch (field) {
    case "id":
      return { source: `(${NUMBER})`, groups: ["id"] };
    case "protocol":
      return { source: quotedAs(written, "(rtmps?|srt)"), groups: ["protocol"] };
    case "video_codec":
      return { source: quotedAs(written, "h264") };
    case "audio_codec":
      return { source: quotedAs(written, "aac") };
    default: {
      const isFine =
        Object.hasOwn(LIMITS, field) &&
        /^[1-9][0-9]{0,8}$/.test(written) &&
        Number(written) <= (LIMITS[field] ?? 0);
      return isFine ? { source: written } : undefined;
    }
  }
}

/** A word as it is, since others depend on it. */
function wordOf(words: readonly string[], written: string): Pattern | undefined {
  return words.includes(unquoted(written)) ? { source: written } : undefined;
}

/** What begins and ends with the same of them; nothing of either language is in what is fine. */
const QUOTES = /^(["'])(.*)\1$/;

function unquoted(written: string): string {
  return written.replace(QUOTES, "$2");
}

/** A pattern in the quotes that a value is in. */
function quotedAs(written: string, source: string): string {
  const [, quote = ""] = QUOTES.exec(written) ?? [];
  return `${quote}${source}${quote}`;
}
