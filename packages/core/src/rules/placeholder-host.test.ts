import { checkRule, parseFixture } from "@restream-lint/testkit";
import { expect, test } from "vitest";
import { lint } from "../lint.ts";
import { placeholderHost } from "./placeholder-host.ts";

const RESERVED =
  "This host was never filled in: it is a name reserved for examples and tests, so no stream arrives there";
const DOCUMENTATION =
  "This host was never filled in: it is an address reserved for documentation, so no stream arrives there";
const GUIDES =
  "This host was never filled in: it is what guides write in the place of a real one, so no stream arrives there";

checkRule(placeholderHost, {
  valid: [
    "restreams:\n  - uri: rtmp://h.acme.net/live/key\n",
    // Names that only look so.
    "restreams:\n  - uri: rtmp://examples.com/live/key\n",
    "restreams:\n  - uri: rtmp://my-example.com/live/key\n",
    "restreams:\n  - uri: rtmp://example.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://example.com.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://example.tv/live/key\n",
    "restreams:\n  - uri: rtmp://test.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://ingest.contest/live/key\n",
    "restreams:\n  - uri: rtmp://invalid.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://host.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://hostname.acme.net/live/key\n",
    "restreams:\n  - uri: rtmp://server/live/key\n",
    "restreams:\n  - uri: rtmp://my-server.duckdns.org/live/key\n",
    "restreams:\n  - uri: rtmp://x.x.x/live/key\n",
    // Real hosting companies.
    "restreams:\n  - uri: rtmp://static.7.1.203.88.clients.your-server.de/live/key\n",
    "restreams:\n  - uri: rtmp://nbg1.your-objectstorage.com/live/key\n",
    "restreams:\n  - uri: rtmp://live.yourhosting.nl/live/key\n",
    // Beside the ranges.
    "restreams:\n  - uri: rtmp://192.0.3.0/live/key\n",
    "restreams:\n  - uri: rtmp://[3fff:1000::1]/live/key\n",
    // Other rules' business, or nobody's.
    "restreams:\n  - uri: rtmp://<host>/live/key\n",
    "restreams:\n  - uri: rtmp://your-server..com/live/key\n",
    "restreams:\n  - uri: rtmp://example.localhost/live/key\n",
    "restreams:\n  - uri: rtmp://${HOST}.example.com/live/key\n",
    "restreams:\n  - uri: https://example.com/live/key\n",
    "restreams:\n  - uri: example.com/live/key\n",
    "restreams:\n  - uri: rtmp://h.acme.net/example.com/your-server\n",
    "restreams:\n  - uri:\n",
  ],
  invalid: [
    ...[
      ["example.com", RESERVED],
      ["a.b.example.com", RESERVED],
      ["example.net", RESERVED],
      ["EXAMPLE.ORG.", RESERVED],
      ["example.edu", RESERVED],
      ["studio.example", RESERVED],
      ["example", RESERVED],
      ["live.test", RESERVED],
      ["h.invalid", RESERVED],
      ["192.0.2.1", DOCUMENTATION],
      ["198.51.100.7", DOCUMENTATION],
      ["203.0.113.255", DOCUMENTATION],
      ["your-server.com", GUIDES],
      ["live.yourdomain.tv", GUIDES],
      ["YOUR_RTMP_SERVER_IP", GUIDES],
      ["your-own-server", GUIDES],
      ["your-server-address-here", GUIDES],
      ["your-stream-server.acme.net", GUIDES],
      ["hostname", GUIDES],
      ["Host", GUIDES],
      ["server-ip", GUIDES],
      ["server_ip_address", GUIDES],
      ["ip-address", GUIDES],
      ["hostname_or_IP", GUIDES],
      ["domain-name", GUIDES],
      ["xxx.xxx.xxx.xxx", GUIDES],
      ["x.x.x.x", GUIDES],
    ].map(([host = "", message = ""]) => ({
      code: `\
restreams:
  - uri: rtmp://${host}/live/key
#               ${"^".repeat(host.length)} ${message}
`,
    })),
    {
      code: `\
restreams:
  - uri: 'srt://[2001:db8::1]:9000?mode=caller'
#                ^^^^^^^^^^^ ${DOCUMENTATION}
`,
    },
    {
      // Without its brackets, and with a mistake elsewhere.
      code: `\
restreams:
  - uri: rtmp://3fff::1:1935/live/ key
#               ^^^^^^^ ${DOCUMENTATION}
`,
    },
    {
      code: `\
{ "restreams": [{ "uri": "rtmp:\\/\\/user:pass@live.exam\\u0070le.com:1935\\/live\\/key" }] }
#                                            ^^^^^^^^^^^^^^^^^^^^^ ${RESERVED}
`,
    },
    {
      // Read as it is meant.
      code: `\
restreams:
  - uri: "rtmp://exam\\u200bple.com/live/key"
#                ^^^^^^^^^^^^^^^^^ ${RESERVED}
`,
    },
  ],
});

test.each([
  "srt://example.com:1234?mode=caller",
  "srt://target.example.com:5001?streamid=1&mode=caller&latency=2500000",
])("Gcore's own example %s is no error", (uri) => {
  const found = lint(parseFixture(`restreams:\n  - stream_id: 20\n    uri: ${uri}\n`));
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(found.map(({ rule }) => rule)).toContain("placeholder-host");
});
