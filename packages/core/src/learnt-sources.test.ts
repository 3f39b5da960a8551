import { expect, test } from "vitest";
import { parseDocument, resolvePlaceholders } from "./document.ts";
import { withSources } from "./learnt-sources.ts";
import { lint } from "./lint.ts";
import type { Protocol } from "./uri/uri.ts";

const ABOUT_SOURCES = new Set(["unsupported-combination", "conflicting-targets", "rtmps-required"]);
const SRT_TO_RTMPS =
  'Gcore does not list SRT → RTMPS as supported: an SRT source reaches RTMP or SRT targets only, and an RTMPS target needs an RTMPS source; the API says that this source is SRT: if it is to be another, say so in "source_protocol"';

test.each<[string, readonly Protocol[], string, readonly string[]]>([
  ["one that reaches it not", ["srt"], "uri: rtmps://h.acme.net/live/x", [SRT_TO_RTMPS]],
  ["one that reaches it", ["srt"], "uri: rtmp://h.acme.net/live/x", []],
  ["one of which reaches it", ["rtmp", "rtmps"], "uri: rtmps://h.acme.net/live/x", []],
  [
    "several that reach it not",
    ["rtmp", "srt"],
    "uri: rtmps://h.acme.net/live/x",
    [
      SRT_TO_RTMPS.replace("SRT →", "RTMP or SRT →")
        .replace("an SRT source", "an RTMP or SRT source")
        .replace("is SRT", "is RTMP or SRT"),
    ],
  ],
  ["none", [], "uri: rtmps://h.acme.net/live/x", []],
  [
    "one, and the document says another",
    ["srt"],
    "uri: rtmps://h.acme.net/live/x\n    source_protocol: rtmps",
    [],
  ],
  [
    "one, of a stream that is filled in",
    ["srt"],
    "uri: rtmps://h.acme.net/live/${KEY}",
    [SRT_TO_RTMPS],
  ],
  ["one, and the scheme is open", ["srt"], "uri: ${URI}", []],
])("a source is %s", (_, protocols, fields, expected) => {
  expect(messagesOf(`restreams:\n  - stream_id: \${ID}\n    ${fields}\n`, protocols)).toEqual(
    expected,
  );
});

test("nothing is said of other streams, and of those that the document declares", () => {
  const text = `
streams:
  - { id: 21, protocol: rtmps }
restreams:
  - { stream_id: 21, uri: "rtmps://h.acme.net/live/x" }
  - { stream_id: 22, uri: "rtmps://i.acme.net/live/x" }
  - { uri: "rtmps://j.acme.net/live/x" }
`;
  expect(messagesOf(text, ["srt"], [20, 21])).toEqual([]);
});

test("of targets that a known source cannot reach nothing is said twice", () => {
  const text = `
restreams:
  - { stream_id: 20, uri: "rtmp://h.acme.net/live/x" }
  - { stream_id: 20, uri: "rtmps://i.acme.net/live/x" }
`;
  expect(messagesOf(text, ["srt"])).toEqual([SRT_TO_RTMPS]);
  expect(messagesOf(text, [])).toEqual([expect.stringContaining("No source protocol reaches")]);
});

test("RTMPS is suggested only where the source reaches it", () => {
  const text =
    'restreams:\n  - { stream_id: 20, uri: "rtmp://live-api-s.facebook.com:80/rtmp/x" }\n';
  const fixesWith = (protocols: readonly Protocol[]) =>
    lint(withSources(parseDocument(text), new Map([[20, protocols]])))
      .filter(({ rule }) => rule === "rtmps-required")
      .flatMap(({ fixes }) => fixes.map(({ title }) => title));
  expect(fixesWith(["rtmp", "rtmps"])).toEqual(["Push by RTMPS"]);
  expect(fixesWith(["srt"])).toEqual([]);
});

test("a document of which nothing is learnt is the same", () => {
  const document = parseDocument("restreams:\n  - { stream_id: 20, uri: 'srt://h:1' }\n");
  expect(withSources(document, new Map())).toBe(document);
  expect(withSources(document, new Map([[21, ["srt"]]]))).toBe(document);
});

/** What the rules about sources say. */
function messagesOf(
  text: string,
  protocols: readonly Protocol[],
  streams: readonly number[] = [20],
): string[] {
  const variables: Readonly<Record<string, string>> = { ID: "20" };
  const document = resolvePlaceholders(parseDocument(text), (name) => variables[name]);
  const sources = new Map(streams.map((id) => [id, protocols]));
  return lint(withSources(document, sources))
    .filter(({ rule }) => ABOUT_SOURCES.has(rule))
    .map(({ message }) => message);
}
