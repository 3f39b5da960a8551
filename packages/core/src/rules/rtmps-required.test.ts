import { applyEdits, lint } from "@restream-lint/core";
import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { rtmpsRequired } from "./rtmps-required.ts";

checkRule(rtmpsRequired, {
  valid: [
    "restreams:\n  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k\n",
    // They take both.
    "restreams:\n  - uri: rtmp://a.rtmp.youtube.com/live2/k\n",
    "restreams:\n  - uri: rtmp://live.twitch.tv/app/k\n",
    "restreams:\n  - uri: rtmp://ingest.global-contribute.live-video.net/app/k\n",
    "restreams:\n  - uri: rtmp://de.pscp.tv:80/x/k\n",
    "restreams:\n  - uri: rtmp://rtmp.cloud.vimeo.com/live/k\n",
    "restreams:\n  - uri: rtmp://live.restream.io/live/k\n",
    "restreams:\n  - uri: rtmp://global-live.mux.com:5222/app/k\n",
    // By SRT it is reached too.
    "restreams:\n  - uri: srt://live.cloudflare.com:778?mode=caller\n",
    // Whose host it is, only the key tells.
    "restreams:\n  - uri: rtmp://fra05.contribute.live-video.net/app/live_1_x\n",
    "restreams:\n  - uri: rtmp://fra05.contribute.live-video.net/app/${KEY}\n",
    // Nothing is known.
    "restreams:\n  - uri: rtmp://h.acme.net/rtmp/k\n",
    "restreams:\n  - uri: rtmp://${FACEBOOK_HOST}/rtmp/k\n",
    "restreams:\n  - uri: ${SCHEME}://live-api-s.facebook.com/rtmp/k\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    {
      code: `\
restreams:
  - uri: rtmp://live-api-s.facebook.com:80/rtmp/k
#        ^^^^ Facebook takes RTMPS only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
    stream_id: 20
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k
    stream_id: 20
`,
      },
    },
    {
      // A port that is not known for plain RTMP stays; the scheme is read whatever its case.
      code: `\
{ "restream": { "uri": "RTMP://live.cloudflare.com:443/live/k", "source_protocol": "rtmps" } }
#                       ^^^^ Cloudflare Stream takes RTMPS or SRT only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
`,
      suggested: {
        "Push by RTMPS": `\
{ "restream": { "uri": "rtmps://live.cloudflare.com:443/live/k", "source_protocol": "rtmps" } }
`,
      },
    },
    {
      // No port that is not documented for RTMPS: Cloudflare's SRT port, some other of Facebook's.
      code: `\
restreams:
  - uri: rtmp://live.cloudflare.com:778/live/k
#        ^^^^ Cloudflare Stream takes RTMPS or SRT only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - uri: rtmps://live.cloudflare.com:443/live/k
`,
      },
    },
    {
      code: `\
restreams:
  - uri: rtmp://live-api-s.facebook.com:8080/rtmp/k
#        ^^^^ Facebook takes RTMPS only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - uri: rtmps://live-api-s.facebook.com:443/rtmp/k
`,
      },
    },
    {
      // A port that is filled in stays.
      code: `\
restreams:
  - uri: rtmp://live.cloudflare.com:\${PORT}/live/k
#        ^^^^ Cloudflare Stream takes RTMPS or SRT only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - uri: rtmps://live.cloudflare.com:\${PORT}/live/k
`,
      },
    },
    {
      // What the source cannot reach is not suggested.
      code: `\
streams:
  - id: 20
    protocol: rtmp
restreams:
  - uri: rtmp://live-api-s.facebook.com/rtmp/k
#        ^^^^ Facebook takes RTMPS only, and by Gcore's list an RTMP source reaches no RTMPS target: let the encoder push to Gcore by RTMPS
    stream_id: 20
  - uri: rtmp://live.cloudflare.com/live/k
#        ^^^^ Cloudflare Stream takes RTMPS or SRT only, and by Gcore's list an SRT source reaches no RTMPS target: let the encoder push to Gcore by RTMPS, or push to its SRT address
    source_protocol: srt
`,
    },
    {
      // Nor what no source reaches together with the stream's other targets.
      code: `\
restreams:
  - uri: rtmp://a.rtmp.youtube.com/live2/k
    stream_id: 20
  - uri: rtmp://live-api-s.facebook.com/rtmp/k
#        ^^^^ Facebook takes RTMPS only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
    stream_id: 20
`,
    },
    {
      // Targets that are switched off, and those of other streams, stand in nobody's way.
      code: `\
restreams:
  - {uri: 'rtmp://a.rtmp.youtube.com/live2/k', stream_id: 21}
  - {uri: 'rtmp://a.rtmp.youtube.com/live2/l', stream_id: 20, active: false}
  - {uri: 'rtmps://b.rtmps.youtube.com/live2/m', stream_id: 20}
  - {uri: 'rtmp://live-api-s.facebook.com/rtmp/k', stream_id: 20}
#          ^^^^ Facebook takes RTMPS only: plain RTMP is refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - {uri: 'rtmp://a.rtmp.youtube.com/live2/k', stream_id: 21}
  - {uri: 'rtmp://a.rtmp.youtube.com/live2/l', stream_id: 20, active: false}
  - {uri: 'rtmps://b.rtmps.youtube.com/live2/m', stream_id: 20}
  - {uri: 'rtmps://live-api-s.facebook.com/rtmp/k', stream_id: 20}
`,
      },
    },
    {
      // What the platform does not say itself is expected, not known; IVS has a switch.
      code: `\
restreams:
  - uri: rtmp://fa723fc1b171.global-contribute.live-video.net/app/sk_us-west-2_k
#        ^^^^ Kick is expected to take RTMPS only: plain RTMP may be refused, and by Gcore's list only an RTMPS source reaches an RTMPS target
    source_protocol: rtmps
  - uri: rtmp://live-upload.instagram.com:1935/rtmp/k
#        ^^^^ Instagram is expected to take RTMPS only, and by Gcore's list an SRT source reaches no RTMPS target: let the encoder push to Gcore by RTMPS
    source_protocol: srt
  - uri: rtmp://fra05.contribute.live-video.net/app/sk_\${KEY}
#        ^^^^ Amazon IVS takes RTMPS or SRT only unless the channel allows insecure ingest, and by Gcore's list an RTMP source reaches no RTMPS target: let the encoder push to Gcore by RTMPS, or push to its SRT address
    source_protocol: rtmp
`,
      suggested: {
        "Push by RTMPS": `\
restreams:
  - uri: rtmps://fa723fc1b171.global-contribute.live-video.net/app/sk_us-west-2_k
    source_protocol: rtmps
  - uri: rtmp://live-upload.instagram.com:1935/rtmp/k
    source_protocol: srt
  - uri: rtmp://fra05.contribute.live-video.net/app/sk_\${KEY}
    source_protocol: rtmp
`,
      },
    },
  ],
});

test.each([
  // Of the user's own servers no port is known but those that are another scheme's.
  ["ingest.studio-b.net", "rtmp://ingest.studio-b.net:1936/live/k", ":1936"],
  ["ingest.studio-b.net", "rtmp://ingest.studio-b.net:1935/live/k", ":443"],
  // Of a platform's, those that it documents.
  ["*.channel.media.azure.net", "rtmp://a.channel.media.azure.net:2936/live/k", ":2936"],
  ["*.channel.media.azure.net", "rtmp://a.channel.media.azure.net:1935/live/k", ":2935"],
  ["global-live.mux.com", "rtmp://global-live.mux.com:5222/app/k", ":443"],
])("by the settings %s takes RTMPS: %s to %s", (host, uri, port) => {
  const text = `uri: ${uri}\n`;
  const targets = [{ host, schemes: ["rtmps" as const] }];
  const [finding] = lint(parseFixture(text), { targets }, [rtmpsRequired]);
  expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
    text.replace("rtmp:", "rtmps:").replace(/:[0-9]+/, port),
  );
});
