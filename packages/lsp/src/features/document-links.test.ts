import { pageOf, parseDocument, PLATFORMS, rules } from "@restream-lint/core";
import { mutated } from "@restream-lint/testkit";
import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { beginnings } from "../../test/beginnings.ts";
import { EXAMPLE_TEXTS } from "../../test/example-texts.ts";
import { type About, viewOf } from "../../test/view-of.ts";
import { createConverter } from "../converter.ts";
import type { View } from "../view.ts";
import { documentLinks } from "./document-links.ts";

/** What is linked, and to where: a rule by its ID alone. */
function linked(view: View): string[] {
  const { text } = view.document;
  return documentLinks(view).map(({ range, target }) => {
    const { start, end } = view.converter.rangeIn(range);
    const rule = rules.find(({ id }) => pageOf(id) === target);
    return `${text.slice(start, end)} > ${rule ? rule.id : target}`;
  });
}

const YOUTUBE = "https://developers.google.com/youtube/v3/live/guides/rtmps-ingestion";

describe("of hosts", () => {
  test.each([
    ["rtmp://a.rtmp.youtube.com/live2/${KEY}", `a.rtmp.youtube.com > ${YOUTUBE}`],
    ["rtmp://u:p@A.RTMP.YouTube.com:1935/x", `A.RTMP.YouTube.com > ${YOUTUBE}`],
    [
      "srt://live.cloudflare.com:778?mode=caller",
      "live.cloudflare.com > https://developers.cloudflare.com/stream/stream-live/start-stream-live/",
    ],
    // OBS says where these hosts come from, Amazon what they take.
    [
      "rtmps://a1.global-contribute.live-video.net/app/sk_a",
      "a1.global-contribute.live-video.net > https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html",
    ],
    [
      "rtmps://a1.contribute.live-video.net/app/sk_a",
      "a1.contribute.live-video.net > https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/low-latency-network-requirements.html",
    ],
    // Only others speak of them, or nobody.
    ["rtmp://livepush.trovo.live/live/${KEY}", undefined],
    ["rtmps://live-upload.instagram.com/rtmp/${KEY}", undefined],
    ["rtmp://h.acme.net/live/https://evil.example/", undefined],
    ["rtmp://${HOST}.rtmp.youtube.com/live2/${KEY}", undefined],
    ["https://www.youtube.com/watch?v=a", undefined],
  ])("%s", (uri, expected) => {
    const text = `restreams:\n  - uri: ${uri}\n    stream_id: 20\n`;
    expect(linked(viewOf(text))).toEqual(expected === undefined ? [] : [expected]);
  });

  test("what the settings know of one is no page, and hides none", () => {
    const targets = ["h.acme.net", "a.rtmp.youtube.com"].map((host) => ({ host, apps: ["x"] }));
    const text =
      "restreams:\n  - uri: rtmp://h.acme.net/x/k\n  - uri: rtmp://a.rtmp.youtube.com/x/k\n";
    expect(linked(viewOf(text, { settings: { targets } }))).toEqual([
      `a.rtmp.youtube.com > ${YOUTUBE}`,
    ]);
  });
});

const [HOST, HOST_LINK] = ["a.rtmp.youtube.com", `a.rtmp.youtube.com > ${YOUTUBE}`];
test.each<[string, string, string[], About?]>([
  ["JSON", `{"uri": "rtmp:\\/\\/${HOST}\\/live2\\/k", "stream_id": 20}`, [HOST_LINK]],
  ["flow YAML", `restreams: [{uri: 'rtmp://${HOST}/live2/k'}]\n`, [HOST_LINK]],
  ["a block scalar", `uri: >-\n  rtmp://${HOST}/live2/k\nstream_id: 20\n`, []],
  [
    "aliases, each once, in the order of the text",
    `x-a: &a {uri: rtmp://live.twitch.tv/app/k}\nrestreams:\n  - uri: rtmp://${HOST}/live2/k\n  - *a\n  - *a\n`,
    ["live.twitch.tv > https://dev.twitch.tv/docs/video-broadcast", HOST_LINK],
  ],
  [
    "a broken item beside it",
    `restreams:\n  - name: "a\n  - uri: rtmp://${HOST}/live2/k\n`,
    [HOST_LINK],
  ],
  [
    "comments that suppress, where they name rules",
    "restreams: # restream-lint-disable-line unusual-port, no-such-rule -- missing-app\n# missing-app\n  - name: '# restream-lint-disable-line missing-host'\n    # restream-lint-disable-next-line missing-app,missing-host\n",
    ["unusual-port > unusual-port", "missing-app > missing-app", "missing-host > missing-host"],
  ],
  [
    "comments of JSONC",
    "{ // restream-lint-disable-line missing-app\n}",
    ["missing-app > missing-app"],
    { uri: "file:///shows/restream.jsonc" },
  ],
])("in %s", (_, text, expected, about) => {
  expect(linked(viewOf(text, about))).toEqual(expected);
});

