import type { Rule, Severity } from "../rule.ts";
import { byteLengthOf } from "../uri/byte-length.ts";
import { type Part, writtenIn } from "../uri/part.ts";
import { srtPair } from "../uri/srt.ts";
import { placeOf, type UriField } from "../field/uri-field.ts";

export const srtPassphraseLength: Rule = {
  id: "srt-passphrase-length",
  group: "srt",
  severity: "error",
  docs: {
    summary: "An SRT passphrase must have 10 to 79 bytes",
    rationale:
      "FFmpeg and libsrt refuse a shorter or longer passphrase before they dial, and the restream never connects. Bytes " +
      "count, not letters: `é` is two of them, in UTF-8. libsrt takes 80, but 79 is what FFmpeg and most servers document: " +
      "that is a warning. An empty passphrase means no encryption.\n\n" +
      "Whether `%41` is one byte or three depends on the tool: FFmpeg and libsrt decode it in newer versions, OBS does not. " +
      "Where the passphrase is right for some of them, it is a warning: choose one without `%`.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=secret\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=${STUDIO_B_PASSPHRASE}\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&passphrase=\n    latency_unit: ms\n",
    ],
    sources: [
      "Haivision/srt, `srtcore/socketconfig.cpp` and `haicrypt/haicrypt.h`: 0 or 10 to 80 bytes; `docs/apps/srt-live-transmit.md`: 10 to 79 characters.",
      "FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt: a value from 10 to 79 characters.",
      "FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured: both refuse 9 bytes, `éééé` and 81, take 10, `ééééé` and 80, and do not decode `%`; the current sources of both do.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      const value = srtPair(field.pairs, "passphrase")?.value;
      if (!value || value.text === "") continue;

      const wrong = faultOf(value, field);
      if (wrong) yield { ...wrong, ...placeOf(field, value.range) };
    }
  },
};

const MIN = 10;
/** What libsrt takes, and one more than is documented. */
const MAX = 80;

/** What is wrong, if the tools that decode `%` and those that do not agree that something is. */
function faultOf(
  value: Part,
  { uri }: UriField,
): { readonly message: string; readonly severity?: Severity } | undefined {
  // A placeholder can only make it longer.
  const text = value.isOpen ? writtenIn(uri.surface, value) : value.text;
  const { written, decoded } = byteLengthOf(text);
  const isRefused = (length: number) => length > MAX || (length < MIN && !value.isOpen);

  if (isRefused(written) && isRefused(decoded)) {
    const found = value.isOpen ? "this one has more" : `this one has ${written}`;
    return {
      message: `An SRT passphrase must have 10 to 79 bytes, and ${found}: FFmpeg and libsrt refuse to connect`,
    };
  }
  if (isRefused(written) || isRefused(decoded)) {
    return {
      message: `An SRT passphrase must have 10 to 79 bytes: this one has ${written} as written and ${decoded} with its "%" decoded, and tools differ on that`,
      severity: "warning",
    };
  }
  if (written !== MAX && decoded !== MAX) return undefined;
  return {
    message:
      "An SRT passphrase should have 79 bytes at most: libsrt takes 80, but FFmpeg and most servers document 79",
    severity: "warning",
  };
}
