import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const missingHost: Rule = {
  id: "missing-host",
  group: "uri",
  severity: "error",
  docs: {
    summary: "A target's URI must name a host",
    rationale:
      "Gcore opens the connection, so it must know the machine to connect to. " +
      "`srt://:9000` is how a listener names its own port; for a target write the listener's host before it.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp:///live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://${HOST}/live/${KEY}\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`.",
      "Haivision/srt, `docs/apps/srt-live-transmit.md`: an empty host means 0.0.0.0, and listener mode.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { scheme, authority } = uri;
      if (authority?.hostKind.kind !== "missing") continue;

      const { userinfo, host } = authority;
      const end = userinfo?.range.start ?? host.range.start;
      yield {
        message: 'There is no host after "//": Gcore would have nothing to connect to',
        ...placeOf(field, { start: scheme?.range.start ?? 0, end }),
      };
    }
  },
};
