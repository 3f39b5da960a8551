import { applyEdits, applyFixes, lint } from "@restream-lint/core";
import { annotate, checkRule, parseFixture, strip } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { resolvePlaceholders } from "../document.ts";
import { hardCodedSecret } from "./hard-coded-secret.ts";

const ON_AIR = "whoever can read it can go on air in your place";

checkRule(hardCodedSecret, {
  valid: [
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
    // Partly literal: the placeholder may be the secret part.
    "restreams:\n  - uri: rtmp://live.twitch.tv/app/live_${ID}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/camera?token=${TOKEN}\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/${KEY}?bandwidthtest=true\n",
    "restreams:\n  - uri: rtmp://user:${PASSWORD}@h.acme.net/live/${KEY}\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=${A}suffix0123\n",
    // Nothing there yet, or something that stands in for it.
    "restreams:\n  - uri: rtmp://h.acme.net/live/\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?passphrase=&streamid=\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/xxxx-xxxx-xxxx-xxxx\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/YOUR_STREAM_KEY\n",
    "restreams:\n  - uri: rtmp://h.acme.net/live/<key>\n",
    // Filled in by a secret store, or by a tag.
    "restreams:\n  - uri: op://studio/youtube/uri\n",
    "restreams:\n  - uri: !secret rtmp://h.acme.net/live/abc\n",
    // A streamid that only names a stream.
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=1\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=live/studio-camera-2026-11-22\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=#!::r=live/x,m=publish,u=studio\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=publish:live/x\n",
    "restreams:\n  - uri: srt://h.acme.net:9000?streamid=publish:live/x:studio\n",
    // Gcore's ID of a stream is no secret.
    "restreams:\n  - uri: rtmp://vp-push-ed1.gvideo.co/in/123\n",
    "restreams:\n  - uri: rtmp://vp-push-ed1.gvideo.co/in/123b?${TOKEN}\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=123#${TOKEN}\n",
    "restreams:\n  - uri: srt://vp-push-ed1-srt.gvideo.co:5001?streamid=123\n",
    // A user's name, and no password.
    "restreams:\n  - uri: rtmp://user@h.acme.net/live/${KEY}\n",
    "restreams:\n  - uri: rtmp://user:@h.acme.net/live/${KEY}\n",
    // Other rules have said that this cannot be read.
    "restreams:\n  - uri: h.acme.net/live/abc\n",
    "restreams:\n  - uri: https://h.acme.net/live/abc\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k17a-13s8
#                                        ^^^^^^^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${YOUTUBE_KEY}: set that variable to what stands here now": `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/\${YOUTUBE_KEY}
`,
      },
    },
    {
      // The query belongs to the key; the name is taken.
      code: `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/FB-12-0-Ab?s_bl=1&a=AbyL
#                                                 ^^^^^^^^^^^^^^^^^^^^^^^^ This stream key is written out: ${ON_AIR}
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`,
      suggested: {
        "Move it to ${FACEBOOK_KEY_2}: set that variable to what stands here now": `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY_2}
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/\${FACEBOOK_KEY}
`,
      },
    },
    {
      // A query alone is the key.
      code: `\
- stream_id: 20
  uri: "rtmp://ingest.studio-b.co.uk/live-bvc/?streamname=live_1&key=ab"
#                                              ^^^^^^^^^^^^^^^^^^^^^^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${STUDIO_B_KEY}: set that variable to what stands here now": `\
- stream_id: 20
  uri: "rtmp://ingest.studio-b.co.uk/live-bvc/?\${STUDIO_B_KEY}"
`,
      },
    },
    {
      code: `\
restreams:
  - uri: 'rtmp://b.rtmp.youtube.com/live2?backup=1/k17a-13s8'
#                                                  ^^^^^^^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${YOUTUBE_KEY}: set that variable to what stands here now": `\
restreams:
  - uri: 'rtmp://b.rtmp.youtube.com/live2?backup=1/\${YOUTUBE_KEY}'
`,
      },
    },
    {
      code: `\
{ "stream_id": 20, "uri": "srt:\\/\\/ingest.studio-b.net:9000?passphrase=kestrel-orbit-41&mode=caller" }
#                                                                      ^^^^^^^^^^^^^^^^ This passphrase is written out: whoever can read it can watch the stream, or send another
`,
      suggested: {
        "Move it to ${STUDIO_B_PASSPHRASE}: set that variable to what stands here now": `\
{ "stream_id": 20, "uri": "srt:\\/\\/ingest.studio-b.net:9000?passphrase=\${STUDIO_B_PASSPHRASE}&mode=caller" }
`,
      },
    },
    {
      // An address tells nothing: the restream's number.
      code: `\
restreams:
  - uri: rtmp://93.184.216.34/live/\${KEY}
  - uri: rtmp://user:hunter2@93.184.216.34/live/\${KEY}
#                    ^^^^^^^ This password is written out: whoever can read it can sign in as you
`,
      suggested: {
        "Move it to ${RESTREAM_2_PASSWORD}: set that variable to what stands here now": `\
restreams:
  - uri: rtmp://93.184.216.34/live/\${KEY}
  - uri: rtmp://user:\${RESTREAM_2_PASSWORD}@93.184.216.34/live/\${KEY}
`,
      },
    },
    {
      // Gcore's token, as RTMP and as SRT carry it: what is no secret stays.
      code: `\
restreams:
  - uri: rtmp://vp-push-ed1.gvideo.co/in/123b?cab719
#                                             ^^^^^^ This token is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${GCORE_TOKEN}: set that variable to what stands here now": `\
restreams:
  - uri: rtmp://vp-push-ed1.gvideo.co/in/123b?\${GCORE_TOKEN}
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:5001?streamid=123#cab719&mode=caller
#                                           ^^^^^^ This token is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${ACME_TOKEN}: set that variable to what stands here now": `\
restreams:
  - uri: srt://h.acme.net:5001?streamid=123#\${ACME_TOKEN}&mode=caller
`,
      },
    },
    {
      // A streamid that nobody could guess, and one that is the platform's stream key.
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=7f3a9c20b1e84d56
#                                       ^^^^^^^^^^^^^^^^ This streamid is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${ACME_STREAMID}: set that variable to what stands here now": `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=\${ACME_STREAMID}
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://global-live.mux.com:6001?streamid=kestrel
#                                                ^^^^^^^ This streamid is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${MUX_STREAMID}: set that variable to what stands here now": `\
restreams:
  - uri: srt://global-live.mux.com:6001?streamid=\${MUX_STREAMID}
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=#!::m=publish,u=a,s=hunter2
#                                                           ^^^^^^^ This password is written out: whoever can read it can sign in as you
`,
      suggested: {
        "Move it to ${ACME_PASSWORD}: set that variable to what stands here now": `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=#!::m=publish,u=a,s=\${ACME_PASSWORD}
`,
      },
    },
    {
      code: `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=publish:live/x:studio:hunter2
#                                                             ^^^^^^^ This password is written out: whoever can read it can sign in as you
`,
      suggested: {
        "Move it to ${ACME_PASSWORD}: set that variable to what stands here now": `\
restreams:
  - uri: srt://h.acme.net:9000?streamid=publish:live/x:studio:\${ACME_PASSWORD}
`,
      },
    },
    {
      // In a flow map, braces need quotes around them.
      code: `\
restreams:
  - {uri: rtmp://h.acme.net/live/abc, stream_id: 20}
#                                ^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${ACME_KEY}: set that variable to what stands here now": `\
restreams:
  - {uri: "rtmp://h.acme.net/live/\${ACME_KEY}", stream_id: 20}
`,
      },
    },
    {
      code: `\
restreams:
  - {uri: rtmp://h.acme.net/live/a"b, stream_id: 20}
#                                ^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${ACME_KEY}: set that variable to what stands here now": `\
restreams:
  - {uri: 'rtmp://h.acme.net/live/\${ACME_KEY}', stream_id: 20}
`,
      },
    },
    {
      // Nobody can tell where in a block scalar the key stands.
      code: `\
restreams:
  - uri: >-
#        ^^ This stream key is written out: ${ON_AIR}
      rtmp://h.acme.net/live/abc
`,
    },
    {
      // A mistake in it is to be mended first.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/abc?s_bl=1&amp;a=b
#                               ^^^^^^^^^^^^^^^^^^ This stream key is written out: ${ON_AIR}
`,
    },
    {
      // An \`@\` after the host: it may be a part of the password, so nothing is named after it.
      code: `\
restreams:
  - uri: rtmp://h.acme.net/live/abc@def
#                               ^^^^^^^ This stream key is written out: ${ON_AIR}
`,
      suggested: {
        "Move it to ${RESTREAM_1_KEY}: set that variable to what stands here now": `\
restreams:
  - uri: rtmp://h.acme.net/live/\${RESTREAM_1_KEY}
`,
      },
    },
  ],
});

