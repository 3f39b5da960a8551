import { expect, test } from "vitest";
import { NO_SECRETS, SCANNER_RULES } from "../src/scanner-rules.ts";
import { run } from "./run.ts";

const KEY = "k17a-13s8-9c2d-m4xq";

/** By rule: texts with a secret, which stands between `«` and `»`, and texts with none. */
const CASES: Readonly<Record<string, { found: readonly string[]; free: readonly string[] }>> = {
  "rtmp-stream-key": {
    found: [
      `uri: rtmp://a.rtmp.youtube.com/live2/«${KEY}»`,
      `{"uri": "rtmps://live-api-s.facebook.com:443/rtmp/«FB-12-0-Ab?s_bl=1&a=AbyL»"}`,
      "{uri: RTMP://h.acme.net/live/«abcdefgh», stream_id: 20}",
      "rtmp://h.acme.net/live-bvc/?«streamname=live_1&key=ab»",
      "[here](rtmp://h.acme.net/live/«abcdefgh»)",
      "`rtmp://h.acme.net/live/«abcdefgh»`",
    ],
    free: [
      "uri: rtmp://h.acme.net/live/${YOUTUBE_KEY}",
      "uri: rtmp://h.acme.net/live/live_${YOUTUBE_KEY}",
      "uri: rtmp://h.acme.net/live2?backup=1/${YOUTUBE_KEY}",
      "uri: rtmp://h.acme.net/live/{{ stream.key }}",
      "uri: rtmp://h.acme.net/live/<%= key %>",
      "uri: rtmp://h.acme.net/live/<stream-key>",
      "uri: rtmp://h.acme.net/live/YOUR_STREAM_KEY",
      "uri: rtmp://h.acme.net/live/xxxx-xxxx-xxxx-xxxx",
      "uri: rtmp://h.acme.net/live/${KEY:-abcdefgh}",
      "rtmp://h.acme.net/live",
      "https://h.acme.net/live/abcdefgh",
    ],
  },
  "srt-passphrase": {
    found: [
      "uri: srt://h.acme.net:9000?mode=caller&passphrase=«kestrel-orbit-41»",
      '"srt://h.acme.net:9000?passphrase=«kestrel-orbit-41»&latency=2000"',
    ],
    free: [
      "uri: srt://h.acme.net:9000?passphrase=${STUDIO_PASSPHRASE}",
      "uri: srt://h.acme.net:9000?passphrase=prefix-${STUDIO_PASSPHRASE}",
      "uri: srt://h.acme.net:9000?passphrase=&latency=2000",
    ],
  },
  "stream-uri-password": {
    found: ["rtmp://user:«hunter2»@h.acme.net/live/${KEY}", "srt://:«hunter2»@h.acme.net:9000"],
    free: [
      "rtmp://user:${PASSWORD}@h.acme.net/live/x",
      "rtmp://user:password@h.acme.net/live/x",
      "rtmp://user@h.acme.net:1935/live/x@y",
      "https://user:hunter2@h.acme.net/",
    ],
  },
  "youtube-stream-key": {
    found: [
      `rtmp://a.rtmp.youtube.com/live2/«${KEY}»`,
      "rtmp://a.rtmp.youtube.com/live2/«ab123-cde4-f56g-hi78-90j»",
      `rtmp://b.rtmp.youtube.com/live2?backup=1/«${KEY}»`,
      `rtmps://a.rtmps.youtube.com:443/live2/«${KEY}»`,
    ],
    free: [
      "rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}",
      "rtmp://a.rtmp.youtube.com/live2/xxxx-xxxx-xxxx-xxxx-xxxx",
    ],
  },
  "facebook-stream-key": {
    found: ["key: «FB-1234567890-0-AbyLkq81Zx»"],
    free: ["key: FB-${FACEBOOK_KEY}", "FB-xxxxxxxx-0-xxxxxxxx"],
  },
  "twitch-stream-key": {
    found: ["key: «live_123456789_abcdefghijklmnopqrstuvwxyz0123»"],
    free: [
      "key: live_${TWITCH_KEY}",
      "live_2026_camera",
      "live_xxxxxxxxx_xxxxxxxxxxxxxxxxxxxxxxxx",
    ],
  },
  "amazon-ivs-stream-key": {
    found: ["key: «sk_us-west-2_AbCdEfGh1234_ijkl»"],
    free: ["key: sk_us-west-2_${IVS_KEY}", "sk_test_4eC39HqLyjWDarjtT1zdp7dc"],
  },
  "gcore-rtmp-push-token": {
    found: ["rtmp://vp-push-ed1.gvideo.co/in/123b?«cab719e4f0»"],
    free: [
      "rtmp://vp-push-ed1.gvideo.co/in/123?${GCORE_TOKEN}",
      "rtmp://vp-push-ed1.gvideo.co/in/123",
    ],
  },
  "gcore-srt-push-token": {
    found: [
      "srt://vp-push-ed1-srt.gvideo.co:5001?streamid=123#«cab719e4f0»&mode=caller",
      "srt://vp-push-ed1-srt.gvideo.co:5001?streamid=123%23«cab719e4f0»",
    ],
    free: [
      "srt://h.acme.net:5001?streamid=123#${GCORE_TOKEN}",
      "srt://h.acme.net:5001?streamid=123",
    ],
  },
};

