import type { Target } from "../document.ts";
import { suggestion } from "../fix.ts";
import { needsRtmps } from "../gcore/ingest-fault.ts";
import { createReach } from "../gcore/reach.ts";
import type { Platform } from "../gcore/target-facts.ts";
import type { Rule } from "../rule.ts";
import { changeScheme } from "../field/scheme-field.ts";
import { protocolName } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

export const rtmpsRequired: Rule = {
  id: "rtmps-required",
  group: "gcore",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "A platform that takes no plain RTMP must be pushed to by RTMPS",
    rationale:
      "Facebook, Cloudflare Stream and Amazon IVS refuse plain RTMP; Instagram, Kick and Telegram are expected to. " +
      "The restream is created without an error, and its connection is closed each time it is opened.\n\n" +
      "By Gcore's list only an RTMPS source reaches an RTMPS target. So with `rtmps://` in the restream the encoder has to " +
      "push to Gcore by RTMPS too, and then no RTMP or SRT target of the same stream is reached: give those a stream " +
      "of their own. Cloudflare Stream can be reached by SRT instead, from an RTMP or SRT source.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://live-api-s.facebook.com:80/rtmp/${FACEBOOK_KEY}\n",
      "streams:\n  - id: 20\n    protocol: srt\nrestreams:\n  - stream_id: 20\n    uri: rtmp://live.cloudflare.com/live/${CLOUDFLARE_KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmps://live-api-s.facebook.com:443/rtmp/${FACEBOOK_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://live.twitch.tv/app/${TWITCH_KEY}\n",
    ],
    sources: [
      "https://developers.facebook.com/docs/live-video-api/reference: protocol, RTMPS streaming.",
      "https://developers.cloudflare.com/stream/stream-live/start-stream-live/: RTMPS or SRT.",
      "https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_Channel.html: `insecureIngest` is false unless the channel allows it.",
      "datarhei/restreamer-ui and guides of integrators offer RTMPS alone for Instagram, Kick and Telegram; the platforms document nothing.",
      "https://gcore.com/docs/streaming/live-streaming/create-and-configure-a-restream-to-social-media: RTMPS → RTMPS is the only listed pair with an RTMPS target.",
    ],
  },

  *check(document) {
    const reaches = createReach(document);
    for (const target of document.targets) {
      const { field, platform, uri } = target;
      if (!platform || !uri.scheme || !needsRtmps(target)) continue;

      yield {
        message: messageOf(target, platform),
        ...placeOf(field, uri.scheme.range),
        fixes: reaches(target, "rtmps")
          ? [suggestion("Push by RTMPS", ...changeScheme(field, "rtmps", platform))]
          : [],
      };
    }
  },
};

function messageOf({ restream: { source } }: Target, platform: Platform): string {
  const { name, schemes, takesRtmpIf } = platform;
  const [takes, is] = schemes?.source.isThirdParty
    ? ["is expected to take", "may be"]
    : ["takes", "is"];
  const listed = (schemes?.value ?? []).map(protocolName).join(" or ");
  const unless = takesRtmpIf === undefined ? "" : ` unless ${takesRtmpIf}`;
  const refused = `${name} ${takes} ${listed} only${unless}`;
  if (!source || source.value === "rtmps") {
    return `${refused}: plain RTMP ${is} refused, and by Gcore's list only an RTMPS source reaches an RTMPS target`;
  }
  const reached = `an ${protocolName(source.value)} source reaches no RTMPS target`;
  const instead = schemes?.value.includes("srt") ? ", or push to its SRT address" : "";
  return `${refused}, and by Gcore's list ${reached}: let the encoder push to Gcore by RTMPS${instead}`;
}