test.each<[string, string, string[]]>([
  [
    "YAML",
    "x-a: &a {missing-host: off}\nrules:\n  missing-app: off\n  'unusual-port': error\n  no-such-rule: off\noverrides:\n  - files: a\n    rules: {missing-app: off}\n  - files: b\n    rules: *a\nignore:\n  - rule: wrong-ingest\n    path: /restreams/0\n  - rule: nothing\n  - missing-app\n",
    ["missing-host", "missing-app", "unusual-port", "missing-app", "wrong-ingest"],
  ],
  ["JSON", '{"rules": {"missing-app": "off"}, "$schema": "https://a.net/"}', ["missing-app"]],
  ["what is broken", 'rules: [missing-app]\noverrides: {rules: 1}\nignore: "\n', []],
])("in settings: %s", (language, text, expected) => {
  const uri = `file:///shows/.restream-lint.${language === "JSON" ? "json" : "yaml"}`;
  expect(linked(viewOf(text, { uri }))).toEqual(expected.map((it) => `${it} > ${it}`));
});

test("say what is there", () => {
  const text = `# restream-lint-disable-file missing-app\nuri: rtmp://${HOST}/live2/k\nstream_id: 20\n`;
  expect(documentLinks(viewOf(text)).map(({ tooltip }) => tooltip)).toEqual([
    "An RTMP URI must name an app after the host",
    "What YouTube says of pushing streams to it",
  ]);
});

test("counts characters as the client does", () => {
  const text = `restreams: [{name: "é😀", uri: "rtmp://${HOST}/live2/é"}]\n`;
  const view = { ...viewOf(text), converter: createConverter(text, "utf-8") };
  expect(linked(view)).toEqual([HOST_LINK]);
  // Three bytes more than UTF-16 has units.
  const character = text.indexOf(HOST) + 1 + 2;
  expect(documentLinks(view)[0]?.range.start).toEqual({ line: 0, character });
});

test("in any text, links lead only where we know a page, and stand where they say", () => {
  const pages = new Set([
    ...rules.map(({ id }) => pageOf(id)),
    ...PLATFORMS.flatMap((it) =>
      Object.values(it).flatMap((fact) =>
        typeof fact === "object" && "source" in fact ? [fact.source.page] : [],
      ),
    ),
    ...PLATFORMS.map(({ source }) => source.page),
  ]);
  let count = 0;
  const check = property(mutated(EXAMPLE_TEXTS.map(({ text }) => text)), (text) => {
    const view: View = {
      ...viewOf("restreams: []"),
      document: parseDocument(text),
      converter: createConverter(text, "utf-8"),
    };
    for (const { range, target } of documentLinks(view)) {
      count += 1;
      expect(pages).toContain(target);
      expect(target).toMatch(/^https:\/\//);
      expect(range.start.line).toBe(range.end.line);
      expect(view.converter.rangeOf(view.converter.rangeIn(range))).toEqual(range);
    }
  });
  assert(check);
  expect(count).toBeGreaterThan(0);
});

test("no secret is repeated", () => {
  const canary = "CANARY-k3y-51f0c2";
  const text = `restreams:\n  - uri: rtmp://${canary}:${canary}@${HOST}/${canary}/${canary}?${canary}\n  - uri: srt://live.cloudflare.com:778?streamid=${canary}&passphrase=${canary}\n`;
  const links = documentLinks(viewOf(text));
  expect(links).toHaveLength(2);
  expect(JSON.stringify(links)).not.toContain(canary);
});

test("every prefix of a text has an answer", () => {
  const settings =
    "rules:\n  missing-app: off\nignore:\n  - {rule: 'wrong-ingest', path: \"/a\"}\n";
  const views = [beginnings(), beginnings([settings], "file:///shows/.restream-lint.yaml")];
  for (const some of views) {
    for (const view of some) expect(() => documentLinks(view)).not.toThrow();
  }
});
