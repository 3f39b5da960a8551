import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const missingApp: Rule = {
  id: "missing-app",
  group: "rtmp",
  severity: "error",
  docs: {
    summary: "An RTMP URI must name an app after the host",
    rationale:
      "An RTMP server sorts streams by app and stream key: `rtmp://host/app/stream-key`. " +
      "Without them it does not know what is arriving, and closes the connection. " +
      "Platforms show both in their live settings: the server URL ends with the app, and the stream key follows it.",
    invalid: ["restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/\n"],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://${TARGET}\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      if (field.rtmp?.lacks !== "app" || !uri.authority) continue;

      yield {
        message: "The URI ends after the host: RTMP needs /app/stream-key behind it",
        ...placeOf(field, uri.authority.hostAndPort),
      };
    }
  },
};
