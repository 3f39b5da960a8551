import { suggestion } from "../fix.ts";
import type { Finding, Fix, Rule } from "../rule.ts";
import { byteLengthOf } from "../uri/byte-length.ts";
import { type Part, writtenIn } from "../uri/part.ts";
import { srtPair } from "../uri/srt.ts";
import { type AccessControl, accessControlOf } from "../uri/access-control.ts";
import { placeOf, replaceIn, type UriField } from "../field/uri-field.ts";

export const srtMalformedStreamid: Rule = {
  id: "srt-malformed-streamid",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "A streamid in access-control syntax must begin with `#!::` and say `m=publish`",
    rationale:
      "A streamid is free text, unless it begins with `#!::`: then it is a list of keys, of which `m` says what the caller " +
      "wants. Where `m` is missing it means `request`, to play a stream: the target has none of that name, and refuses the " +
      "push. With one colon, `#!:`, it is no such list, and the target looks for a stream of that odd name.\n\n" +
      "More than 512 bytes are an error: FFmpeg and libsrt refuse to connect.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=live/studio\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!:r=live/studio,m=publish\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=%23!::r=live/studio,m=publish\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=publish:live/studio\n    latency_unit: ms\n",
    ],
    sources: [
      "Haivision/srt, `docs/features/access-control.md`: `#!::` and a list of `key=value`, or `#!:{`; `m` is `request` by default, `publish` or `bidirectional`.",
      "datarhei/restreamer-ui, `Publication/Services/Core.js`: builds `#!:m=publish`, with one colon.",
      "FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both take 512 bytes, and refuse 513; `é` is two.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      const value = srtPair(field.pairs, "streamid")?.value;
      if (!value || value.text === "") continue;

      const wrong = lengthFault(value, field) ?? syntaxFault(value, field);
      if (wrong) yield wrong;
    }
  },
};

const MAX = 512;

function lengthFault(value: Part, field: UriField): Finding | undefined {
  const { written, decoded } = byteLengthOf(writtenIn(field.uri.surface, value));
  if (written <= MAX) return undefined;
  return decoded > MAX
    ? {
        message:
          "An SRT streamid must have 512 bytes at most: FFmpeg and libsrt refuse to connect with more",
        severity: "error",
        about: "length",
        ...placeOf(field, value.range),
      }
    : {
        message:
          'An SRT streamid must have 512 bytes at most: this one has more, unless its "%" is decoded, and tools differ on that',
        about: "length",
        ...placeOf(field, value.range),
      };
}

function syntaxFault(value: Part, field: UriField): Finding | undefined {
  const list = accessControlOf(value, field.uri.surface);
  if (!list) return undefined;
  const place = placeOf(field, list.mode && !list.isCutShort ? list.mode : list.prefix);
  if (list.isCutShort) {
    return {
      message: 'Access control in a streamid begins with "#!::": with one colon no server reads it',
      about: "prefix",
      ...place,
      fixes: [mended(list, value, field)],
    };
  }
  if (list.isPublish !== false) return undefined;
  const found = list.mode ? "asks for another mode" : 'does not say "m=publish"';
  return {
    message: `This streamid ${found}, so the target takes it for a player, and refuses the push`,
    about: "mode",
    ...place,
    fixes: [mended(list, value, field)],
  };
}

function mended(list: AccessControl, value: Part, field: UriField): Fix | undefined {
  const edits = [];
  const { prefix, mode, isCutShort, isPublish } = list;
  if (isCutShort) edits.push(replaceIn(field, { start: prefix.end, end: prefix.end }, ":"));
  if (isPublish === false) {
    const { end } = value.range;
    edits.push(
      mode
        ? replaceIn(field, mode, "publish")
        : replaceIn(field, { start: end, end }, `${list.isOpenEnded ? "" : ","}m=publish`),
    );
  }
  const isTooLong = byteLengthOf(value.text).written + ",:m=publish".length > MAX;
  const what = isCutShort ? '"#!::"' : '"m=publish"';
  const title =
    isCutShort && isPublish === false ? 'Write "#!::" and "m=publish"' : `Write ${what}`;
  return isTooLong ? undefined : suggestion(title, ...edits);
}
