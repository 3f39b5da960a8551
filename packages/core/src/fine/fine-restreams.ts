/** The fields of one restream or stream, as text. */
export type Item = Readonly<Record<string, string>>;

const NUMBER = /^[1-9][0-9]{0,8}$/;

const VARIABLE = String.raw`\$\{[A-Z][A-Z0-9_]*(?::?\?[A-Za-z0-9 ._-]*)?\}`;
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

/** How many of a unit are a second. */
const SECONDS: Readonly<Record<string, number>> = { us: 1_000_000, ms: 1000, s: 1 };

/** The latencies that are right, in seconds, by the network; the last where it is not said. */
const RANGES: Readonly<Record<string, readonly [number, number]>> = {
  "cross-region": [1, 2],
  "public-internet": [2, 5],
  "": [1, 5],
};

/** Whether nothing can be wrong with a value of a restream by itself; of a name, that is for its notation to say. */
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
    case "network":
      return value !== "" && Object.hasOwn(RANGES, value);
    case "uri":
      return value.length <= LONGEST_URI;
    default:
      return false;
  }
}

/** What every target takes that this lane knows, and Gcore by RTMP. */
const LIMITS: Readonly<Record<string, number>> = {
  video_bitrate: 5000,
  audio_bitrate: 256,
  keyframe_interval: 4,
  frame_rate: 60,
  width: 1920,
  height: 1080,
};

/** Whether nothing can be wrong with a value of a stream, whatever its targets are. */
export function isPlainOfStream(key: string, value: string): boolean {
  switch (key) {
    case "id":
      return NUMBER.test(value);
    case "protocol":
      return Object.hasOwn(REACHES, value);
    case "video_codec":
      return value === "h264";
    case "audio_codec":
      return value === "aac";
    default:
      return (
        Object.hasOwn(LIMITS, key) && NUMBER.test(value) && Number(value) <= (LIMITS[key] ?? 0)
      );
  }
}

/** The schemes of the targets that a source reaches. */
const REACHES: Readonly<Record<string, readonly string[]>> = {
  rtmp: ["rtmp", "srt"],
  rtmps: ["rtmps"],
  srt: ["rtmp", "srt"],
};

/** A regular expression would take its time with longer ones. */
const LONGEST_URI = 1000;

/** What restreams must not have in common, and must have in common with their streams. */
export class Seen {
  /** The protocol of each stream that is declared; empty where it is not said. */
  readonly #declared = new Map<string, string>();
  readonly #addresses = new Set<string>();
  readonly #names = new Set<string>();
  /** Whether a stream's targets take RTMPS: no source reaches both kinds. */
  readonly #isSecure = new Map<string, boolean>();

  get addresses(): readonly string[] {
    return [...this.#addresses];
  }

  /** Whether nothing is wrong with a stream; before the restreams. */
  declare({ id, protocol = "" }: Item): boolean {
    if (id === undefined || this.#declared.has(id)) return false;
    this.#declared.set(id, protocol);
    return true;
  }

  /** Whether nothing is wrong with a restream, and nothing is there twice. */
  add({ uri = "", stream_id: streamId, name, ...latency }: Item): boolean {
    const address = addressOf(uri, latency);
    if (address === undefined || streamId === undefined) return false;
    if (name !== undefined && !isNew(this.#names, `${streamId} ${name}`)) return false;
    if (this.#declared.size > 0 && !this.#isReached(streamId, uri)) return false;
    const isSecure = uri.startsWith("rtmps:");
    const before = this.#isSecure.get(streamId) ?? isSecure;
    this.#isSecure.set(streamId, isSecure);
    return isSecure === before && isNew(this.#addresses, address);
  }

  #isReached(streamId: string, uri: string): boolean {
    const protocol = this.#declared.get(streamId);
    if (protocol === undefined) return false;
    const [scheme = ""] = uri.split(":", 1);
    return protocol === "" || REACHES[protocol]?.includes(scheme) === true;
  }
}

function isNew(known: Set<string>, it: string): boolean {
  const { size } = known;
  return known.add(it).size > size;
}

/** What tells a target apart, if nothing is wrong with its URI. */
function addressOf(
  uri: string,
  { latency_unit: unit = "", network = "" }: Item,
): string | undefined {
  if (!uri.startsWith("srt:")) return RTMP.test(uri) ? uri.replace(":1935/", "/") : undefined;
  const [, server = "", port = "", latency, streamid = ""] = SRT.exec(uri) ?? [];
  const [min, max] = RANGES[network] ?? [];
  const seconds = Number(latency) / (SECONDS[unit] ?? Number.NaN);
  const isFine = min !== undefined && min <= seconds && max !== undefined && seconds <= max;
  return isFine && Number(port) <= 65_535 ? `${server}${port}${streamid}` : undefined;
}
