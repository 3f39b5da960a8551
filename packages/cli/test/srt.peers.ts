import { type Diagnostic, formatLatency, lint, parseDocument } from "@restream-lint/core";
import { afterAll, describe, expect, test } from "vitest";
import { run } from "./run.ts";
import { dial } from "./srt-peers.ts";

// The linter against the tools themselves, on loopback: what both refuse is an error, what both take is none.
// `pnpm test:peers` runs it; it needs Debian 12's `ffmpeg` and `srt-tools`.

/** What both tools take and the linter calls an error all the same, and why. */
const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ["?mode=caller&latency", "FFmpeg reads 0, libsrt its default of 120 ms, and neither was meant"],
  ["?mode=caller&latency=2000ms", "FFmpeg reads 2 ms, libsrt 2 s, and gosrt refuses it"],
  ["?mode=caller&ipttl=64&ipttl=32", "FFmpeg takes the first, libsrt the last"],
]);

/** What follows the port. */
const TARGETS: readonly string[] = [
  "",
  "?",
  "/",
  "/?mode=caller",
  "/live/studio?mode=caller",
  ...["caller", "CALLER", "push", ""].map((mode) => `?mode=${mode}`),
  ...`
    latency=2000 latency=2000ms latency=-5 latency= latency
    ipttl=0 ipttl=1 ipttl=255 ipttl=256 ipttl=300x ipttl=+5 ipttl=abc ipttl ipttl=64&ipttl=32
    iptos=-2 iptos=0 iptos=255 iptos=256 iptos=abc
    mss=75 mss=104 mss=108 mss=1500 mss=1501 mss= mss=abc mss
    sndbuf=0 sndbuf=1000000 sndbuf=1e6 sndbuf= sndbuf=abc rcvbuf=0 rcvbuf=0x1000 rcvbuf=1000000 rcvbuf=auto
    oheadbw=4 oheadbw=5 oheadbw=100 oheadbw=101 oheadbw=-2
    maxbw=-2 maxbw=-1 maxbw=0 maxbw=10M maxbw=abc inputbw=-2 inputbw=auto mininputbw=-1
    lossmaxttl=-2 lossmaxttl=abc linger=-2 linger=0 linger=1 linger=abc
    snddropdelay=-3 snddropdelay=0 snddropdelay=abc
    rcvlatency=-2 rcvlatency=0 peerlatency=2000 peerlatency=-2 tsbpddelay=-2 timeout=-1 timeout=100x
    pkt_size=0 pkt_size=1 pkt_size=1316 pkt_size=1316B pkt_size=1456 pkt_size=1457 payload_size=1457
    payloadsize=1456 payloadsize=1457 send_buffer_size=-2 send_buffer_size=65536
    fc=31 fc=32 fc=abc ffs=31 ffs=32 conntimeo=1000 connect_timeout=0 connect_timeout=1000
    kmrefreshrate=-2 kmrefreshrate=0 kmpreannounce=1.5 retransmitalgo=2 groupconnect=2 groupminstabletimeo=59
    ipv6only=2 peeridletimeo=0 cryptomode=3 port=65536 listen_timeout=abc
    tlpktdrop=0 tlpktdrop=1 tlpktdrop=yes tlpktdrop=no tlpktdrop=2 tlpktdrop=maybe tlpktdrop=
    nakreport=on nakreport=YES drifttracer=abc tsbpdmode=abc tsbpd=abc enforced_encryption=2 blocking=abc
    messageapi=1 messageapi=0 messageapi=false messageapi=00 messageapi=abc messageapi
    transtype=live transtype=file transtype=LIVE transtype= transtype smoother=live smoother=file smoother=abc
    congestion=live congestion=abc congestion
    minversion=1.3.0 minversion=0x010300 minversion=abc minversion= packetfilter=fec,cols:10,rows:5
    pbkeylen=0 pbkeylen=16 pbkeylen=32 pbkeylen=17 pbkeylen=33 pbkeylen=128 pbkeylen=16x pbkeylen=0x10 pbkeylen=00 pbkeylen
    passphrase= passphrase passphrase=a passphrase=123456789 passphrase=éééé
    streamid= streamid=#!::r=a,m=publish streamid=#!:m=publish streamid=%23!::r=a streamid=live/a?b=c#d
    latncy=2000 Mode=caller &&`
    .trim()
    .split(/\s+/)
    .map((parameters) => `?mode=caller&${parameters}`),
  ...["a".repeat(512), "a".repeat(513), "é".repeat(256), "é".repeat(257), "%41".repeat(170)].map(
    (streamid) => `?mode=caller&streamid=${streamid}`,
  ),
  `?mode=caller&passphrase=${"a".repeat(81)}`,
];

