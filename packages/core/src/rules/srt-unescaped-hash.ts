import { type Target } from "../document.ts";
import { suggestion } from "../fix.ts";
import { isGcoreIngest } from "../gcore/ingest.ts";
import type { Range } from "../range.ts";
import type { Fix, Rule } from "../rule.ts";
import { placeOf, replaceIn, type UriField } from "../field/uri-field.ts";

export const srtUnescapedHash: Rule = {
  id: "srt-unescaped-hash",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "A `#` in an SRT query should be written `%23`",
    rationale:
      "To URL libraries `#` begins a fragment, which is never sent: VLC, GStreamer and servers written in Go lose it and all " +
      "that follows, be it half a `streamid` or the latency. FFmpeg, OBS and libsrt take it for an ordinary character.\n\n" +
      "No way of writing it is right for every tool. `%23` is the standard one; newer FFmpeg, libsrt and Go decode it, " +
      "OBS, VLC and older FFmpeg do not. If a raw `#` is needed, put `streamid` last, and turn this rule off.\n\n" +
      "The `ID#TOKEN` that Gcore's own ingest hands out is left alone.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=#!::r=studio-b,m=publish\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=studio-b,m=publish\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000&streamid=${ID}#${TOKEN}\n    latency_unit: ms\n",
    ],
    sources: [
      "RFC 3986, section 3.5: `#` begins the fragment. Go `net/url`, VLC and GStreamer read it so; FFmpeg, OBS and Haivision/srt `apps/uriparser.cpp` do not.",
      "Haivision/srt#1871, ossrs/srs#4507: streams lost to a `#`. ossrs/srs-docs, PR 91: VLC does not decode `%23`.",
      "FFmpeg, `libavformat/libsrt.c`: 6.1 decodes nothing, current code decodes streamid and passphrase (since 7.1, inferred from its includes). OBS, `obs-ffmpeg-srt.h`, decodes nothing.",
      "Gcore, SRT: `srt://vp-push-ed1-srt.gvideo.co:5001?latency=2000&streamid=12345#aaabbbcccddd`.",
    ],
  },

  *check(document) {
    for (const target of document.srtTargets) {
      const hashes = hashesIn(target);
      const [first] = hashes;
      if (!first || isHandedOut(target, hashes)) continue;

      const { field } = target;
      yield {
        message:
          'A raw "#" in an SRT query: VLC, GStreamer and Go servers read nothing after it; "%23" is the standard, but not every tool decodes it',
        ...placeOf(field, first),
        fixes: [hashes.length < MAX_HASHES ? escaped(field, hashes) : undefined],
      };
    }
  },
};

function escaped(field: UriField, hashes: readonly Range[]): Fix | undefined {
  const edits = hashes.map((range) => replaceIn(field, range, "%23"));
  return suggestion('Write "#" as %23', ...edits);
}

/** A text with more of them is no URI. */
const MAX_HASHES = 100;

function hashesIn({ uri: { query, surface } }: Target): Range[] {
  const hashes: Range[] = [];
  const { start, end } = query?.range ?? { start: 0, end: 0 };
  for (let at = start; hashes.length < MAX_HASHES; at += 1) {
    at = surface.masked.indexOf("#", at);
    if (at === -1 || at >= end) break;
    hashes.push({ start: at, end: at + 1 });
  }
  return hashes;
}

/** Whether the only `#` parts an `ID#TOKEN`, as Gcore's ingest hands it out, and the host may be such an ingest. */
function isHandedOut({ uri, field }: Target, hashes: readonly Range[]): boolean {
  if (hashes.length > 1 || !uri.authority || isGcoreIngest(uri.authority.host) === false)
    return false;
  return field.pairs.some(({ name, value }) => {
    if (name.text !== "streamid" || !value) return false;
    return /^(?:[0-9]+b?|\ufdd0+)#[^#]+$/.test(
      uri.surface.masked.slice(value.range.start, value.range.end),
    );
  });
}
