import type { Platform, Reference } from "./target-facts.ts";

/** Where a platform itself says on the web how it takes streams; undefined where only others do. */
export function platformPageOf(platform: Platform): Reference | undefined {
  const facts = Object.values(platform).flatMap((it) =>
    typeof it === "object" && "source" in it ? [it.source] : [],
  );
  return [platform.source, ...facts].find(
    ({ page, isThirdParty }) => isThirdParty !== true && page.startsWith("https://"),
  );
}