/** Those that a listener must have, too. */
const PASSPHRASES: readonly string[] = [
  "0123456789",
  "ééééé",
  "%41%42%43%44%45%46",
  "%zz3456789",
  "abc#defghij",
  "a".repeat(79),
  "a".repeat(80),
];

describe.concurrent("what both tools refuse is an error, what both take is none", () => {
  test.each(TARGETS)("srt://…%s", async (target) => {
    await compare(target);
  });

  test.each(PASSPHRASES)("passphrase %s", async (passphrase) => {
    await compare(`?mode=caller&pbkeylen=16&passphrase=${passphrase}`, passphrase);
  });

  test("each tool takes a plain call, and refuses a mode that is none", async () => {
    for (const peer of ["ffmpeg", "srt-live-transmit"] as const) {
      expect(await dial(peer, "?mode=caller")).toMatchObject({ isAccepted: true });
      expect(await dial(peer, "?mode=push")).toMatchObject({ isAccepted: false });
    }
  });
});

/** The linter against both tools. */
async function compare(target: string, passphrase?: string): Promise<void> {
  const [ffmpeg, libsrt] = await Promise.all([
    dial("ffmpeg", target, passphrase),
    dial("srt-live-transmit", target, passphrase),
  ]);
  // Where one takes it and the other does not, all depends on who dials.
  if (ffmpeg.isAccepted !== libsrt.isAccepted) return;
  const { isAccepted } = ffmpeg;
  agreed.push(isAccepted);
  const errors = linted(target).filter(({ severity }) => severity === "error");
  const isDue = !isAccepted || EXCEPTIONS.has(target);
  expect({ isAccepted, errors, isDue }).toEqual({ isAccepted, errors, isDue: errors.length > 0 });
}

/** Whether both took it, for each that they agreed on: a tool that always says the same would prove nothing. */
const agreed: boolean[] = [];

afterAll(() => {
  expect(agreed.filter((it) => it).length).toBeGreaterThan(90);
  expect(agreed.filter((it) => !it).length).toBeGreaterThan(25);
});

const IN_MICROSECONDS = [0, 999, 1000, 2000, 20_000, 2_000_000, 2_500_000, 65_535_999, 65_536_000];
const IN_MILLISECONDS = [0, 1, 2000, 2500, 65_535, 65_536, 120_000, 2_000_000];

describe.concurrent("a latency is read as the tool reads it", () => {
  test.each([
    ...[...IN_MICROSECONDS, 120_000_000].map((value) => ["ffmpeg", "us", value] as const),
    ...IN_MILLISECONDS.map((value) => ["srt-live-transmit", "ms", value] as const),
  ])("%s, in %s: %i", async (peer, unit, value) => {
    const target = `?mode=caller&latency=${value}`;
    const { latencyMs } = await dial(peer, target);
    const said = await saidOf(target, unit);
    // Of what sixteen bits cannot carry, the sheet says what is left of it.
    const negotiated = said.match(/[0-9.]+(?: [0-9]{3})* (?:ms|s)$/)?.[0];
    expect(negotiated).toBe(formatLatency(latencyMs ?? Number.NaN));

    const complaints = linted(target, unit).filter(({ rule }) => /latency/.test(rule));
    if (said !== negotiated) expect(complaints).not.toEqual([]);
  });
});

/** What `restream-lint uri` says of the latency in a unit. */
async function saidOf(target: string, unit: "us" | "ms"): Promise<string> {
  const { stdout } = await run(["uri", `srt://ingest.studio-b.net:9000${target}`]);
  const name = unit === "us" ? "µs" : "ms";
  return new RegExp(`^  latency as ${name} +(.+)$`, "m").exec(stdout)?.[1] ?? "";
}

/** What the linter says of it; a loopback address would be an error in itself. */
function linted(target: string, unit?: "us" | "ms"): readonly Diagnostic[] {
  const body = {
    stream_id: 1,
    uri: `srt://ingest.studio-b.net:9000${target}`,
    latency_unit: unit,
  };
  return lint(parseDocument(JSON.stringify(body), { language: "json" }));
}
