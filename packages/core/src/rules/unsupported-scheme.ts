import { didYouMean } from "../did-you-mean.ts";
import { suggestion } from "../fix.ts";
import { platformsAt } from "../gcore/platforms.ts";
import type { Rule } from "../rule.ts";
import { isWatchPage } from "../uri/watch-page.ts";
import { PROTOCOLS } from "../uri/uri.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const unsupportedScheme: Rule = {
  id: "unsupported-scheme",
  group: "uri",
  severity: "error",
  offers: "suggestions",
  docs: {
    summary: "A target's scheme must be `rtmp`, `rtmps` or `srt`",
    rationale:
      "Gcore pushes RTMP, RTMPS and SRT, and the API refuses every other scheme.\n\n" +
      "An `https` address is mostly the one to watch at: a page, or a playlist (`.m3u8`, `.mpd`). " +
      "Platforms show the address to push to, the server URL and the stream key, in their live settings.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtpm://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: https://www.youtube.com/watch?v=jfKfPfyJRdk\n",
      "restreams:\n  - stream_id: 20\n    uri: rtsp://ingest.studio-b.net/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: ${SCHEME}://ingest.studio-b.net/live/${KEY}\n",
    ],
    sources: [
      "Gcore, API reference of `uri`: supported protocols are rtmp, rtmps, srt; any other is answered with 422.",
      "arut/nginx-rtmp-module#1240: `rtpm://` as people write it.",
      "inferred: no platform takes a pushed stream at the addresses of its watch pages and playlists.",
    ],
  },

  *check({ restreams }) {
    for (const { uri: field } of restreams) {
      const { fault, scheme, authority, path } = field?.uri ?? {};
      if (!field || fault !== "unsupported-scheme" || !scheme || !authority || !path) continue;

      const name = scheme.text.toLowerCase();
      const host = authority.host.text;
      const [platform] = platformsAt(host);
      const isWeb = name === "http" || name === "https";
      if (isWeb && isWatchPage(host, path.text)) {
        yield {
          message:
            "This is where people watch, not where to push: take server URL and stream key from the live settings",
          ...placeOf(field, { start: authority.hostAndPort.start, end: path.range.end }),
        };
        continue;
      }
      const meant =
        RTMP_VARIANTS.get(name) ?? (OTHERS.has(name) ? undefined : didYouMean(name, PROTOCOLS));
      const found = meant || OTHERS.has(name) ? `, not "${name}"` : "";
      const where = isWeb && platform ? ` to ${platform.name}'s ingest` : "";
      yield {
        message: `Gcore pushes rtmp, rtmps or srt${where}${found}: the API refuses this address`,
        ...placeOf(field, scheme.range),
        fixes: meant
          ? [suggestion(`Change the scheme to "${meant}"`, replaceIn(field, scheme.range, meant))]
          : [],
      };
    }
  },
};

/** RTMP through HTTP, or with Adobe's encryption: servers that take them take the plain form too. */
const RTMP_VARIANTS: ReadonlyMap<string, string> = new Map([
  ["rtmpt", "rtmp"],
  ["rtmpe", "rtmp"],
  ["rtmpte", "rtmp"],
  ["rtmpts", "rtmps"],
]);

/** Schemes that mean something else, however near their letters come. */
const OTHERS: ReadonlySet<string> = new Set(
  "http https rtsp rtsps rtp srtp rtmfp rist udp tcp tls quic ws wss ftp ftps sftp file mms mmsh mmst hls dash whip whep webrtc ndi zixi icecast".split(
    " ",
  ),
);
