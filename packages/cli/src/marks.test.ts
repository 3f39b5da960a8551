import * as fc from "fast-check";
import { type Diagnostic, lint, parseDocument } from "@restream-lint/core";
import { expect, test } from "vitest";
import { createMarks, keyOf, namesIn } from "./marks.ts";

/** What can be wrong with a document, each said once. */
interface Faults {
  readonly missing: readonly string[];
  readonly query: readonly string[];
  readonly source: readonly string[];
}

const FIELDS = ["stream_id: 20", "uri: srt"];
const QUERY = [
  ["fc=1", "fc=2"],
  ["mss=1", "mss=9999"],
  ["sndbuf=0", "sndbuf=-5"],
  ["oheadbw=1", "oheadbw=101"],
  ["transtype=file"],
  ["qqq=1", "qqq=2"],
  ["zzzzz=1"],
  ["tlpktdrop=1&tlpktdrop=0", "tlpktdrop=0&tlpktdrop=1"],
  ["nakreport=1&nakreport=0", "nakreport=1&nakreport=1"],
  ["passphrase=kestrel-orbit-41", "passphrase=another-orbit-42"],
  ["streamid=%23!::u=a,s=kestrel-orbit-43,m=publish"],
];
const SOURCE = [
  "video_bitrate: 9000",
  "audio_bitrate: 900",
  "frame_rate: 120",
  "keyframe_interval: 20",
  "video_codec: hevc",
  "audio_codec: opus",
];

const FAULTS: fc.Arbitrary<Faults> = fc.record({
  missing: fc.subarray(FIELDS),
  query: fc
    .subarray(QUERY)
    .chain((some) => fc.tuple(...some.map((written) => fc.constantFrom(...written)))),
  source: fc.subarray(SOURCE),
});

/** One restream by SRT, one by RTMP, and others around them. */
function textWith({ missing, query, source }: Faults, others: readonly string[] = []): string {
  const uri = `uri: srt://a.acme.net:9000?${["mode=caller", "latency=2000", ...query].join("&")}`;
  const own = [
    `- name: A\n  ${["latency_unit: ms", "stream_id: 20", uri].filter((line) => !missing.some((it) => line.startsWith(it))).join("\n  ")}\n`,
    "- name: B\n  stream_id: 30\n  uri: rtmp://live.twitch.tv/app/${KEY}\n",
  ];
  const streams = `streams:\n- id: 20\n- ${["id: 30", ...source].join("\n  ")}\n`;
  const all = others.length === 0 ? own : [...others, ...own.toReversed(), ...others];
  return `${streams}restreams:\n${all.join("")}`;
}

function findingsIn(text: string): { readonly finding: Diagnostic; readonly key: string }[] {
  const document = parseDocument(text);
  const rules = { "hard-coded-secret": "error" } as const;
  const markOf = createMarks(namesIn(document));
  return lint(document, { extends: "strict", rules }).map((finding) => ({
    finding,
    key: keyOf(markOf(finding)),
  }));
}

test("what is known hides nothing else", () => {
  const says = ({ rule, message }: Diagnostic) => `${rule}: ${message.replaceAll(/[0-9.]/g, "")}`;
  fc.assert(
    fc.property(FAULTS, FAULTS, (before, after) => {
      const known = findingsIn(textWith(before));
      const said = new Set(known.map(({ finding }) => says(finding)));
      const keys = new Set(known.map(({ key }) => key));
      for (const { finding, key } of findingsIn(textWith(after)))
        if (keys.has(key)) expect(said).toContain(says(finding));
    }),
  );
});

test("what is known stays known while lines and other restreams come and go", () => {
  const other = fc
    .nat()
    .map((it) => `# ${it}\n- stream_id: 20\n  uri: srt://h${it}.acme.net:9000?mode=caller\n`);
  fc.assert(
    fc.property(FAULTS, fc.array(other, { minLength: 1, maxLength: 3 }), (faults, others) => {
      const after = findingsIn(textWith(faults, others)).map(({ key }) => key);
      for (const { key } of findingsIn(textWith(faults))) expect(after).toContain(key);
    }),
  );
});

test("holds no secret", () => {
  const text = textWith({ missing: [], query: QUERY.flat(), source: [] });
  for (const { key } of findingsIn(text)) expect(key).not.toMatch(/kestrel|orbit/);
  const cut = "streamid=kestrel&orbit=1&Orbit&passphrase=kestrel&orbitkestrel=1";
  const found = findingsIn(textWith({ missing: [], query: [cut], source: [] }));
  expect(found.map(({ finding: { rule } }) => rule)).toContain("srt-unknown-parameter");
  for (const { key } of found) expect(key).not.toMatch(/kestrel|orbit/i);
});
