import { suggestion } from "../fix.ts";
import type { Fix, Rule } from "../rule.ts";
import { isWritten } from "../uri/part.ts";
import { cutSecretBefore, isShownName, isWordWithValue } from "../uri/cut-secret.ts";
import type { SrtPair } from "../uri/srt.ts";
import { meantParameter } from "../uri/meant-parameter.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";
import { placeOf, replaceIn, type UriField } from "../field/uri-field.ts";

export const srtUnknownParameter: Rule = {
  id: "srt-unknown-parameter",
  group: "srt",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "An SRT parameter must be one that FFmpeg or libsrt has",
    rationale:
      "A parameter that nobody knows is passed over without a word: with `latncy=2000000` the default latency holds, with " +
      "`type=caller` the mode is whatever the tool takes. Names are lower case, and every tool tells `Mode` from `mode`.\n\n" +
      "What stands between two `&` without a `=` is mostly the rest of a `streamid` or a `passphrase` that holds an `&` " +
      "of its own: every tool ends the value there, and the target refuses the connection. Write that one as `%26`; FFmpeg " +
      "decodes it in newer versions, OBS does not. A value without `&` is safer.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&paket_size=1316\n    latency_unit: ms\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=${STUDIO_KEY}&backup\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&pkt_size=1316\n    latency_unit: ms\n",
    ],
    sources: [
      "FFmpeg, https://ffmpeg.org/ffmpeg-protocols.html#srt, and Haivision/srt, `docs/apps/srt-live-transmit.md`: the parameters.",
      "FFmpeg, `libavutil/parseutils.c`: `av_find_info_tag` splits at `&` alone and compares names letter for letter.",
      "freelance888/srt-server#10: `type=caller` for `mode=caller`; obsproject/obs-studio#2990: a streamid cut at `&`.",
    ],
  },

  *check(document) {
    for (const { field } of document.srtTargets) {
      let given: ReadonlySet<string> | undefined;
      for (const pair of field.pairs) {
        const { name, value, whole } = pair;
        if (!isWritten(name) || findSrtParameter(name.text)) continue;
        given ??= new Set(field.pairs.map((it) => it.name.text));
        const meant = value && meantParameter(name.text, value.text, given);
        const secret = meant === undefined ? cutSecretBefore(field.pairs, pair) : undefined;
        const isShown =
          meant === undefined ? isShownName(field.pairs, pair) : isWordWithValue(pair);
        yield {
          message: messageOf(pair, isShown, meant, secret),
          about: shownName(pair, isShown),
          ...placeOf(field, name.text === "" ? whole.range : name.range),
          fixes: [
            meant === undefined ? undefined : renamed(field, pair, meant),
            secret === undefined ? undefined : joined(field, pair, secret),
          ],
        };
      }
    }
  },
};

function messageOf(
  { name, value }: SrtPair,
  isShown: boolean,
  meant: string | undefined,
  secret: string | undefined,
): string {
  const rest =
    secret === undefined ? "" : `: if it belongs to the ${secret} before it, write its "&" as %26`;
  if (!value) return `This piece of an SRT query has no "=", so it sets nothing${rest}`;
  const lower = name.text.toLowerCase();
  const shownAs = shownName({ name, value }, isShown);
  const shown = shownAs === undefined ? "This" : `"${shownAs}"`;
  if (findSrtParameter(lower))
    return `SRT parameters are lower case: ${shown} is not "${lower}", and sets nothing`;
  const unknown = `${shown} is not an SRT parameter, so it sets nothing`;
  return meant === undefined ? `${unknown}${rest}` : `${unknown}: did you mean "${meant}"?`;
}

/** The name, where it is harmless or but a parameter's in capitals. */
function shownName(
  { name, value }: Pick<SrtPair, "name" | "value">,
  isShown: boolean,
): string | undefined {
  const isKnown = value !== undefined && findSrtParameter(name.text.toLowerCase()) !== undefined;
  return isShown || isKnown ? name.text : undefined;
}

function renamed(field: UriField, { name, whole }: SrtPair, meant: string): Fix | undefined {
  return meant === "mode"
    ? suggestion('Write "mode=caller"', replaceIn(field, whole.range, "mode=caller"))
    : suggestion(`Rename it to "${meant}"`, replaceIn(field, name.range, meant));
}

function joined(field: UriField, { whole }: SrtPair, secret: string): Fix | undefined {
  const ampersand = field.uri.surface.masked.lastIndexOf("&", whole.range.start - 1);
  const range = { start: ampersand, end: whole.range.start };
  return suggestion(
    `It belongs to the ${secret}: write "&" as %26`,
    replaceIn(field, range, "%26"),
  );
}
