/** The fields of one restream, as text. */
export type Item = Readonly<Record<string, string>>;

const NUMBER = /^[1-9][0-9]{0,8}$/;

const VARIABLE = String.raw`\$\{[A-Z][A-Z0-9_]*\}`;
/** Of nobody that a table knows, and no word that guides write in the place of one. */
const UNKNOWN_HOST = String.raw`(?=[^/:]{1,253}[/:])(?![^/:]*(?:example|your|test|invalid|local|host|server|domain|addr|xx|ip\b|youtu|facebook|twitch|live-video|kick|instagram|tiktok|azure|linkedin|pscp|twitter|x\.com|vimeo|restream|cloudflare|videodelivery|mux|trovo|castr|millicast|dolby|rmbl|rumble|telegram|t\.me|gvideo|gcore|dailymotion|watch))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,9}`;
/** A word in the place of a key that a variable follows as a token; none that may stand for a key. */
const TOKEN = String.raw`(?!(?:[a-z]*(?:key|your|here|replace|xx)))[a-z]{2,12}\?token=`;

/** The servers that most people push to, as these document them. */
const KNOWN_SERVER = [
  "rtmp://a.rtmp.youtube.com/live2/",
  "rtmps://a.rtmps.youtube.com/live2/",
  "rtmps://live-api-s.facebook.com:443/rtmp/",
  "rtmp://live.twitch.tv/app/",
]
  .join("|")
  .replaceAll(".", String.raw`\.`);

const RTMP = new RegExp(
  `^(?:(?:${KNOWN_SERVER})|rtmp://${UNKNOWN_HOST}(?::1935)?/(?:live|app|stream|in)/(?:${TOKEN})?)${VARIABLE}$`,
);
const SRT = new RegExp(
  `^(srt://${UNKNOWN_HOST}:)([1-9][0-9]{0,4})\\?mode=caller&latency=([1-9][0-9]{0,6})(&streamid=${VARIABLE})?(?:&passphrase=${VARIABLE})?$`,
);

/** How many of a unit 1 and 5 s are: right for either network. */
const SECONDS: Readonly<Record<string, number>> = { us: 1_000_000, ms: 1000, s: 1 };

/** Whether nothing can be wrong with a value by itself; of a name, that is for its notation to say. */
export function isPlain(key: string, value: string): boolean {
  switch (key) {
    case "name":
      return true;
    case "stream_id":
    case "client_user_id":
      return NUMBER.test(value);
    case "active":
      return value === "true" || value === "false";
    case "latency_unit":
      return Object.hasOwn(SECONDS, value);
    case "uri":
      return value.length <= LONGEST_URI;
    default:
      return false;
  }
}

/** A regular expression would take its time with longer ones. */
const LONGEST_URI = 1000;

/** What restreams must not have in common. */
export class Seen {
  readonly #addresses = new Set<string>();
  readonly #names = new Set<string>();
  /** Whether a stream's targets take RTMPS: no source reaches both kinds. */
  readonly #isSecure = new Map<string, boolean>();

  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  /** Whether nothing is wrong with a restream, and nothing is there twice. */
  add({ uri = "", stream_id: streamId, name, latency_unit: unit }: Item): boolean {
    const address = addressOf(uri, unit);
    if (address === undefined || streamId === undefined) return false;
    if (name !== undefined && !isNew(this.#names, `${streamId} ${name}`)) return false;
    const isSecure = uri.startsWith("rtmps:");
    const before = this.#isSecure.get(streamId) ?? isSecure;
    this.#isSecure.set(streamId, isSecure);
    return isSecure === before && isNew(this.#addresses, address);
  }
}

function isNew(known: Set<string>, it: string): boolean {
  const { size } = known;
  return known.add(it).size > size;
}

/** What tells a target apart, if nothing is wrong with its URI. */
function addressOf(uri: string, unit: string | undefined): string | undefined {
  if (!uri.startsWith("srt:")) return RTMP.test(uri) ? uri.replace(":1935/", "/") : undefined;
  const [, server = "", port = "", latency, streamid = ""] = SRT.exec(uri) ?? [];
  const second = SECONDS[unit ?? ""];
  if (second === undefined || Number(port) > 65_535) return undefined;
  const seconds = Number(latency) / second;
  return seconds >= 1 && seconds <= 5 ? `${server}${port}${streamid}` : undefined;
}
