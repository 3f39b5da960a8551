/** A place that many people push to, and that documents how. */
export interface Platform {
  readonly name: string;
  /** Hosts that take a pushed stream: exact, or `*.` and any labels before the rest. Lower case. */
  readonly hosts: readonly string[];
  /** Tells the platform by its stream keys where it shares hosts with another. */
  readonly keyPrefix?: string;
  /** Where the hosts come from. */
  readonly source: string;
}

/**
 * Known platforms, read 2026-11. More is known of some than their hosts: schemes, apps and limits will join them here.
 * "OBS" is obsproject/obs-studio `plugins/rtmp-services`, package version 286.
 */
export const PLATFORMS: readonly Platform[] = [
  {
    name: "YouTube",
    hosts: ["*.rtmp.youtube.com", "*.rtmps.youtube.com"],
    source: "https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion; OBS",
  },
  {
    name: "Facebook",
    hosts: ["live-api-s.facebook.com", "rtmp-api.facebook.com"],
    source: "https://developers.facebook.com/docs/live-video-api/reference; OBS",
  },
  {
    name: "Twitch",
    hosts: ["*.twitch.tv", "ingest.global-contribute.live-video.net"],
    source: "https://dev.twitch.tv/docs/video-broadcast; OBS",
  },
  {
    name: "Twitch",
    hosts: ["*.contribute.live-video.net"],
    keyPrefix: "live_",
    source: "OBS",
  },
  {
    name: "Amazon IVS",
    hosts: ["*.contribute.live-video.net"],
    keyPrefix: "sk_",
    source: "OBS",
  },
  {
    // Kick runs on IVS, and its hosts and keys look the same.
    name: "Amazon IVS or Kick",
    hosts: ["*.global-contribute.live-video.net"],
    source:
      "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html; datarhei/restreamer-ui",
  },
  {
    name: "Instagram",
    hosts: ["live-upload.instagram.com"],
    source: "integrators' guides: Instagram documents none",
  },
  {
    name: "TikTok",
    hosts: ["*.tiktokcdn.com", "rtmp-push.tiktok.com"],
    source: "addresses in DDVTECH/mistserver#46; xtreamcast's guide",
  },
  {
    name: "LinkedIn",
    hosts: ["*.channel.media.azure.net"],
    source: "datarhei/restreamer-ui; SyncWords's guide",
  },
  {
    name: "X",
    hosts: ["*.pscp.tv"],
    source: "https://help.x.com/en/using-x/live-studio; OBS",
  },
  {
    name: "Vimeo",
    hosts: ["*.cloud.vimeo.com"],
    source: "Vimeo's help pages; OBS",
  },
  { name: "Restream.io", hosts: ["*.restream.io"], source: "OBS" },
  {
    name: "Cloudflare Stream",
    hosts: ["live.cloudflare.com"],
    source: "https://developers.cloudflare.com/stream/stream-live/start-stream-live/",
  },
  { name: "Mux", hosts: ["global-live.mux.com"], source: "Mux's documentation; OBS" },
  { name: "Trovo", hosts: ["livepush.trovo.live"], source: "OBS" },
  { name: "Castr", hosts: ["*.castr.io"], source: "OBS" },
  { name: "Dolby OptiView", hosts: ["*.millicast.com"], source: "OBS" },
  { name: "Rumble", hosts: ["*.rmbl.ws"], source: "integrators' guides: Rumble documents none" },
  {
    name: "Telegram",
    hosts: ["*.rtmp.t.me"],
    source: "an example in AlexxIT/go2rtc; Telegram shows the address of each chat in its app",
  },
  {
    name: "Gcore",
    hosts: ["*.gvideo.co"],
    source: "https://gcore.com/docs/streaming/live-streaming/protocols/rtmp",
  },
];

/** All platforms that take streams at a host: two where they share it, none for most hosts. */
export function platformsAt(host: string): readonly Platform[] {
  const name = host.toLowerCase().replace(/\.$/, "");
  const exact = BY_HOST.get(name);
  if (exact || name.length > LONGEST_NAME) return exact ?? [];
  for (let dot = name.indexOf("."); dot !== -1; dot = name.indexOf(".", dot + 1)) {
    const platforms = BY_HOST.get(`*${name.slice(dot)}`);
    if (platforms) return platforms;
  }
  return [];
}

/** The platform that a host belongs to; on a shared host, the one whose stream keys begin like this one. */
export function platformOf(host: string, streamKey = ""): Platform | undefined {
  return platformsAt(host).find(({ keyPrefix = "" }) => streamKey.startsWith(keyPrefix));
}

/** Of a DNS name. */
const LONGEST_NAME = 253;

const BY_HOST: ReadonlyMap<string, readonly Platform[]> = byHost();

function byHost(): Map<string, Platform[]> {
  const platforms = new Map<string, Platform[]>();
  for (const platform of PLATFORMS) {
    for (const host of platform.hosts) {
      platforms.set(host, [...(platforms.get(host) ?? []), platform]);
    }
  }
  return platforms;
}
