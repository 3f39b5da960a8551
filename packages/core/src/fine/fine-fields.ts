import { LATENCY_UNITS, NETWORKS, URI_GROUPS, uriPattern } from "./fine-uris.ts";

/** A list of a document. */
export type ListName = "streams" | "restreams";

/** The values of one item, as they are written. */
export type Values = Readonly<Record<string, string>>;

/** What nothing can be wrong with in the place of a value: the source of a regular expression. */
export interface Pattern {
  readonly source: string;
  readonly groups: number;
}

const NUMBER = "[1-9][0-9]{0,8}";
const WORD = String.raw`\w\xc0-\u024f\u0370-\u04ff`;
/** Texts that can only be names: in quotes, and without as words that nothing of YAML is in. */
const QUOTED_NAME = String.raw`"([${WORD} \u2013.-]{0,200})"`;
const BARE_NAME = String.raw`(?!(?:[tT][rR][uU][eE]|[fF][aA][lL][sS][eE]|[nN][uU][lL][lL])[ \n])[A-Za-z\xc0-\u024f\u0370-\u04ff][${WORD}.]{0,200}(?: [${WORD}\u2013.-]{1,200}){0,20}`;

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
export function patternOf(
  list: ListName,
  field: string,
  values: Values,
  isQuoted: boolean,
): Pattern | undefined {
  return list === "streams"
    ? patternOfStream(field, values, isQuoted)
    : patternOfRestream(field, values, isQuoted);
}

function patternOfRestream(field: string, values: Values, isQuoted: boolean): Pattern | undefined {
  switch (field) {
    case "name":
      return {
        source: isQuoted ? `${QUOTED_NAME}()` : `(?:${QUOTED_NAME}|(${BARE_NAME}))`,
        groups: 2,
      };
    case "stream_id":
      return { source: `(${NUMBER})`, groups: 1 };
    case "client_user_id":
      return { source: NUMBER, groups: 0 };
    case "active":
      return { source: "(?:true|false)", groups: 0 };
    case "latency_unit":
      return wordOf(LATENCY_UNITS, values[field], isQuoted);
    case "network":
      return wordOf(NETWORKS, values[field], isQuoted);
    case "uri": {
      const { latency_unit: unit, network } = values;
      return { source: quoted(uriPattern(unit, network), isQuoted), groups: URI_GROUPS };
    }
    default:
      return undefined;
  }
}

function patternOfStream(field: string, values: Values, isQuoted: boolean): Pattern | undefined {
  switch (field) {
    case "id":
      return { source: `(${NUMBER})`, groups: 1 };
    case "protocol":
      return { source: quoted("(rtmps?|srt)", isQuoted), groups: 1 };
    case "video_codec":
      return { source: quoted("h264", isQuoted), groups: 0 };
    case "audio_codec":
      return { source: quoted("aac", isQuoted), groups: 0 };
    default: {
      const value = values[field] ?? "";
      const isFine =
        Object.hasOwn(LIMITS, field) &&
        /^[1-9][0-9]{0,8}$/.test(value) &&
        Number(value) <= (LIMITS[field] ?? 0);
      return isFine ? { source: value, groups: 0 } : undefined;
    }
  }
}

/** A word as it is, since others depend on it. */
function wordOf(
  words: readonly string[],
  word: string | undefined,
  isQuoted: boolean,
): Pattern | undefined {
  return word !== undefined && words.includes(word)
    ? { source: quoted(word, isQuoted), groups: 0 }
    : undefined;
}

function quoted(source: string, isQuoted: boolean): string {
  return isQuoted ? `"${source}"` : source;
}