const SEVERAL = `\
restreams:
  - uri: rtmp://a:hunter2@h.acme.net/live/abc
#                 ^^^^^^^ FIRST
  - &it
    uri: rtmp://h.acme.net/live/abc
  - *it
  - uri: srt://h.acme.net:9000?passphrase=kestrel-orbit-41&streamid=7#ab
`;

test("speaks once for all the secrets of a document, an anchor's counted once", () => {
  const text = strip(SEVERAL);
  const found = lint(parseFixture(text), {}, [hardCodedSecret]);
  const message =
    "This password is written out, the first of 5 secrets here: whoever can read it can sign in as you";
  expect(annotate(text, found)).toBe(SEVERAL.replace("FIRST", message));
});

test("speaks of each where no exception is wanted, and names equal ones alike", () => {
  const text = strip(SEVERAL);
  const findings = [...(hardCodedSecret.checkEach?.(parseFixture(text)) ?? [])];
  const words = findings.map(({ message, fixes = [] }) => [
    /^This [\w ]+ is written out: /.test(message),
    /\$\{(\w+)\}/.exec(fixes[0]?.title ?? "")?.[1],
  ]);
  expect(words).toEqual([
    [true, "ACME_PASSWORD"],
    [true, "ACME_KEY"],
    [true, "ACME_KEY"],
    [true, "ACME_PASSPHRASE"],
    [true, "ACME_TOKEN"],
  ]);
  const edits = findings.flatMap(({ fixes = [] }) => fixes.flatMap((it) => it?.edits ?? []));
  const moved = applyEdits(text, edits);
  expect([...(hardCodedSecret.checkEach?.(parseFixture(moved)) ?? [])]).toEqual([]);
});

