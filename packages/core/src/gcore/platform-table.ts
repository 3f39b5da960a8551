import { RESTREAM_GUIDE } from "./restream-guide.ts";
import type { Fact, Platform, Reference } from "./target-facts.ts";

const OBS = third("OBS", "obsproject/obs-studio, plugins/rtmp-services, package version 286");
const RESTREAMER = third("Restreamer", "datarhei/restreamer-ui, src/views/Publication/Services");
const INTEGRATORS = third("integrators", "guides of integrators: the platform documents nothing");
const GCORE_GUIDE = third("Gcore's restream guide", RESTREAM_GUIDE.page);

const SEEN = third(
  "addresses in the wild",
  "DDVTECH/mistserver#46 and xtreamcast's guide (TikTok); AlexxIT/go2rtc (Telegram)",
);

const YOUTUBE = own("YouTube", "https://support.google.com/youtube/answer/2853702");
const YOUTUBE_API = own(
  "YouTube",
  "https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion",
);
const FACEBOOK = own("Facebook", "https://developers.facebook.com/docs/live-video-api/reference");
const TWITCH = own("Twitch", "https://dev.twitch.tv/docs/video-broadcast");
const IVS = own(
  "Amazon IVS",
  "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html",
);
const IVS_NETWORK = own(
  "Amazon IVS",
  "https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/low-latency-network-requirements.html",
);
const X = own("X", "https://help.x.com/en/using-x/live-studio");
const VIMEO = own("Vimeo", "https://help.vimeo.com/hc/en-us/articles/35052933757073");
const CLOUDFLARE = own(
  "Cloudflare Stream",
  "https://developers.cloudflare.com/stream/stream-live/start-stream-live/",
);
const MUX = own("Mux", "https://www.mux.com/docs/guides/configure-broadcast-software");
const DOLBY = own("Dolby OptiView", "https://optiview.dolby.com/docs/millicast/broadcast/");
const GCORE_RTMP = own("Gcore", "https://gcore.com/docs/streaming/live-streaming/protocols/rtmp");
const GCORE_SRT = own("Gcore", "https://gcore.com/docs/streaming/live-streaming/protocols/srt");

/**
 * Places that many people push to, as their pages said in 2026-11. What is not there is not known. That an integrator offers RTMPS alone is no proof
 * that a platform refuses RTMP: Restreamer does so for YouTube and X, which take both.
 */
