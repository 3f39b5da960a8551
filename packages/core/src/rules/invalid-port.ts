import type { Rule } from "../rule.ts";
import { portOf } from "../uri/authority.ts";
import { isWritten } from "../uri/part.ts";
import { placeOf } from "../field/uri-field.ts";

export const invalidPort: Rule = {
  id: "invalid-port",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's port must be a number from 1 to 65535",
    rationale:
      "TCP and UDP have 16 bits for a port, and 0 means none. " +
      "With anything else tools refuse the address, or dial a port that nobody listens on.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:19350000/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:live/${KEY}/backup\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:1935/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:${PORT}/live/${KEY}\n",
    ],
    sources: [
      "RFC 9293, section 3.1, and RFC 768: ports have 16 bits.",
      'FFmpeg, `libavformat/libsrt.c`: a port below 1 or above 65535 is refused, "Port missing in uri".',
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const port = uri.authority?.port;
      // Nothing after the colon is no port (RFC 3986, section 3.2.3).
      if (!isWritten(port) || port.text === "" || portOf(port) !== undefined) continue;

      const found = /^[0-9]{1,6}$/.test(port.text) ? `, not ${port.text}` : "";
      const isQuery = uri.protocol === "srt" && port.text.includes("=");
      yield {
        message: isQuery
          ? 'A "?" is missing after the port: what follows is read as a part of the port'
          : `The port must be a number from 1 to 65535${found}: nobody can listen on any other`,
        ...placeOf(field, port.range),
      };
    }
  },
};
