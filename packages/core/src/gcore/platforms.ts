import { PLATFORMS } from "./platform-table.ts";
import type { Platform } from "./target-facts.ts";

/** All platforms that take streams at a host: two where they share it, none for most hosts. */
export function platformsAt(host: string): readonly Platform[] {
  const name = hostName(host);
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

/** The platform whose web site a host is, where no stream can be pushed to. */
export function siteOwner(host: string): Platform | undefined {
  return BY_SITE.get(hostName(host));
}

/** A host as DNS compares it: in lower case, without the dot that may end it. */
export function hostName(host: string): string {
  const name = host.toLowerCase();
  return name.endsWith(".") ? name.slice(0, -1) : name;
}

/** Of a DNS name. */
export const LONGEST_NAME = 253;

const BY_SITE: ReadonlyMap<string, Platform> = new Map(
  PLATFORMS.flatMap((platform) =>
    (platform.sites ?? []).flatMap((site) =>
      ["", "www.", "m."].map((prefix) => [prefix + site, platform] as const),
    ),
  ),
);

const BY_HOST: ReadonlyMap<string, readonly Platform[]> = byHost();

function byHost(): Map<string, readonly Platform[]> {
  const platforms = new Map<string, Platform[]>();
  // A site stands before the pattern that its name would fit.
  for (const site of BY_SITE.keys()) platforms.set(site, []);
  for (const platform of PLATFORMS) {
    for (const host of platform.hosts) {
      platforms.set(host, [...(platforms.get(host) ?? []), platform]);
    }
  }
  return platforms;
}
