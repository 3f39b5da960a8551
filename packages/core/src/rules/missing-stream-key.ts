import { platformsAt } from "../gcore/platforms.ts";
import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const missingStreamKey: Rule = {
  id: "missing-stream-key",
  group: "rtmp",
  severity: "error",
  docs: {
    summary: "An RTMP URI must end with a stream key",
    rationale:
      "Platforms show the server URL and the stream key in two fields; Gcore takes both in one: " +
      "`rtmp://host/app/stream-key`. With the server URL alone, the platform does not know whose stream is arriving, " +
      "and closes the connection. Some keep the key in a query (`?streamname=…`), which counts.\n\n" +
      "One segment without a `/` after it is a warning at hosts that are not known: " +
      "some media servers, MediaMTX for one, take a stream without an app.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://live-push.bilivideo.com/live-bvc/?streamname=live_1&key=${KEY}\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`.",
      "FFmpeg, `libavformat/rtmpproto.c`: one segment is the app, and the stream's name stays empty.",
      "obsproject/obs-studio, `rtmp-services`: 525 of 540 server URLs have an app of one or two segments; arut/nginx-rtmp-module#1304: keys in a query.",
      "bluenviron/mediamtx: a path of one segment names a stream.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { app, hasSlash, lacks } = field.rtmp ?? {};
      if (lacks !== "stream-key" || !app || !uri.authority) continue;

      const isCertain = hasSlash || platformsAt(uri.authority.host.text).length > 0;
      yield {
        message: isCertain
          ? "There is no stream key after the app: the target cannot tell whose stream this is"
          : "There is only one segment after the host: most servers need /app/stream-key",
        severity: isCertain ? "error" : "warning",
        ...placeOf(field, app.range),
      };
    }
  },
};
