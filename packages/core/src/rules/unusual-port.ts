import type { Target } from "../document.ts";
import { ingestFaultOf, needsRtmps } from "../gcore/ingest-fault.ts";
import type { Rule } from "../rule.ts";
import { portOf } from "../uri/authority.ts";
import { isForeignPort } from "../uri/ports.ts";
import { DEFAULT_PORTS, protocolName } from "../uri/uri.ts";
import { placeOf } from "../field/uri-field.ts";

export const unusualPort: Rule = {
  id: "unusual-port",
  group: "uri",
  severity: "warning",
  docs: {
    summary: "RTMPS belongs on port 443, and RTMP on 1935, unless the target says otherwise",
    rationale:
      "RTMPS begins with a TLS handshake, RTMP does not. Where the port speaks the other one, the connection is closed before " +
      "a picture is sent. It mostly happens when somebody changes the scheme and leaves the port: " +
      "change both, or leave the port out.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmps://ingest.studio-b.net:1935/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net:443/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmps://ingest.studio-b.net:443/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://global-live.mux.com:5222/app/${MUX_KEY}\n",
    ],
    sources: [
      "RTMP specification: port 1935; RTMPS is RTMP in TLS, on 443 (FFmpeg `libavformat/rtmp.h`; Gcore, RTMP).",
      "Gcore, initial parameters, errors: port 80 is unsuitable for RTMPS, use 443.",
      "obsproject/obs-studio, `rtmp-services`: of 106 RTMPS servers none is on 1935 or 80; of 430 RTMP servers one is on 443.",
    ],
  },

  *check(document) {
    for (const target of document.targets) {
      const { field, uri } = target;
      const port = uri.authority?.port;
      const number = port && portOf(port);
      if (!port || number === undefined || !uri.protocol) continue;
      if (!isForeignPort(uri.protocol, number) || isExplained(target, number)) continue;

      const name = protocolName(uri.protocol);
      const other = uri.protocol === "rtmp" ? "RTMPS" : number === 80 ? "plain HTTP" : "plain RTMP";
      yield {
        message: `Port ${number} is for ${other}, but the scheme says ${name}, whose port is ${DEFAULT_PORTS[uri.protocol]}: the connection most likely fails`,
        ...placeOf(field, port.range),
      };
    }
  },
};

/** Whether the target is known to listen there, or has to be reached by another scheme or host anyway. */
function isExplained(target: Target, port: number): boolean {
  const { platform, uri } = target;
  const ports = uri.protocol && platform?.ports?.value[uri.protocol];
  return Boolean(ports?.includes(port)) || needsRtmps(target) || isMisdirected(target);
}

function isMisdirected(target: Target): boolean {
  const fault = ingestFaultOf(target);
  return fault !== undefined && fault.kind !== "app";
}
