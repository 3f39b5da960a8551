import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const unreachableHost: Rule = {
  id: "unreachable-host",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's host must be reachable from the internet",
    rationale:
      "Gcore connects from its own data centres. Private, link-local and loopback addresses, `localhost` and `.local` names " +
      "work on the desk where they were tested, and mean another machine or none from there. " +
      "Use the public name or address of the server, and forward its port if it is behind a router.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://192.168.1.20/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://localhost/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://93.184.216.34/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
    ],
    sources: [
      "RFC 6890 and the IANA special-purpose address registries: private, shared, link-local, loopback, unspecified.",
      "RFC 6761, section 6.3: `localhost` and all names under it; RFC 6762: `.local`.",
      "Gcore, restream guide: Gcore initiates the connection.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { host, hostKind } = uri.authority ?? {};
      if (!host || hostKind?.kind !== "unreachable") continue;

      yield {
        message: `Gcore cannot reach this host: it ${hostKind.reason}`,
        ...placeOf(field, host.range),
      };
    }
  },
};
