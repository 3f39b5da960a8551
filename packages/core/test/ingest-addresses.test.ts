import { lint, parseDocument } from "@restream-lint/core";
import { describe, expect, test } from "vitest";

// Precision: what people really push to must pass. Every key is invented. Infos are left out: a literal key is one,
// and so is a latency without a unit. A warning stands here only where a person who knows the server would say it too.

/** Places whose addresses are documented, or seen in the documentation of tools that push to them. */
const PLATFORMS = {
  YouTube: {
    "rtmp://a.rtmp.youtube.com/live2/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    "rtmp://b.rtmp.youtube.com/live2?backup=1/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    "rtmp://a.rtmp.youtube.com:1935/live2/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    "rtmps://a.rtmps.youtube.com/live2/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    "rtmps://a.rtmps.youtube.com:443/live2/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    "rtmps://b.rtmps.youtube.com:443/live2?backup=1/q7wz-k3pm-8xtd-v2rn-5bjc": [],
    // As Restreamer writes it: YouTube takes RTMPS at other hosts.
    "rtmps://a.rtmp.youtube.com/live2/q7wz-k3pm-8xtd-v2rn-5bjc": ["wrong-ingest"],
  },
  Facebook: {
    "rtmps://live-api-s.facebook.com:443/rtmp/FB-10223344556677889-0-AbzQ7wKx31PdLm0r": [],
    "rtmps://rtmp-api.facebook.com:443/rtmp/FB-10223344556677889-0-AbzQ7wKx31PdLm0r": [],
    "rtmps://live-api-s.facebook.com:443/rtmp/249915010556846?s_bl=1&s_psm=1&s_sw=0&s_vt=api-s&a=AbyLw9Q2kfT0":
      [],
    // As Teyuto's guide writes it: Facebook takes RTMPS only.
    "rtmp://live-api-s.facebook.com:80/rtmp/FB-10223344556677889-0-AbzQ7wKx31PdLm0r": [
      "rtmps-required",
    ],
  },
  Twitch: {
    "rtmp://live.twitch.tv/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA": [],
    "rtmp://live-fra.twitch.tv/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA": [],
    "rtmp://live-sfo.twitch.tv/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA?bandwidthtest=true":
      [],
    "rtmp://fra05.contribute.live-video.net/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA": [],
    "rtmp://ingest.global-contribute.live-video.net/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA":
      [],
    "rtmps://ingest.global-contribute.live-video.net:443/app/live_482913377_kQ0zVtRj8sMfWpLx2NcYbD6hGuE1oA":
      [],
  },
  Kick: {
    "rtmps://fa723fc1b171.global-contribute.live-video.net/app/sk_us-west-2_Qw8ErTz5UiOp_aSdFgHjKlYx":
      [],
    "rtmps://fa723fc1b171.global-contribute.live-video.net:443/app/sk_us-west-2_Qw8ErTz5UiOp_aSdFgHjKlYx":
      [],
  },
  "Amazon IVS": {
    "rtmps://a1b2c3d4e5f6.global-contribute.live-video.net:443/app/sk_eu-west-1_Qw8ErTz5UiOp_aSdFgHjKlYx":
      [],
    "rtmps://fra05.contribute.live-video.net:443/app/sk_eu-central-1_Qw8ErTz5UiOp_aSdFgHjKlYx": [],
    "srt://a1b2c3d4e5f6.srt.live-video.net:9000?streamid=sk_eu-west-1_Qw8ErTz5UiOp&passphrase=r7Qm2xVt9Lk4Wz1Y&mode=caller&latency=2000":
      [],
    // Refused, unless the channel allows insecure ingest.
    "rtmp://fra05.contribute.live-video.net/app/sk_eu-central-1_Qw8ErTz5UiOp_aSdFgHjKlYx": [
      "rtmps-required",
    ],
  },
  Instagram: {
    "rtmps://live-upload.instagram.com:443/rtmp/17912345678901234?s_bl=1&s_fbp=fra5-1&s_prp=fra3-2&s_sw=0&s_tids=1&s_vt=ig&a=Abw7QzT1mLk2":
      [],
  },
  TikTok: {
    "rtmps://push-rtmp-f5-va01.tiktokcdn.com:443/game/stream-7123456789012345678?expire=1735689600&sign=0f9e8d7c6b5a":
      [],
    "rtmp://push-rtmp-l1-mus.tiktokcdn.com/game/stream-7123456789012345678?expire=1735689600&sign=0f9e8d7c6b5a":
      [],
    "rtmps://rtmp-push.tiktok.com/live/7Qw9ErTz": [],
  },
  LinkedIn: {
    "rtmp://1a2b3c4d5e6f.channel.media.azure.net:1935/live/1a2b3c4d5e6f7a8b/q7wzk3pm": [],
    "rtmps://1a2b3c4d5e6f.channel.media.azure.net:2935/live/1a2b3c4d5e6f7a8b/q7wzk3pm": [],
  },
  X: {
    "rtmp://de.pscp.tv:80/x/q7wzk3pm8xtd": [],
    "rtmps://de.pscp.tv:443/x/q7wzk3pm8xtd": [],
    "rtmp://va.pscp.tv:80/x/q7wzk3pm8xtd": [],
  },
  Vimeo: {
    "rtmp://rtmp.cloud.vimeo.com/live/8b1f3a52-6c7d-4e90-9a12-3b4c5d6e7f80": [],
    "rtmps://rtmp-global.cloud.vimeo.com:443/live/8b1f3a52-6c7d-4e90-9a12-3b4c5d6e7f80": [],
    "srt://srt-global.cloud.vimeo.com:5000?mode=caller&latency=2000&streamid=8b1f3a526c7d": [],
  },
  "Restream.io": {
    "rtmp://live.restream.io/live/re_4829133_7f3a9c21b5d8": [],
    "rtmp://frankfurt.restream.io/live/re_4829133_7f3a9c21b5d8": [],
    "rtmps://live.restream.io:443/live/re_4829133_7f3a9c21b5d8": [],
  },
  "Cloudflare Stream": {
    "rtmps://live.cloudflare.com:443/live/MTQ0MTcjM3MjI1NDE3ODIyNTI1MjYyMjE4NTI2ODI1NDcxMzUyMzcf256e6ea9351":
      [],
    "srt://live.cloudflare.com:778?passphrase=2fb3cb9f17e68a2568d6ebed8d5505ea&streamid=f256e6ea9341d51eea64c9454659e576&mode=caller&latency=2000000":
      [],
    // As the dashboard gives it: Gcore asks for the latency and the mode besides.
    "srt://live.cloudflare.com:778?passphrase=2fb3cb9f17e68a2568d6ebed8d5505ea&streamid=f256e6ea9341d51eea64c9454659e576":
      ["srt-missing-latency", "srt-missing-mode"],
  },
  Mux: {
    "rtmp://global-live.mux.com:5222/app/8f3a1b52-6c7d-4e90-9a12-3b4c5d6e7f80": [],
    "rtmps://global-live.mux.com:443/app/8f3a1b52-6c7d-4e90-9a12-3b4c5d6e7f80": [],
    "srt://global-live.mux.com:6001?streamid=8f3a1b526c7d4e90&passphrase=r7Qm2xVt9Lk4Wz1Y&mode=caller&pbkeylen=16&latency=2000":
      [],
  },
  "Other services": {
    "rtmp://livepush.trovo.live/live/73846_u_1029384756_u_cm9vbQ": [],
    "rtmp://eu.castr.io/static/live_7f3a9c21b5d8?password=4e90a12b": [],
    "rtmps://rtmp-auto.millicast.com:443/v2/pub/studio?token=3bc330607a15a0ecebebd8c9ee2a559f": [],
    "rtmp://rtmp-auto.millicast.com:1935/v2/pub/studio?token=3bc330607a15a0ecebebd8c9ee2a559f": [],
    "rtmp://live.rmbl.ws/slot-42/r-7f3a9c-21b5-d8e9-0a12b3": [],
    "rtmps://dc4-1.rtmp.t.me/s/1829304756:Qw8ErTz5UiOpaSdFgHjKl": [],
    "rtmp://publish.dailymotion.com/publish-dm/x8f3a1b?auth=q7Wz": [],
    "rtmp://ingest.luzento.com/live/q7wzk3pm8xtd": [],
    "rtmp://msk.goodgame.ru:1940/live/q7wzk3pm8xtd": [],
    "rtmp://1_gdrt137u.p.kpublish.kaltura.com:1935/kLive/1_gdrt137u_1?t=b9106yth4": [],
    "rtmp://live-push.bilivideo.com/live-bvc/?streamname=live_48291337_10293847&key=7f3a9c21b5d8e90a&schedule=rtmp&pflag=1":
      [],
    "rtmp://vp-push-ed1.gvideo.co/in/12345?aaabbbcccddd": [],
    "rtmps://vp-push-ed1.gvideo.co:443/in/12345?aaabbbcccddd": [],
    "rtmp://vp-push-anx2.gvideo.co/in/12345b?aaabbbcccddd": [],
  },
};

