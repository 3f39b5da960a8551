import type { Rule } from "../rule.ts";
import { placeholderKeyIn } from "../uri/placeholder-key.ts";
import { placeOf } from "../field/uri-field.ts";

export const placeholderStreamKey: Rule = {
  id: "placeholder-stream-key",
  group: "rtmp",
  severity: "error",
  docs: {
    summary: "An RTMP URI must end with a real stream key, not with what guides write in its place",
    rationale:
      "`<key>`, `YOUR_STREAM_KEY` and `xxxx-xxxx-xxxx-xxxx` are copied along with an address and then forgotten. " +
      "The target knows no such key, and closes the connection. Paste the key that the platform shows, " +
      "or write a placeholder that is filled in later: `${STREAM_KEY}`.\n\n" +
      "Only a whole segment, or the whole value of a query parameter, is reported; " +
      "`livestream`, `test` and `key` are keys that some servers really take.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/xxxx-xxxx-xxxx-xxxx-xxxx\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/YOUR_STREAM_KEY\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/<stream-key>\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${STREAM_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/livestream\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; a key is shown beside it.",
      "Inferred: what platforms' guides and pages show in the place of a key.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const found = field.rtmp && placeholderKeyIn(uri, field.rtmp);
      if (!found) continue;

      yield {
        message:
          found.kind === "mask"
            ? "The stream key is a mask, as pages show it: the target knows no such key, so paste the key itself"
            : "The stream key was never filled in: the target knows no such key, so paste yours or write ${STREAM_KEY}",
        ...placeOf(field, found.range),
      };
    }
  },
};
