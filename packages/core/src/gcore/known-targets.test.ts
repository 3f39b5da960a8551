import { describe, expect, test } from "vitest";
import { createTargetLookup, type TargetSettings } from "./known-targets.ts";
import { platformOf } from "./platforms.ts";

describe("createTargetLookup", () => {
  test("is the built-in table where the settings say nothing", () => {
    expect(createTargetLookup([])).toBe(platformOf);
    expect(createTargetLookup()).toBe(platformOf);
  });

  test.each([
    ["ingest.studio-b.net", "ingest.studio-b.net", true],
    ["ingest.studio-b.net", "INGEST.Studio-B.net.", true],
    ["Ingest.STUDIO-b.net.", "ingest.studio-b.net", true],
    ["*.studio-b.net", "ingest.studio-b.net", true],
    ["*.studio-b.net", "a.b.c.studio-b.net", true],
    // A pattern speaks of what is under a name, not of the name.
    ["*.studio-b.net", "studio-b.net", false],
    ["*.studio-b.net", "notstudio-b.net", false],
    ["ingest.studio-b.net", "a.ingest.studio-b.net", false],
    ["2001:db9::1", "2001:DB9::1", true],
    ["93.184.216.34", "93.184.216.34", true],
    ["*.34", "93.184.216.34", true],
    ["*.studio-b.net", "a.".repeat(1000), false],
    ["*.studio-b.net", "", false],
  ])("%s fits %s: %s", (host, actual, expected) => {
    const lookUp = createTargetLookup([{ host, latencyUnit: "us" }]);
    expect(lookUp(actual)?.latencyUnit?.value).toBe(expected ? "us" : undefined);
  });

  test("adds to the built-in facts, and overrides them one by one", () => {
    const lookUp = createTargetLookup([
      { host: "live.twitch.tv", maxVideoBitrate: 8500, latency: { min: 1, max: 2 } },
    ]);
    const twitch = lookUp("live.twitch.tv");
    expect(twitch?.name).toBe("Twitch");
    expect(twitch?.maxVideoBitrate).toEqual({
      value: 8500,
      source: { by: "the settings", page: "settings" },
    });
    expect(twitch?.apps?.value).toEqual(["app"]);
    // Others stay as they were, and so does the table.
    expect(lookUp("live-fra.twitch.tv")).toBe(platformOf("live-fra.twitch.tv"));
    expect(platformOf("live.twitch.tv")?.maxVideoBitrate?.value).toBe(6000);
  });

  test("takes each fact from the first of the user's targets that fits and has it", () => {
    const lookUp = createTargetLookup([
      { host: "*.net", latencyUnit: "s", apps: undefined },
      { host: "ingest.studio-b.net", latencyUnit: "ms", apps: ["live"] },
      { host: "*.studio-b.net", apps: ["other"], maxHeight: 720 },
    ]);
    const target = lookUp("ingest.studio-b.net");
    expect(target?.latencyUnit?.value).toBe("s");
    expect(target?.apps?.value).toEqual(["live"]);
    expect(target?.maxHeight?.value).toBe(720);
    expect(target?.name).toBe("This target");
  });

  test("finds its way among 10 000 targets", () => {
    const targets = Array.from(
      { length: 10_000 },
      (_, index): TargetSettings => ({
        host: `*.s${index}.net`,
        maxHeight: index,
      }),
    );
    const lookUp = createTargetLookup(targets);
    const found = targets.map((_, index) => lookUp(`a.s${index}.net`)?.maxHeight?.value);
    expect(found).toEqual(targets.map(({ maxHeight }) => maxHeight));
  });
});