test("is never mended without a person: the secret may stand nowhere else", () => {
  const document = parseFixture("stream_id: 20\nuri: rtmp://h.acme.net/live/abc\n");
  expect(applyFixes(document, {}, { unsafe: true })).toEqual({ document, applied: 0, edits: [] });
});

test("what is filled in from elsewhere is not written out here", () => {
  const document = parseFixture("stream_id: 20\nuri: rtmp://h.acme.net/live/${KEY}\n");
  const resolved = resolvePlaceholders(document, () => "abc");
  expect(resolved.targets[0]?.uri.text).toBe("rtmp://h.acme.net/live/abc");
  expect(lint(resolved, {}, [hardCodedSecret])).toEqual([]);
});

test("a target that only the settings know is no platform, whose keys would be its streamids", () => {
  const settings = { targets: [{ host: "h.acme.net", latencyUnit: "ms" as const }] };
  const srt = "srt://h.acme.net:9000?mode=caller&latency=2000&streamid=";
  const found = (uri: string) =>
    lint(parseFixture(`stream_id: 20\nuri: ${uri}\n`), settings, [hardCodedSecret]);
  expect(found(`${srt}live`)).toEqual([]);
  expect(found("rtmp://h.acme.net/live/abc")).toMatchObject([
    { fixes: [{ title: expect.stringContaining("${ACME_KEY}") }] },
  ]);
});
