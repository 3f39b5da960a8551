import { describe, expect, test } from "vitest";
import { PLATFORMS, platformOf, platformsAt } from "./platforms.ts";

describe("platformOf", () => {
  test.each([
    ["a.rtmp.youtube.com", "YouTube"],
    ["b.rtmps.youtube.com", "YouTube"],
    ["live-api-s.facebook.com", "Facebook"],
    ["live.twitch.tv", "Twitch"],
    ["live-fra.twitch.tv", "Twitch"],
    ["ingest.global-contribute.live-video.net", "Twitch"],
    ["fa723fc1b171.global-contribute.live-video.net", "Amazon IVS or Kick"],
    ["push-rtmp-f5-va01.tiktokcdn.com", "TikTok"],
    ["de.pscp.tv", "X"],
    ["rtmp-global.cloud.vimeo.com", "Vimeo"],
    ["dc1-1.rtmp.t.me", "Telegram"],
    ["vp-push-ed1-srt.gvideo.co", "Gcore"],
    // DNS knows no case, and a final dot only ends the name.
    ["A.RTMP.YouTube.com.", "YouTube"],
  ])("knows %s", (host, name) => {
    expect(platformOf(host)?.name).toBe(name);
  });

  test.each([
    "ingest.studio-b.net",
    // A watch page takes no stream.
    "www.youtube.com",
    "twitch.tv",
    // Not a subdomain, though it ends alike.
    "evil-live.cloudflare.com",
    "notgvideo.co",
    "gvideo.co",
    "a.rtmp.youtube.com.acme.net",
    "",
    ".",
    "constructor",
    "a.".repeat(1000),
  ])("does not know %s", (host) => {
    expect(platformsAt(host)).toEqual([]);
    expect(platformOf(host)).toBeUndefined();
  });

  test("tells those who share a host by the stream key", () => {
    const host = "fra05.contribute.live-video.net";
    expect(platformsAt(host).map(({ name }) => name)).toEqual(["Twitch", "Amazon IVS"]);
    expect(platformOf(host, "sk_eu-central-1_x")?.name).toBe("Amazon IVS");
    expect(platformOf(host, "live_1_x")?.name).toBe("Twitch");
    expect(platformOf(host, "other")).toBeUndefined();
    expect(platformOf(host)).toBeUndefined();
  });
});

test("every platform has hosts in the form that the lookup reads, and a source", () => {
  for (const { name, hosts, source } of PLATFORMS) {
    expect(hosts.length, name).toBeGreaterThan(0);
    for (const host of hosts) expect(host).toMatch(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
    expect(source, name).not.toBe("");
  }
});