/** Servers that people run themselves, at hosts that nobody can know. */
const SERVERS = {
  MediaMTX: {
    "rtmp://mtx.studio-b.net:1935/feeds/main?user=push&pass=q7Wzk3Pm": [],
    "rtmps://mtx.studio-b.net:1936/feeds/main": [],
    "srt://mtx.studio-b.net:8890?streamid=publish:main:push:q7Wzk3Pm&pkt_size=1316&mode=caller&latency=2000":
      [],
    // A path of one segment is right there, and nearly nowhere else.
    "rtmp://mtx.studio-b.net/main": ["missing-stream-key"],
  },
  SRS: {
    "rtmp://srs.studio-b.net/live/livestream": [],
    "rtmp://srs.studio-b.net/live/livestream?secret=7f3a9c21b5d8": [],
    "srt://srs.studio-b.net:10080?streamid=%23!::r=live/livestream,m=publish&mode=caller&latency=2000":
      [],
    // As its guide writes it; VLC and others would cut it there.
    "srt://srs.studio-b.net:10080?streamid=#!::r=live/livestream,m=publish&mode=caller&latency=2000":
      ["srt-unescaped-hash"],
  },
  "nginx-rtmp": {
    "rtmp://push.studio-b.net/live/test": [],
    "rtmp://push.studio-b.net:1936/hls/show?psk=q7Wzk3Pm": [],
    "rtmp://203.0.114.20/live/stream1": [],
    "rtmp://[2a00:1450:4001:80f::200e]/live/stream1": [],
  },
  Wowza: {
    "rtmp://wowza.studio-b.net:1935/live/myStream": [],
    "rtmp://wowza.studio-b.net:1935/live/_definst_/myStream": [],
    "rtmps://1a2b3c4d5e6f.entrypoint.cloud.wowza.com:443/app-q7Wz31Pm/8f3a1b52": [],
    "srt://wowza.studio-b.net:9710?streamid=myStream&mode=caller&latency=2000&passphrase=r7Qm2xVt9Lk4Wz1Y&pbkeylen=16":
      [],
  },
  "Ant Media": {
    "rtmp://ams.studio-b.net/LiveApp/stream1": [],
    "rtmp://ams.studio-b.net/WebRTCAppEE/stream1?token=7f3a9c21b5d8": [],
    "srt://ams.studio-b.net:4200?streamid=LiveApp/stream1&mode=caller&latency=2000": [],
    "srt://ams.studio-b.net:4200?streamid=WebRTCAppEE/stream1,token:7f3a9c21b5d8&mode=caller&latency=2000000":
      [],
  },
  OvenMediaEngine: {
    "rtmp://ome.studio-b.net:1935/app/stream?policy=eyJ1cmxfZXhwaXJlIjoxfQ&signature=7f3a9c21b5d8":
      [],
    "srt://ome.studio-b.net:9999?streamid=default/app/stream&mode=caller&latency=1500000": [],
    "srt://ome.studio-b.net:9999?streamid=srt%3A%2F%2Fome.studio-b.net%3A9999%2Fapp%2Fstream&mode=caller&latency=1500000":
      [],
  },
  "Red5 and Owncast": {
    "rtmp://red5.studio-b.net:1935/live/stream1": [],
    "srt://red5.studio-b.net:8001?streamid=live/stream1&mode=caller&latency=2000": [],
    "rtmp://owncast.studio-b.net:1935/live/abc123": [],
    "rtmps://owncast.studio-b.net:1936/live/q7Wz-k3Pm@8xTd": [],
  },
  Restreamer: {
    "rtmp://restreamer.studio-b.net:1935/live/external.stream?token=7f3a9c21b5d8": [],
    "srt://restreamer.studio-b.net:6000?mode=caller&transtype=live&latency=2000000&streamid=8f3a1b52,mode:publish,token:7f3a9c21":
      [],
  },
  "vMix, Nimble, others": {
    "srt://vmix.studio-b.net:10000?mode=caller&latency=2000": [],
    "srt://vmix.studio-b.net:10000?mode=caller&latency=2000&passphrase=r7Qm2xVt9Lk4Wz1Y&pbkeylen=32":
      [],
    "rtmp://nimble.studio-b.net:1935/live/stream1?login=push&password=q7Wzk3Pm": [],
    "srt://nimble.studio-b.net:4444?mode=caller&latency=2000&maxbw=0": [],
    "srt://sls.studio-b.net:8080?streamid=uplive.studio-b.net/live/test&mode=caller&latency=2000":
      [],
    "srt://bintu-srt.nanocosmos.de:5000?streamid=push:q7Wz3-k3Pm8&mode=caller&latency=2000": [],
    "srt://zixi.studio-b.net:2088?mode=caller&latency=1500&tlpktdrop=1&fc=25600": [],
    "srt://haivision.studio-b.net:5000?mode=caller&latency=2500000&pkt_size=1316&send_buffer_size=2500000":
      [],
  },
};

