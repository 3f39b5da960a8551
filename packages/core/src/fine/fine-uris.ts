const VARIABLE = String.raw`\$\{[A-Z][A-Z0-9_]*(?::?\?[A-Za-z0-9 ._-]*)?\}`;
/** A host of nobody that a table knows, with no word that guides write in the place of one. */
const UNKNOWN_HOST =
  /^(?=.{1,253}$)(?!.*(?:example|your|test|invalid|local|host|server|domain|addr|xx|ip\b|youtu|facebook|twitch|live-video|kick|instagram|tiktok|azure|linkedin|pscp|twitter|x\.com|vimeo|restream|cloudflare|videodelivery|mux|trovo|castr|millicast|dolby|rmbl|rumble|telegram|t\.me|gvideo|gcore|dailymotion|watch))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,9}$/;
/** A word in the place of a key that a variable follows as a token; none that may stand for a key. */
const TOKENS_NAME = String.raw`(?!(?:[a-z]*(?:key|your|here|replace|xx)))[a-z]{2,12}`;

/** The servers that most people push to, as these document them. */
const KNOWN_SERVERS = [
  "rtmp://a.rtmp.youtube.com/live2/",
  "rtmps://a.rtmps.youtube.com/live2/",
  "rtmps://live-api-s.facebook.com:443/rtmp/",
  "rtmp://live.twitch.tv/app/",
];
const PORT =
  "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6(?:[0-4][0-9]{3}|5(?:[0-4][0-9]{2}|5(?:[0-2][0-9]|3[0-5]))))";

/** How many digits a unit of latency has for the second's one, besides it. */
const DIGITS: Readonly<Record<string, number>> = { us: 6, ms: 3, s: 0 };

/** The latencies that are right, in seconds, by the network; the last where it is not said. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  "cross-region": [1, 2],
  "public-internet": [2, 5],
  "": [1, 5],
};

export const LATENCY_UNITS: readonly string[] = Object.keys(DIGITS);
export const NETWORKS: readonly string[] = Object.keys(RANGES).filter((it) => it !== "");

/**
 * The source of a regular expression for URIs of the same scheme and much the same host as this one, that nothing is
 * wrong with where this is the unit of their latencies, and the network; both may be unsaid. It has one group: what
 * targets have in common if they are the same, the stream key with its query or the streamid. Undefined where something
 * may be wrong with the host.
 */
export function patternLike(uri: string, unit = "", network = ""): string | undefined {
  const server = KNOWN_SERVERS.find((it) => uri.startsWith(it));
  if (server !== undefined) return `${literally(server)}(${VARIABLE})`;
  const [, scheme = "", name = ""] = PARTS.exec(uri) ?? [];
  if (!UNKNOWN_HOST.test(name)) return undefined;
  const host = hostPattern(name);
  switch (scheme) {
    case "rtmp":
      return String.raw`rtmp://${host}(?::1935)?/(?:live|app|stream|in)/(${VARIABLE}|${TOKENS_NAME}\?token=${VARIABLE})`;
    case "srt":
      return String.raw`srt://${host}:${PORT}\?mode=caller&latency=${latencyPattern(unit, network)}(?:&streamid=(${VARIABLE}))?(?:&passphrase=${VARIABLE})?`;
    default:
      return undefined;
  }
}

function literally(text: string): string {
  return text.replaceAll(".", String.raw`\.`);
}

function latencyPattern(unit: string, network: string): string {
  const digits = DIGITS[unit];
  const range = RANGES[network];
  if (digits === undefined || !range) return NOTHING;
  const [min, max] = range;
  return `(?:[${min}-${max - 1}][0-9]{${digits}}|${max}0{${digits}})`;
}

/** What no text matches. */
const NOTHING = "(?!)";

/** Hosts of the same name but for their numbers: to tell whether any host is a known one takes as long as all else. */
function hostPattern(host: string): string {
  const literal = literally(host);
  const longest = host.replaceAll(NUMBER, "9".repeat(MOST_DIGITS));
  // What longer numbers make too long stands for itself alone.
  const isLong = longest.length > 253 || longest.split(".").some(({ length }) => length > 63);
  return isLong ? literal : literal.replaceAll(NUMBER, `[0-9]{1,${MOST_DIGITS}}`);
}

const NUMBER = /[0-9]+/g;
const MOST_DIGITS = 9;

/** What targets have in common if and only if they are the same, as the rules compare it, by what they have in common at least. */
export function addressOf(uri: string, key: string): string {
  const scheme = schemeOf(uri);
  const start = scheme.length + "://".length;
  const end = uri.indexOf(scheme === "srt" ? "?" : "/", start);
  const colon = uri.indexOf(":", start);
  const hasPort = colon !== -1 && colon < end;
  const host = uri.slice(start, hasPort ? colon : end);
  const port = hasPort ? uri.slice(colon + 1, end) : PORTS[scheme];
  // Engines make one string of what is joined, and a tree of many of what is added: there are as many as restreams.
  if (scheme === "srt") return ["udp", host, port, key].join("\n");
  return ["tcp", host, port, `${uri.slice(end + 1)}${key.startsWith("$") ? "?#" : "#"}`].join("\n");
}

const PARTS = /^([a-z]+):\/\/([^/:]+)(?::([0-9]+))?[/?](.*)$/;
const PORTS: Readonly<Record<string, string>> = { rtmp: "1935", rtmps: "443" };

export type Scheme = "rtmp" | "rtmps" | "srt";

/** The scheme of a URI that nothing is wrong with, which may be in quotes. */
export function schemeOf(uri: string): Scheme {
  const start = /^["']/.test(uri) ? 1 : 0;
  if (uri.startsWith("srt:", start)) return "srt";
  return uri.startsWith("rtmps:", start) ? "rtmps" : "rtmp";
}
