import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const placeholderHost: Rule = {
  id: "placeholder-host",
  group: "uri",
  severity: "warning",
  docs: {
    summary: "A target's host must not be one that guides write in the place of a real one",
    rationale:
      "`example.com` and its kin, names under `.example`, `.test` and `.invalid`, and the address ranges for documentation " +
      "belong to nobody, and `your-server.com` is not yours: no stream ever arrives there. " +
      "Put in the host that the platform shows beside the stream key, or a placeholder that is filled in later: `${HOST}`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://live.example.com/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://203.0.113.7:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://your-server-ip/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://${HOST}/live/${KEY}\n",
    ],
    sources: [
      "RFC 2606 and RFC 6761, sections 6.2, 6.4 and 6.5: names reserved for examples and tests; IANA holds `example.edu` too.",
      "RFC 5737: 192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24; RFC 3849: 2001:db8::/32; RFC 9637: 3fff::/20.",
      "Gcore, API reference of restreams: its own example is `srt://example.com:1234?mode=caller`.",
      "Inferred: the words that guides write for a host, such as `your-server`.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { host, hostKind } = uri.authority ?? {};
      if (!host || hostKind?.kind !== "placeholder") continue;

      yield {
        message: `This host was never filled in: it ${hostKind.reason}, so no stream arrives there`,
        ...placeOf(field, host.range),
      };
    }
  },
};
