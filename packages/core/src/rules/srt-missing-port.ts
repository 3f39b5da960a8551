import type { Rule } from "../rule.ts";
import { placeOf } from "../field/uri-field.ts";

export const srtMissingPort: Rule = {
  id: "srt-missing-port",
  group: "srt",
  severity: "error",
  docs: {
    summary: "An SRT URI must name its port",
    rationale:
      "RTMP has a port of its own, 1935; SRT has none. FFmpeg refuses a URI without a port, VLC takes 9000, GStreamer " +
      "7001: at best the restream knocks at a door where nobody listens. Type the port that the target gives you: " +
      "`srt://ingest.studio-b.net:9000`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://${STUDIO_B}?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      'FFmpeg, `libavformat/libsrt.c`: a URI without a port from 1 to 65 535 is refused, "Port missing in uri".',
      "VLC, `modules/access_output/srt.c`: takes port 9000; GStreamer, `gstsrtobject.h`: takes port 7001.",
      "Gcore, create and configure a restream: every SRT target of its examples has a port.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.srtTargets) {
      if (!uri.authority || uri.authority.unbracketed) continue;
      const { host, hostKind, port } = uri.authority;
      // A placeholder may bring its port along, and a broken IPv6 address may hold it.
      const isOpen =
        !port && (host.isOpen || (hostKind.kind === "invalid" && host.text.includes(":")));
      if (isOpen || hostKind.kind === "missing" || (port && port.text !== "")) continue;

      yield {
        message: "SRT has no default port: without one, nobody can tell where the target listens",
        ...placeOf(field, host.range),
      };
    }
  },
};
