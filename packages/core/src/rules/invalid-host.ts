import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const invalidHost: Rule = {
  id: "invalid-host",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's host must be an IP address or a DNS name",
    rationale:
      "What is neither cannot be looked up, so the restream never connects. A name is made of labels of 1 to 63 letters, " +
      "digits, `-` and `_`, with dots between them; no label is empty, begins or ends with `-`, and the last is not a number. " +
      "International names (`bücher.de`) and a final dot are fine; an IPv6 address stands in brackets.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest..studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://93.184.216.340/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://bücher.de./live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest_2.studio-b.net/live/${KEY}\n",
    ],
    sources: [
      "RFC 1123, section 2.1, and RFC 1035, section 2.3.4: the letters and lengths of host names; RFC 5890 to 5892: international ones.",
      "WHATWG URL, section 3.5: a name whose last label is a number is read as an IPv4 address.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { host, hostKind } = uri.authority ?? {};
      if (!host || hostKind?.kind !== "invalid") continue;

      yield {
        message: `No such host can exist: it ${hostKind.reason}`,
        ...placeOf(field, host.range),
      };
    }
  },
};