test("there are cases for each rule", () => {
  expect(Object.keys(CASES)).toEqual(SCANNER_RULES.map(({ id }) => id));
});

test.each(SCANNER_RULES.map((rule) => [rule.id, rule] as const))(
  "%s finds the secret, and no placeholder",
  (id, { regex, keywords }) => {
    for (const marked of CASES[id]?.found ?? []) {
      const text = marked.replaceAll(/[«»]/g, "");
      expect(secretIn(regex, text), marked).toBe(/«(.*)»/.exec(marked)?.[1]);
      expect(
        keywords.some((it) => text.toLowerCase().includes(it)),
        text,
      ).toBe(true);
    }
    for (const text of CASES[id]?.free ?? []) expect(secretIn(regex, text), text).toBeUndefined();
  },
);

/** The first group of a match, unless the allowlist holds it: as gitleaks reads its rules. */
function secretIn(regex: RegExp, text: string): string | undefined {
  const secret = regex.exec(text)?.[1];
  return NO_SECRETS.some((it) => it.test(secret ?? "")) ? undefined : secret;
}

test("uses only what RE2 knows, and nothing that TOML would read", () => {
  for (const { source, flags } of [...SCANNER_RULES.map(({ regex }) => regex), ...NO_SECRETS]) {
    expect(source).not.toMatch(/\(\?(?!:)|\\[1-9kpPu]|'''/);
    expect(flags).toMatch(/^i?$/);
  }
  for (const { id, description, keywords } of SCANNER_RULES) {
    expect(`${id} ${description} ${keywords.join(" ")}`).not.toMatch(/["\\]/);
    expect(keywords.join("")).toBe(keywords.join("").toLowerCase());
  }
});

test("prints each rule with its pattern and its allowlist", async () => {
  const { status, stdout, stderr } = await run(["gitleaks"]);
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout.match(/^id = "[\w-]+"$/gm)).toEqual(SCANNER_RULES.map(({ id }) => `id = "${id}"`));
  expect(stdout).toContain(`\
[[rules]]
id = "twitch-stream-key"
description = "Twitch stream key"
regex = '''\\b(live_[0-9]{5,12}_[0-9A-Za-z]{20,40})\\b'''
secretGroup = 1
keywords = ["live_"]
[[rules.allowlists]]
`);
  expect(stdout).toContain("regex = '''(?i)\\brtmps?://[^");
  expect((await run(["gitleaks", "x"])).status).toBe(2);
});