/** What Gcore's own pages show, judged as Gcore's engineers would want it. */
const GCORE_EXAMPLES = {
  "Gcore's own pages": {
    // The app is YouTube's old one: a slip of the API reference.
    "rtmp://a.rtmp.youtube.com/live/k17a-13s8": ["wrong-ingest"],
    "rtmp://a.rtmp.youtube.com/live2/ab123-cde4-f56g-hi78-90j": [],
    // The latency that the same page asks for is not there, and its host is an example's.
    "srt://example.com:1234?mode=caller": ["placeholder-host", "srt-missing-latency"],
    // SRT refuses a passphrase of six characters.
    "srt://target.example.com:5001?streamid=1&mode=caller&latency=2500000&passphrase=secret": [
      "placeholder-host",
      "error: srt-passphrase-length",
    ],
    // Into Gcore's ingest.
    "srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000&streamid=12345#aaabbbcccddd": [
      "srt-missing-mode",
    ],
    "srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2500000&streamid=123#abc719": [],
    "srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000000&streamid=123b#abc719": [],
    "srt://vp-push-ed1-srt.gvideo.co:5001?streamid=3739776%23c92abc&mode=caller&latency=1500000":
      [],
    // What its guide to primary and backup warns of: 3 s without data end a stream.
    "srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=3500&streamid=123#abc719": [
      "gcore-ingest-latency",
    ],
    "rtmp://vp-push-ed1.gvideo.co/in/123b?08cd54f0": [],
  },
};

type Addresses = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

describe.each(Object.entries<Addresses>({ PLATFORMS, SERVERS, GCORE_EXAMPLES }))(
  "%s",
  (_, addresses) => {
    describe.each(Object.entries(addresses))("%s", (_name, expected) => {
      test.each(Object.entries(expected))("%s", (uri, findings) => {
        expect(findingsOf(uri).toSorted()).toEqual(findings.toSorted());
      });
    });
  },
);

test("are sixty and more", () => {
  const all = [PLATFORMS, SERVERS, GCORE_EXAMPLES].flatMap((it: Addresses) =>
    Object.values(it).flatMap((addresses) => Object.keys(addresses)),
  );
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBeGreaterThan(90);
});

/** What is said of a restream to an address: `rule` for a warning, `error: rule` for an error. */
function findingsOf(uri: string): string[] {
  const text = JSON.stringify({ stream_id: 20, uri });
  return lint(parseDocument(text, { language: "json" }))
    .filter(({ severity }) => severity !== "info")
    .map(({ rule, severity }) => (severity === "error" ? `error: ${rule}` : rule));
}