export const PLATFORMS: readonly Platform[] = [
  {
    name: "YouTube",
    hosts: ["*.rtmp.youtube.com", "*.rtmps.youtube.com"],
    source: YOUTUBE_API,
    sites: ["youtube.com", "youtu.be", "studio.youtube.com"],
    servers: ["rtmp://a.rtmp.youtube.com/live2", "rtmps://a.rtmps.youtube.com/live2"],
    hostEnds: { rtmp: ".rtmp.youtube.com", rtmps: ".rtmps.youtube.com" },
    schemes: fact(YOUTUBE_API, ["rtmp", "rtmps"]),
    apps: fact(YOUTUBE_API, ["live2"]),
    maxVideoBitrate: fact(OBS, 51_000),
    maxFrameRate: fact(YOUTUBE, 60),
    maxWidth: fact(YOUTUBE, 3840),
    maxHeight: fact(YOUTUBE, 2160),
    maxKeyframeInterval: fact(YOUTUBE, 4),
  },
  {
    name: "Facebook",
    // OBS lists the second; a pull request of 2018 there says that it was removed. Nothing is held against it.
    hosts: ["live-api-s.facebook.com", "rtmp-api.facebook.com"],
    source: FACEBOOK,
    sites: ["facebook.com", "fb.watch"],
    servers: ["rtmps://live-api-s.facebook.com/rtmp"],
    schemes: fact(FACEBOOK, ["rtmps"]),
    apps: fact(FACEBOOK, ["rtmp"]),
    maxVideoBitrate: fact(FACEBOOK, 9000),
    maxAudioBitrate: fact(FACEBOOK, 256),
    maxFrameRate: fact(FACEBOOK, 60),
    maxWidth: fact(FACEBOOK, 1920),
    maxHeight: fact(FACEBOOK, 1080),
    maxKeyframeInterval: fact(FACEBOOK, 4),
  },
  {
    name: "Twitch",
    hosts: ["*.twitch.tv", "ingest.global-contribute.live-video.net"],
    source: TWITCH,
    sites: ["twitch.tv", "dashboard.twitch.tv"],
    servers: ["rtmp://live.twitch.tv/app", "rtmps://ingest.global-contribute.live-video.net/app"],
    ...twitchFacts(),
  },
  {
    name: "Twitch",
    hosts: ["*.contribute.live-video.net"],
    keyPrefix: "live_",
    source: TWITCH,
    ...twitchFacts(),
  },
  {
    name: "Amazon IVS",
    hosts: ["*.contribute.live-video.net"],
    keyPrefix: "sk_",
    source: OBS,
    ...ivsFacts(),
  },
  {
    name: "Kick",
    hosts: ["fa723fc1b171.global-contribute.live-video.net"],
    source: RESTREAMER,
    sites: ["kick.com"],
    servers: ["rtmps://fa723fc1b171.global-contribute.live-video.net/app"],
    schemes: fact(RESTREAMER, ["rtmps"]),
    apps: fact(RESTREAMER, ["app"]),
  },
  {
    // Kick runs on IVS, and its keys look the same.
    name: "Amazon IVS",
    hosts: ["*.global-contribute.live-video.net"],
    source: IVS,
    ...ivsFacts(),
  },
  {
    name: "Amazon IVS",
    hosts: ["*.srt.live-video.net"],
    source: IVS_NETWORK,
    schemes: fact(IVS_NETWORK, ["srt"]),
    ports: fact(IVS_NETWORK, { srt: [9000] }),
    maxVideoBitrate: fact(IVS, 8500),
  },
  {
    name: "Instagram",
    hosts: ["live-upload.instagram.com"],
    source: INTEGRATORS,
    sites: ["instagram.com"],
    servers: ["rtmps://live-upload.instagram.com/rtmp"],
    schemes: fact(INTEGRATORS, ["rtmps"]),
    apps: fact(INTEGRATORS, ["rtmp"]),
    maxVideoBitrate: fact(INTEGRATORS, 6000),
    maxAudioBitrate: fact(INTEGRATORS, 256),
    maxFrameRate: fact(INTEGRATORS, 60),
  },
  {
    name: "TikTok",
    hosts: ["*.tiktokcdn.com", "rtmp-push.tiktok.com"],
    source: SEEN,
    sites: ["tiktok.com"],
    ports: fact(SEEN, { rtmp: [1935, 443] }),
  },
  {
    name: "LinkedIn",
    hosts: ["*.channel.media.azure.net"],
    source: RESTREAMER,
    sites: ["linkedin.com"],
    schemes: fact(RESTREAMER, ["rtmp", "rtmps"]),
    apps: fact(RESTREAMER, ["live"]),
    ports: fact(RESTREAMER, { rtmp: [1935], rtmps: [2935, 2936] }),
    maxFrameRate: fact(third("SyncWords's guide", "SyncWords's guide to LinkedIn Live"), 30),
  },
  {
    name: "X",
    hosts: ["*.pscp.tv"],
    source: X,
    sites: ["x.com", "twitter.com"],
    servers: ["rtmp://de.pscp.tv:80/x", "rtmps://de.pscp.tv/x"],
    schemes: fact(X, ["rtmp", "rtmps"]),
    apps: fact(OBS, ["x"]),
    ports: fact(OBS, { rtmp: [80], rtmps: [443] }),
    maxVideoBitrate: fact(OBS, 12_000),
    maxFrameRate: fact(OBS, 60),
  },
  {
    name: "Vimeo",
    hosts: ["*.cloud.vimeo.com"],
    source: OBS,
    sites: ["vimeo.com"],
    servers: ["rtmp://rtmp-global.cloud.vimeo.com/live"],
    schemes: fact(VIMEO, ["rtmp", "rtmps", "srt"]),
    apps: fact(OBS, ["live"]),
    videoCodecs: fact(VIMEO, ["h264", "hevc"]),
    audioCodecs: fact(VIMEO, ["aac"]),
  },
  {
    name: "Restream.io",
    hosts: ["*.restream.io"],
    source: OBS,
    sites: ["restream.io", "app.restream.io", "studio.restream.io"],
    servers: ["rtmp://live.restream.io/live"],
    apps: fact(OBS, ["live"]),
  },
  {
    name: "Cloudflare Stream",
    hosts: ["live.cloudflare.com"],
    source: CLOUDFLARE,
    servers: ["rtmps://live.cloudflare.com/live", "srt://live.cloudflare.com:778"],
    schemes: fact(CLOUDFLARE, ["rtmps", "srt"]),
    apps: fact(CLOUDFLARE, ["live"]),
    ports: fact(CLOUDFLARE, { rtmps: [443], srt: [778] }),
    maxKeyframeInterval: fact(CLOUDFLARE, 10),
  },
  {
    name: "Mux",
    hosts: ["global-live.mux.com"],
    source: MUX,
    sites: ["mux.com", "dashboard.mux.com"],
    servers: [
      "rtmp://global-live.mux.com:5222/app",
      "rtmps://global-live.mux.com/app",
      "srt://global-live.mux.com:6001",
    ],
    schemes: fact(MUX, ["rtmp", "rtmps", "srt"]),
    apps: fact(MUX, ["app"]),
    ports: fact(MUX, { rtmp: [5222], rtmps: [443], srt: [6001] }),
    maxVideoBitrate: fact(OBS, 5000),
    maxAudioBitrate: fact(OBS, 160),
  },
  {
    name: "Trovo",
    hosts: ["livepush.trovo.live"],
    source: OBS,
    sites: ["trovo.live"],
    servers: ["rtmp://livepush.trovo.live/live"],
    schemes: fact(OBS, ["rtmp"]),
    apps: fact(OBS, ["live"]),
    maxVideoBitrate: fact(OBS, 9000),
    maxAudioBitrate: fact(OBS, 160),
  },
  {
    name: "Castr",
    hosts: ["*.castr.io"],
    source: OBS,
    sites: ["castr.io", "app.castr.io"],
    schemes: fact(OBS, ["rtmp"]),
    apps: fact(OBS, ["static"]),
  },
  {
    name: "Dolby OptiView",
    hosts: ["*.millicast.com"],
    source: DOLBY,
    sites: ["millicast.com", "dash.millicast.com"],
    servers: ["rtmp://rtmp-auto.millicast.com/v2/pub", "rtmps://rtmp-auto.millicast.com/v2/pub"],
    schemes: fact(DOLBY, ["rtmp", "rtmps", "srt"]),
    apps: fact(DOLBY, ["v2/pub"]),
    ports: fact(DOLBY, { rtmp: [1935], rtmps: [443], srt: [10_000] }),
    keyShape: "stream-name?token=token",
  },
  { name: "Rumble", hosts: ["*.rmbl.ws"], source: INTEGRATORS, sites: ["rumble.com"] },
  {
    name: "Telegram",
    hosts: ["*.rtmp.t.me"],
    source: SEEN,
    sites: ["t.me", "telegram.org"],
    schemes: fact(RESTREAMER, ["rtmps"]),
  },
  {
    name: "Gcore",
    hosts: ["*.gvideo.co"],
    source: GCORE_RTMP,
    servers: ["rtmp://vp-push-ed1.gvideo.co/in", "rtmps://vp-push-ed1.gvideo.co/in"],
    keyShape: "stream-id?push-token",
    schemes: fact(GCORE_SRT, ["rtmp", "rtmps", "srt"]),
    apps: fact(GCORE_RTMP, ["in"]),
    ports: fact(GCORE_SRT, { rtmp: [1935], rtmps: [443], srt: [5001] }),
  },
];

function twitchFacts(): Partial<Platform> {
  return {
    keyShape: "live_user_123456789",
    schemes: fact(TWITCH, ["rtmp", "rtmps"]),
    apps: fact(TWITCH, ["app"]),
    maxVideoBitrate: fact(GCORE_GUIDE, 6000),
    maxAudioBitrate: fact(OBS, 320),
  };
}

function ivsFacts(): Partial<Platform> {
  return {
    schemes: fact(IVS_NETWORK, ["rtmps", "srt"]),
    takesRtmpIf: "the channel allows insecure ingest",
    apps: fact(IVS, ["app"]),
    ports: fact(IVS_NETWORK, { rtmp: [1935], rtmps: [443] }),
    maxVideoBitrate: fact(IVS, 8500),
    maxWidth: fact(IVS, 1920),
    maxHeight: fact(IVS, 1080),
  };
}

function fact<T>(source: Reference, value: T): Fact<T> {
  return { value, source };
}

function own(by: string, page: string): Reference {
  return { by, page };
}

function third(by: string, page: string): Reference {
  return { by, page, isThirdParty: true };
}
