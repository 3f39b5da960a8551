import type { Rule } from "../rule.ts";
import { writtenIn } from "../uri/part.ts";
import { type SrtPair, srtPair } from "../uri/srt.ts";
import { type Bounds, findSrtParameter, type SrtParameter } from "../uri/srt-parameters.ts";
import { judgeSrtValue, type SrtTool, type SrtValueVerdict } from "../uri/srt-value.ts";
import { placeOf, type UriField } from "../field/uri-field.ts";

export const srtInvalidParameter: Rule = {
  id: "srt-invalid-parameter",
  group: "srt",
  severity: "error",
  docs: {
    summary: "The value of an SRT parameter must be one that FFmpeg and libsrt take",
    rationale:
      "A value outside its range is refused before a packet is sent: FFmpeg and libsrt's own tools end with an error, and " +
      "the restream never connects. So does anything but `live` for `transtype`, `congestion` and `smoother`, since Gcore " +
      "pushes a live stream and the target refuses a file.\n\n" +
      "Where only one of the two has the parameter or refuses the value, it is a warning: what matters is which of them " +
      "dials. Flags are best written `1` and `0`: FFmpeg reads `yes` as 0. A number with something after it, as `1316B`, " +
      "is cut to its digits by both, and refused by other tools.\n\n" +
      "`mode`, `latency`, `passphrase`, `pbkeylen` and `streamid` have rules of their own.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&ipttl=300\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&transtype=file\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1500\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1316&tlpktdrop=1\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&oheadbw=${OVERHEAD}\n    latency_unit: ms\n",
    ],
    sources: [
      "FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt, and `libavformat/libsrt.c`: types and ranges.",
      "Haivision/srt, `docs/API/API-socket-options.md` and `docs/apps/srt-live-transmit.md`: types and ranges; flags are yes/no, on/off, true/false, 1/0.",
      "FFmpeg 5.1.9 and srt-live-transmit 1.5.1, measured with every parameter: which values each refuses. Both take `iptos=256`, negative `linger`, and any `maxbw`, `inputbw`, `snddropdelay`, `lossmaxttl`; both refuse `messageapi=0`, an `mss` below 108 or over 1500, 0 for `sndbuf` and `rcvbuf`.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      for (const pair of field.pairs) {
        const { name, value } = pair;
        const parameter = OWN_RULE.test(name.text) ? undefined : findSrtParameter(name.text);
        // Of several, the first counts: FFmpeg and OBS read that one.
        if (!parameter || srtPair(field.pairs, name.text) !== pair) continue;

        const verdict = verdictOf(parameter, pair, field);
        if (verdict.kind === "fine") continue;
        yield {
          about: parameter.name,
          message: `"${parameter.name}" ${messageOf(parameter, verdict)}`,
          severity: isRefused(parameter, verdict) ? undefined : "warning",
          ...placeOf(field, (value ?? name).range),
        };
      }
    }
  },
};

const OWN_RULE = /^(?:mode|latency|passphrase|pbkeylen|streamid)$/;

function verdictOf(
  parameter: SrtParameter,
  { value }: SrtPair,
  { uri }: UriField,
): SrtValueVerdict {
  if (!value?.isOpen) return judgeSrtValue(parameter, value?.text);
  // What is filled in may be any number, but no unit after it.
  const isNumber = parameter.type !== "integer" || /^[0-9+-]*$/.test(writtenIn(uri.surface, value));
  return { kind: isNumber ? "fine" : "misread" };
}

/** Whether no tool can use it: only then it is an error. */
function isRefused({ ffmpeg, libsrt }: SrtParameter, verdict: SrtValueVerdict): boolean {
  if (verdict.kind !== "invalid") return verdict.kind === "not-live";
  return !verdict.isTolerated && Boolean(ffmpeg && libsrt) && verdict.tools.length === 2;
}

function messageOf(parameter: SrtParameter, verdict: SrtValueVerdict): string {
  switch (verdict.kind) {
    case "not-live":
      return parameter.live === "live"
        ? 'must be "live": Gcore pushes a live stream, and the target refuses anything else'
        : "must be 1: a live stream is sent in messages, and the target refuses anything else";
    case "no-value":
      return "has no value: libsrt passes over it, and FFmpeg may refuse it";
    case "misread":
      return "must be a plain whole number: FFmpeg and libsrt read only the digits at its start, other tools refuse it";
    case "read-as-0":
      return "must be 1 or 0: FFmpeg reads this as 0";
    case "invalid":
      return `must be ${wanted(parameter)}: ${complaint(verdict.tools, verdict.isTolerated)}`;
    case "fine":
      return "is fine";
  }
}

function complaint(tools: readonly SrtTool[], isTolerated: boolean): string {
  const names = tools.map((it) => (it === "ffmpeg" ? "FFmpeg" : "libsrt")).join(" or ");
  const ruled = `nothing else is valid in ${names}`;
  const both = tools.length === 2 ? "both" : "FFmpeg and libsrt";
  return isTolerated ? `${ruled}, though ${both} let this value through` : ruled;
}

/** What suits every tool that has the parameter. */
function wanted({ type, libsrt, ffmpeg }: SrtParameter): string {
  if (type === "boolean") return "1 or 0";
  if (type === "version") return 'a version as "1.3.0"';
  const bounds = [libsrt, ffmpeg].filter((it): it is Bounds => typeof it === "object");
  const min = Math.max(...bounds.map((it) => it.min));
  const max = Math.min(...bounds.map((it) => it.max ?? Infinity));
  const isBounded = max < 2 ** 31 - 1;
  return `a whole number ${isBounded ? `from ${min} to ${max}` : `of ${min} or more`}`;
}
