import { describe, expect, test } from "vitest";
import { checkCombination } from "./gcore/combinations.ts";
import { PROTOCOLS, type Protocol } from "./uri/uri.ts";
import { validateRestream } from "./validate-restream.ts";

const URIS: Readonly<Record<Protocol, string>> = {
  rtmp: "rtmp://ingest.studio-b.net/live/${KEY}",
  rtmps: "rtmps://ingest.studio-b.net/live/${KEY}",
  srt: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000",
};

describe("validateRestream", () => {
  test("a restream that works has nothing to say", () => {
    const restream = {
      name: "Studio B",
      stream_id: 20,
      uri: URIS.srt,
      latency_unit: "ms",
      active: true,
    };
    expect(validateRestream(restream)).toEqual([]);
    expect(validateRestream({ restream })).toEqual([]);
    expect(validateRestream([restream])).toEqual([]);
    expect(validateRestream({ restreams: [restream] })).toEqual([]);
  });

  test.each([
    [(it: object) => it, ""],
    [(it: object) => ({ restream: it }), "/restream"],
    [(it: object) => [{ uri: URIS.rtmp, stream_id: 1 }, it], "/1"],
    [(it: object) => ({ streams: [{ id: 20 }], restreams: [it] }), "/restreams/0"],
  ])("says where the fault is, in each shape of a value (%#)", (shaped, path) => {
    const restream = {
      stream_id: 20,
      uri: "srt://ingest.studio-b.net:9000?mode=listener&latency=2000",
      latency_unit: "ms",
    };
    expect(validateRestream(shaped(restream))).toEqual([
      {
        rule: "srt-not-caller",
        severity: "error",
        message: 'SRT mode must be "caller", not "listener": Gcore dials, the target listens',
        path: `${path}/uri`,
        url: expect.stringMatching(/^https:.*\/srt-not-caller\.md$/) as string,
      },
    ]);
  });

  test("a field that is undefined or null is one that is not there", () => {
    const restream = {
      stream_id: 20,
      uri: URIS.rtmp,
      name: undefined,
      latency_unit: null,
      live: undefined,
    };
    expect(validateRestream(restream)).toEqual([]);
    const without = { stream_id: undefined, uri: URIS.rtmp };
    expect(validateRestream(without).map(({ rule }) => rule)).toEqual(["missing-field"]);
  });

  test("other names and values than JSON's own are what JSON makes of them", () => {
    expect(validateRestream({ stream_id: 20, uri: new URL(URIS.rtmp) })).toEqual([]);
    expect(validateRestream({ stream_id: "20", uri: URIS.rtmp }).map(({ path }) => path)).toEqual([
      "/stream_id",
    ]);
    expect(
      validateRestream({ steam_id: 1, stream_id: 20, uri: URIS.rtmp }).map(({ path }) => path),
    ).toEqual(["/steam_id"]);
  });

  test.each([[undefined], [null], [""], [1], [[]], [{}], [() => 1]])(
    "%o is no restream, and no exception",
    (value) => {
      expect(() => validateRestream(value)).not.toThrow();
    },
  );

  test("what JSON cannot hold is a TypeError", () => {
    const cycle: { restreams: unknown[] } = { restreams: [] };
    cycle.restreams.push(cycle);
    expect(() => validateRestream(cycle)).toThrow(TypeError);
  });

  test("settings hold here too", () => {
    const restream = {
      stream_id: 20,
      uri: "srt://ingest.studio-b.net:9000?mode=listener&latency=2000",
      latency_unit: "ms",
    };
    expect(validateRestream(restream, { rules: { "srt-not-caller": "off" } })).toEqual([]);
    expect(validateRestream(restream, { rules: { "srt-not-caller": "info" } })).toMatchObject([
      { severity: "info" },
    ]);
  });

  test.each(PROTOCOLS.flatMap((source) => PROTOCOLS.map((target) => [source, target] as const)))(
    "a source of %s and a target of %s go together as checkCombination says",
    (source, target) => {
      const restream = {
        stream_id: 20,
        source_protocol: source,
        uri: URIS[target],
        latency_unit: "ms",
      };
      const declared = {
        streams: [{ id: 20, protocol: source }],
        restreams: [{ ...restream, source_protocol: undefined }],
      };
      const { supported } = checkCombination(source, target);
      for (const value of [restream, declared]) {
        const found = validateRestream(value).filter(({ severity }) => severity === "error");
        expect(found.map(({ rule }) => rule)).toEqual(supported ? [] : ["unsupported-combination"]);
      }
    },
  );

  test("five of the nine combinations are supported", () => {
    const supported = PROTOCOLS.flatMap((source) =>
      PROTOCOLS.filter((target) => checkCombination(source, target).supported).map(
        (target) => `${source} → ${target}`,
      ),
    );
    expect(supported).toEqual([
      "rtmp → rtmp",
      "rtmp → srt",
      "rtmps → rtmps",
      "srt → rtmp",
      "srt → srt",
    ]);
  });
});
