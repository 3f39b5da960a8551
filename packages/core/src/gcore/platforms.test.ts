import { describe, expect, test } from "vitest";
import { parseUri, PROTOCOLS } from "../uri/uri.ts";
import { rtmpPathOf } from "../uri/rtmp.ts";
import { PLATFORMS } from "./platform-table.ts";
import { platformOf, platformsAt, siteOwner } from "./platforms.ts";
import type { Fact } from "./target-facts.ts";

describe("platformOf", () => {
  test.each([
    ["a.rtmp.youtube.com", "YouTube"],
    ["b.rtmps.youtube.com", "YouTube"],
    ["live-api-s.facebook.com", "Facebook"],
    ["live.twitch.tv", "Twitch"],
    ["live-fra.twitch.tv", "Twitch"],
    ["ingest.global-contribute.live-video.net", "Twitch"],
    ["fa723fc1b171.global-contribute.live-video.net", "Kick"],
    ["a1b2c3d4e5f6.global-contribute.live-video.net", "Amazon IVS"],
    ["a1b2c3d4e5f6.srt.live-video.net", "Amazon IVS"],
    ["push-rtmp-f5-va01.tiktokcdn.com", "TikTok"],
    ["de.pscp.tv", "X"],
    ["rtmp-global.cloud.vimeo.com", "Vimeo"],
    ["live.restream.io", "Restream.io"],
    ["dc1-1.rtmp.t.me", "Telegram"],
    ["vp-push-ed1-srt.gvideo.co", "Gcore"],
    // DNS knows no case, and a final dot only ends the name.
    ["A.RTMP.YouTube.com.", "YouTube"],
  ])("knows %s", (host, name) => {
    expect(platformOf(host)?.name).toBe(name);
  });

  test.each([
    "ingest.studio-b.net",
    // A web site takes no stream, even where its name would fit the pattern of the ingest.
    "www.youtube.com",
    "twitch.tv",
    "www.twitch.tv",
    "dashboard.twitch.tv",
    "app.restream.io",
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

test.each([
  ["youtube.com", "YouTube"],
  ["WWW.YouTube.com.", "YouTube"],
  ["m.facebook.com", "Facebook"],
  ["www.twitch.tv", "Twitch"],
  ["live.twitch.tv", undefined],
  ["youtube.com.acme.net", undefined],
  ["constructor", undefined],
])("siteOwner of %s is %s", (host, name) => {
  expect(siteOwner(host)?.name).toBe(name);
});

describe.each(PLATFORMS.map((platform) => [platform.name, platform] as const))(
  "the table's %s",
  (_, platform) => {
    const { name, hosts, servers = [], sites = [], hostEnds = {} } = platform;

    test("has hosts and sites in the form that the lookup reads", () => {
      expect(hosts.length).toBeGreaterThan(0);
      for (const host of hosts) expect(host).toMatch(/^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
      for (const site of sites) expect(site).toMatch(/^(?!www\.|m\.)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/);
      for (const end of Object.values(hostEnds)) expect(hosts).toContain(`*${end}`);
    });

    test("says where each fact comes from", () => {
      const facts = Object.values(platform).filter(isFact);
      for (const { source } of [platform, ...facts]) {
        expect(source.by).not.toBe("");
        expect(source.page).not.toBe("");
        // What is its own word is a page on the web.
        if (source.by === name && !source.isThirdParty) expect(source.page).toMatch(/^https:/);
        expect(source.isThirdParty ?? false).toBe(source.by !== name);
      }
    });

    test.each(servers)("has %s, which fits all the rest", (server) => {
      const uri = parseUri(server);
      const { protocol, authority } = uri;
      const { app, streamKey } = rtmpPathOf(uri);
      const path = [app, streamKey].flatMap((it) => it?.text ?? []).join("/");
      expect(platformsAt(authority?.host.text ?? "").map((it) => it.name)).toContain(name);
      expect(PROTOCOLS).toContain(protocol);
      if (protocol && platform.schemes) expect(platform.schemes.value).toContain(protocol);
      if (protocol !== "srt") expect(platform.apps?.value).toContain(path);
      const ports = protocol && platform.ports?.value[protocol];
      if (authority?.port) expect(ports).toContain(Number(authority.port.text));
    });
  },
);

function isFact(value: unknown): value is Fact<unknown> {
  return typeof value === "object" && value !== null && "value" in value && "source" in value;
}
