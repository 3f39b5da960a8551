import type { Rule } from "../rule.ts";
import { placeholderKeyIn } from "../uri/placeholder-key.ts";
import { repetitionIn } from "../uri/repeated-key.ts";
import { placeOf } from "../field/uri-field.ts";

export const repeatedStreamKey: Rule = {
  id: "repeated-stream-key",
  group: "rtmp",
  severity: "warning",
  docs: {
    summary: "An RTMP URI must hold its stream key once",
    rationale:
      "A key that is pasted into a field which already held it becomes a key that the target does not know, " +
      "and the target closes the connection. The same happens where the server's whole address is pasted behind itself. " +
      "Delete the second copy.\n\n" +
      "Reported are halves of 8 characters or more, with one character between them or none.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/k3y9-w2xp-k3y9-w2xp\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/studio-b-2026/studio-b-2026\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/rtmp://ingest.studio-b.net/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/k3y9-k3y9-w2xp-w2xp\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/livestream/livestream\n",
    ],
    sources: [
      "Inferred: platforms show the server's address and the stream key in two fields, and both are pasted into one here.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const found = field.rtmp && repetitionIn(uri, field.rtmp);
      // `stream-key/stream-key` has one cause, and another name.
      if (!found || (field.rtmp && placeholderKeyIn(uri, field.rtmp))) continue;

      yield {
        message:
          found.of === "address"
            ? "The server's address stands here a second time: the target takes it for a part of the stream key"
            : "The stream key stands here a second time: the target knows no such key",
        about: found.of,
        ...placeOf(field, found.range),
      };
    }
  },
};
