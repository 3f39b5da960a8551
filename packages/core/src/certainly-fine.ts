/** More than an ordinary text has: the parsers refuse a text by its lines too. */
const MAX_LENGTH = 32 * 1024 * 1024;

const HEAD = /(?:#[\x20-\x7e\xa1-\u1fff]*\n|\n)*restreams:\n/y;
/** A line that says nothing. */
const SILENT = / *(?:#[\x20-\x7e\xa1-\u1fff]*)?\n/y;
const FIELD = /( *)(- )?([a-z_]+): ([^\n]*)\n/y;

/** Texts that can only be names, in quotes and without. */
const NAME = /^(?:"[A-Za-z0-9 ._-]*[A-Za-z0-9]"|[A-Za-z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*)$/;
const NO_TEXT = /^(?:true|false|null)$/i;
const NUMBER = /^[1-9][0-9]{0,8}$/;

const VARIABLE = String.raw`\$\{[A-Z][A-Z0-9_]*\}`;
/** Of nobody that a table knows, and no word that guides write in the place of one. */
const UNKNOWN_HOST = String.raw`(?![^/:]*(?:example|your|test|invalid|local|host|server|domain|addr|xx|ip\b|youtu|facebook|twitch|live-video|kick|instagram|tiktok|azure|linkedin|pscp|twitter|x\.com|vimeo|restream|cloudflare|videodelivery|mux|trovo|castr|millicast|dolby|rmbl|rumble|telegram|t\.me|gvideo|gcore|dailymotion|watch))(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,9}`;
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

/**
 * Answers the target addresses of a text that linting has certainly nothing to say of, so that it need not be parsed;
 * undefined wherever that takes more than a look. It knows ordinary block YAML, as people and programs write it, with
 * every secret in a variable. For settings that say nothing.
 */
export function certainlyFine(text: string): readonly string[] | undefined {
  if (text.length > MAX_LENGTH || text.includes("restream-lint")) return undefined;
  HEAD.lastIndex = 0;
  if (!HEAD.test(text)) return undefined;
  const seen = new Seen();
  let at = HEAD.lastIndex;
  let indent: number | undefined;
  let item: Item | undefined;
  while (at < text.length) {
    FIELD.lastIndex = at;
    const match = FIELD.exec(text);
    if (!match) {
      SILENT.lastIndex = at;
      if (!SILENT.test(text)) return undefined;
      at = SILENT.lastIndex;
      continue;
    }
    at = FIELD.lastIndex;
    const [, blanks = "", dash, key = "", value = ""] = match;
    if (dash !== undefined) {
      if (item && !seen.add(item)) return undefined;
      indent ??= blanks.length;
      if (blanks.length !== indent) return undefined;
      item = {};
    } else if (indent === undefined || blanks.length !== indent + 2) return undefined;
    if (!item || item[key] !== undefined || !isPlain(key, value)) return undefined;
    item[key] = value;
  }
  return item && seen.add(item) ? seen.addresses : undefined;
}

/** The fields of one restream, as written. */
type Item = Record<string, string>;

function isPlain(key: string, value: string): boolean {
  switch (key) {
    case "name":
      return NAME.test(value) && !NO_TEXT.test(value);
    case "stream_id":
    case "client_user_id":
      return NUMBER.test(value);
    case "active":
      return value === "true" || value === "false";
    case "latency_unit":
      return Object.hasOwn(SECONDS, value);
    case "uri":
      return true;
    default:
      return false;
  }
}

/** What restreams must not have in common. */
class Seen {
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
    if (name !== undefined && !isNew(this.#names, `${streamId} ${name.replaceAll('"', "")}`))
      return false;
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
