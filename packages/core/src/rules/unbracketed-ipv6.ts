import { alternatives, suggestion } from "../fix.ts";
import type { Rule } from "../rule.ts";
import { placeOf, replaceIn } from "../field/uri-field.ts";

export const unbracketedIpv6: Rule = {
  id: "unbracketed-ipv6",
  group: "uri",
  severity: "error",
  offers: "suggestions",
  docs: {
    summary: "An IPv6 address must stand in brackets",
    rationale:
      "Without brackets nobody can tell the last group of the address from a port: " +
      "tools cut at the first colon or at the last, and connect to another machine, or to none.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://2606:2800:21f::34:1935/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://[2606:2800:21f::34]:1935/live/${KEY}\n",
    ],
    sources: [
      "RFC 3986, section 3.2.2: an IPv6 address is enclosed in square brackets.",
      "Haivision/srt#2764 and #703: SRT addresses with IPv6 hosts.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      const { range, readings = [] } = uri.authority?.unbracketed ?? {};
      if (!range) continue;

      // SRT has no default port, so there an address alone cannot be what was meant.
      const offered = uri.protocol === "srt" ? readings.filter(({ hasPort }) => hasPort) : readings;
      yield {
        message: 'An IPv6 address must stand in "[" and "]": its end cannot be told from a port',
        ...placeOf(field, range),
        fixes: alternatives(
          offered.map(({ text, hasPort }) =>
            suggestion(
              hasPort
                ? "Put brackets before the port"
                : "Put brackets around it all, without a port",
              replaceIn(field, range, text),
            ),
          ),
        ),
      };
    }
  },
};
