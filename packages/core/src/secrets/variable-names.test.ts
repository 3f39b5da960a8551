import { expect, test } from "vitest";
import { parseDocument } from "../document.ts";
import { literalSecretsIn } from "./literal-secrets.ts";
import { createVariableNames, freeVariable, variablesIn } from "./variable-names.ts";

/** The names of the secrets of restreams with these addresses. */
function namesOf(uris: readonly string[], taken: Record<string, string | undefined> = {}) {
  const text = JSON.stringify(uris.map((uri) => ({ stream_id: 1, name: "s3cr3t", uri })));
  const secrets = literalSecretsIn(parseDocument(text, { language: "json" }));
  return secrets.map(createVariableNames(new Map(Object.entries(taken))));
}

test.each([
  ["rtmp://a.rtmp.youtube.com/live2/abc", "YOUTUBE_KEY"],
  ["rtmps://x.global-contribute.live-video.net/app/sk_us-west-2_abc", "AMAZON_IVS_KEY"],
  ["rtmp://fra.contribute.live-video.net/app/live_1_abc", "TWITCH_KEY"],
  ["rtmp://live.restream.io/live/abc", "RESTREAM_IO_KEY"],
  ["rtmp://INGEST.Studio-B.net./live/abc", "STUDIO_B_KEY"],
  ["rtmp://ingest.studio-b.co.uk/live/abc", "STUDIO_B_KEY"],
  ["rtmp://studio.tv/live/abc", "STUDIO_KEY"],
  ["rtmp://tv.tv/live/abc", "TV_KEY"],
  // Nothing that a variable may be called.
  ["rtmp://93.184.216.34/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://[2606:2800::1]/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://localhost/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://1stream.net/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://m\u00fcller.tv/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://${HOST}/live/abc", "RESTREAM_1_KEY"],
  ["rtmp://x.${DOMAIN}/live/abc", "RESTREAM_1_KEY"],
  ["rtmp:///live/abc", "RESTREAM_1_KEY"],
])("the key of %s is called %s", (uri, name) => {
  expect(namesOf([uri])).toEqual([name]);
});

test("each secret has a name of its own, equal ones of a kind share one", () => {
  const [host, other] = ["rtmp://h.acme.net/live/", "srt://h.acme.net:1?passphrase="];
  const uris = [`${host}abc`, `${host}def`, `${other}abc`, `${host}abc`, "rtmp://h.zeta.net/a/def"];
  expect(namesOf(uris)).toEqual([
    "ACME_KEY",
    "ACME_KEY_2",
    "ACME_PASSPHRASE",
    "ACME_KEY",
    "ACME_KEY_2",
  ]);
});

test("a variable that is there is taken for what it holds, and for nothing else", () => {
  const uri = "rtmp://h.acme.net/live/abc";
  expect(namesOf([uri], { ACME_KEY: "abc" })).toEqual(["ACME_KEY"]);
  expect(namesOf([uri], { ACME_KEY: "def", ACME_KEY_2: "abc" })).toEqual(["ACME_KEY_2"]);
  expect(namesOf([uri], { ACME_KEY: undefined, ACME_KEY_2: "" })).toEqual(["ACME_KEY_3"]);
  expect(namesOf([uri], { TEST: "abc", ACME_KEY_OLD: "abc" })).toEqual(["ACME_KEY"]);
});

test("finds the variables of a document, in each notation", () => {
  const text = "- uri: rtmp://${A}/${env:B}/${C:-${D}}$${no}x\n  stream_id: ${E:?}\n";
  expect(variablesIn(parseDocument(text))).toEqual(["A", "B", "C", "D", "no", "E"]);
});

test.each([
  ["a.rtmp.youtube.com", "stream key", [], "YOUTUBE_KEY"],
  ["a.rtmp.youtube.com", "stream key", ["YOUTUBE_KEY", "YOUTUBE_KEY_2"], "YOUTUBE_KEY_3"],
  ["ingest.studio-b.net", "streamid", ["STUDIO_B_KEY"], "STUDIO_B_STREAMID"],
  // Nothing that a variable may be called, and no restream's number.
  ["192.0.2.1", "passphrase", [], "RESTREAM_PASSPHRASE"],
  ["", "stream key", [], "RESTREAM_KEY"],
] as const)("a free variable for %s, %s, beside %j: %s", (host, kind, taken, expected) => {
  expect(freeVariable(host, kind, new Set(taken))).toBe(expected);
});
