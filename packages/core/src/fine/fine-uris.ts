/** What a regular expression found: itself, and its groups. */
export type Match = readonly (string | undefined)[];

/** A URI that nothing is wrong with, as the source of a regular expression with `URI_GROUPS` groups. */
export const URI_GROUPS = 8;

const VARIABLE = String.raw`\$\{[A-Z][A-Z0-9_]*(?::?\?[A-Za-z0-9 ._-]*)?\}`;
/** Of nobody that a table knows, and no word that guides write in the place of one. */
const UNKNOWN_HOST = String.raw`(?=[^/:]{1,253}[/:])(?![^/:]*(?:example|your|test|invalid|local|host|server|domain|addr|xx|ip\b|youtu|facebook|twitch|live-video|kick|instagram|tiktok|azure|linkedin|pscp|twitter|x\.com|vimeo|restream|cloudflare|videodelivery|mux|trovo|castr|millicast|dolby|rmbl|rumble|telegram|t\.me|gvideo|gcore|dailymotion|watch))((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,9})`;
/** A word in the place of a key that a variable follows as a token; none that may stand for a key. */
const TOKENS_NAME = String.raw`(?!(?:[a-z]*(?:key|your|here|replace|xx)))[a-z]{2,12}`;

/** The servers that most people push to, as these document them. */
const KNOWN_SERVERS = [
  ["rtmp", "a.rtmp.youtube.com", "", "live2"],
  ["rtmps", "a.rtmps.youtube.com", "", "live2"],
  ["rtmps", "live-api-s.facebook.com", ":443", "rtmp"],
  ["rtmp", "live.twitch.tv", "", "app"],
] as const;
/** What the addresses of their targets begin with. */
const SERVERS: ReadonlyMap<string, string> = new Map(
  KNOWN_SERVERS.map(([scheme, host, port, app]) => [
    `${scheme}://${host}${port}/${app}/`,
    `tcp\n${host}\n${scheme === "rtmps" ? 443 : 1935}\n${app}`,
  ]),
);
const KNOWN_SERVER = [...SERVERS.keys()].join("|").replaceAll(".", String.raw`\.`);

const RTMP_AT_KNOWN = `(${KNOWN_SERVER})(${VARIABLE})`;
const RTMP = String.raw`rtmp://${UNKNOWN_HOST}(?::1935)?/(live|app|stream|in)/(${VARIABLE}|${TOKENS_NAME}\?token=${VARIABLE})`;
const PORT =
  "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6(?:[0-4][0-9]{3}|5(?:[0-4][0-9]{2}|5(?:[0-2][0-9]|3[0-5]))))";

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

/** The source for the URI of a restream whose latency is of this unit, over this network; both may be unsaid. */
export function uriPattern(unit = "", network = ""): string {
  const digits = DIGITS[unit];
  const range = RANGES[network];
  if (digits === undefined || !range) return `(?:${RTMP_AT_KNOWN}|${RTMP})()()()`;
  const [min, max] = range;
  const latency = `(?:[${min}-${max - 1}][0-9]{${digits}}|${max}0{${digits}})`;
  const srt = String.raw`srt://${UNKNOWN_HOST}:${PORT}\?mode=caller&latency=${latency}(?:&streamid=(${VARIABLE}))?(?:&passphrase=${VARIABLE})?`;
  return `(?:${RTMP_AT_KNOWN}|${RTMP}|${srt})`;
}

/** What targets have in common if they are the same: the stream key with its query, the streamid. */
export function keyIn(match: Match, first: number): string {
  return match[first + 1] ?? match[first + 4] ?? match[first + 7] ?? "";
}

/** What targets have in common if and only if they are the same, as the rules compare it. */
export function addressIn(match: Match, first: number): string {
  const known = match[first];
  if (known !== undefined) return `${SERVERS.get(known) ?? ""}/${match[first + 1] ?? ""}?#`;
  const host = match[first + 2];
  if (host === undefined)
    return `udp\n${match[first + 5] ?? ""}\n${match[first + 6] ?? ""}\n${match[first + 7] ?? ""}`;
  const key = match[first + 4] ?? "";
  const end = key.startsWith("$") ? "?#" : "#";
  return `tcp\n${host}\n1935\n${match[first + 3] ?? ""}/${key}${end}`;
}

/** The scheme of the target. */
export function schemeIn(match: Match, first: number): "rtmp" | "rtmps" | "srt" {
  if (match[first] !== undefined) return match[first].startsWith("rtmps") ? "rtmps" : "rtmp";
  return match[first + 2] === undefined ? "srt" : "rtmp";
}
