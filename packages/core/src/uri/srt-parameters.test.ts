import { describe, expect, test } from "vitest";
import { SRT_PARAMETER_DOCS } from "./srt-parameter-docs.ts";
import { type Bounds, findSrtParameter, SRT_PARAMETERS } from "./srt-parameters.ts";

/** Haivision/srt `docs/apps/srt-live-transmit.md`, "Medium: SRT": what the tool handles itself, then its table. */
const SRT_LIVE_TRANSMIT = `
  mode port blocking timeout adapter bind
  congestion conntimeo cryptomode drifttracer enforcedencryption fc groupconnect groupminstabletimeo inputbw iptos ipttl
  ipv6only kmpreannounce kmrefreshrate latency linger lossmaxttl maxbw mininputbw messageapi minversion mss nakreport
  oheadbw packetfilter passphrase payloadsize pbkeylen peeridletimeo peerlatency rcvbuf rcvlatency retransmitalgo sndbuf
  snddropdelay streamid tlpktdrop transtype tsbpdmode`;

/** FFmpeg `libavformat/libsrt.c`, `libsrt_options`, in its order. */
const FFMPEG = `
  timeout listen_timeout send_buffer_size recv_buffer_size pkt_size payload_size maxbw pbkeylen passphrase
  enforced_encryption kmrefreshrate kmpreannounce snddropdelay mss ffs ipttl iptos inputbw oheadbw latency tsbpddelay
  rcvlatency peerlatency tlpktdrop nakreport connect_timeout mode sndbuf rcvbuf lossmaxttl minversion streamid
  srt_streamid smoother messageapi transtype linger tsbpd`;

/** Gcore's page on restreams: the common parameters, and those of its troubleshooting. */
const GCORE = "mode latency send_buffer_size pkt_size passphrase streamid pbkeylen";

const NAMES = SRT_PARAMETERS.map(({ name }) => name);

describe("the table of SRT parameters", () => {
  test("is that of the tools, no more and no less", () => {
    const known = (tool: "libsrt" | "ffmpeg") => SRT_PARAMETERS.filter((it) => it[tool] !== undefined).map(({ name }) => name);
    expect(known("libsrt").toSorted()).toEqual(words(SRT_LIVE_TRANSMIT).toSorted());
    expect(known("ffmpeg").toSorted()).toEqual(words(FFMPEG).toSorted());
    expect(NAMES.toSorted()).toEqual([...new Set([...words(SRT_LIVE_TRANSMIT), ...words(FFMPEG)])].toSorted());
  });

  test("names each once, as a URI writes it, and finds it by that", () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    for (const parameter of SRT_PARAMETERS) {
      expect(parameter.name).toMatch(/^[a-z0-9_]{2,24}$/);
      expect(findSrtParameter(parameter.name)).toBe(parameter);
    }
    expect(findSrtParameter("Mode")).toBeUndefined();
    expect(findSrtParameter("constructor")).toBeUndefined();
  });

  test.each(SRT_PARAMETERS)("bounds $name by its type", ({ type, values, unit, libsrt, ffmpeg }) => {
    const bounds = [libsrt, ffmpeg].filter((it) => it !== undefined);
    for (const it of bounds) expect(typeof it).toBe(type === "integer" ? "object" : "string");
    for (const { min, max } of bounds.filter((it): it is Bounds => it !== "known")) {
      if (max !== undefined) expect(min).toBeLessThan(max);
    }
    expect(values !== undefined).toBe(type === "enum");
    if (unit !== undefined) expect(type).toBe("integer");
    if (typeof unit === "object") expect(bounds).toHaveLength(2);
  });

  test("leaves only flags, codes and port numbers without a unit", () => {
    const bare = SRT_PARAMETERS.filter(({ type, unit }) => type === "integer" && unit === undefined);
    expect(bare.map(({ name }) => name)).toEqual(["iptos", "ipv6only", "cryptomode", "retransmitalgo", "groupconnect", "port"]);
  });

  test.each([
    ["latency", { libsrt: { min: 0 }, ffmpeg: { min: -1 }, unit: { libsrt: "milliseconds", ffmpeg: "microseconds" } }],
    ["peerlatency", { libsrt: { min: 0 }, ffmpeg: { min: -1 }, unit: { libsrt: "milliseconds", ffmpeg: "microseconds" } }],
    ["snddropdelay", { libsrt: { min: -1 }, ffmpeg: { min: -2 }, unit: { libsrt: "milliseconds", ffmpeg: "microseconds" } }],
    ["connect_timeout", { ffmpeg: { min: 1 }, unit: "milliseconds" }],
    ["listen_timeout", { ffmpeg: { min: -1 }, unit: "microseconds" }],
    ["linger", { libsrt: { min: 0 }, unit: "seconds" }],
    ["pkt_size", { ffmpeg: { min: 1, max: 1456 }, unit: "bytes" }],
    ["payloadsize", { libsrt: { min: 0, max: 1456 }, unit: "bytes" }],
    ["oheadbw", { libsrt: { min: 5, max: 100 }, ffmpeg: { min: 5, max: 100 }, unit: "percent" }],
    ["mss", { libsrt: { min: 108, max: 1500 }, ffmpeg: { min: 108, max: 1500 } }],
    ["fc", { libsrt: { min: 32 }, unit: "packets" }],
    ["ipttl", { libsrt: { min: 1, max: 255 }, ffmpeg: { min: 1, max: 255 } }],
    ["iptos", { libsrt: { min: 0, max: 255 }, ffmpeg: { min: -1, max: 255 } }],
    ["groupminstabletimeo", { libsrt: { min: 60 } }],
    ["send_buffer_size", { ffmpeg: { min: -1, max: 2_147_483_647 } }],
  ])("says of %s what its documents and its tools say", (name, facts) => {
    expect(findSrtParameter(name)).toMatchObject(facts);
  });
});

describe("the documentation of SRT parameters", () => {
  test("has an entry for each", () => {
    expect(Object.keys(SRT_PARAMETER_DOCS).toSorted()).toEqual(NAMES.toSorted());
  });

  test.each(SRT_PARAMETERS)("says of $name what it is and who says so", ({ name, libsrt, ffmpeg }) => {
    const { summary, sources, default: usual = "0" } = SRT_PARAMETER_DOCS[name] ?? { summary: "", sources: [] };
    expect(summary).toMatch(/^\S.*\.$/);
    expect(usual).toMatch(/^\S.*[^.]$|^\d$/);
    const isFrom = (owner: string) => sources.some((it) => it.startsWith(owner));
    expect(isFrom("Haivision/srt")).toBe(libsrt !== undefined);
    expect(isFrom("FFmpeg")).toBe(ffmpeg !== undefined);
    expect(isFrom("Gcore")).toBe(words(GCORE).includes(name));
  });
});

function words(list: string): string[] {
  return list.trim().split(/\s+/);
}
