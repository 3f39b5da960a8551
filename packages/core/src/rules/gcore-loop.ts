import type { Target } from "../document.ts";
import { isGcoreIngest } from "../gcore/ingest.ts";
import type { Rule } from "../rule.ts";
import type { Part } from "../uri/part.ts";
import { srtPair } from "../uri/srt.ts";
import { placeOf } from "../field/uri-field.ts";

export const gcoreLoop: Rule = {
  id: "gcore-loop",
  group: "gcore",
  severity: "error",
  docs: {
    summary: "A stream must not be pushed to its own ingest",
    rationale:
      "The target is the address where Gcore takes the very stream that is pushed. Gcore takes one connection for a key, so the " +
      "encoder is thrown out or the restream is, and what goes round is the picture of itself. " +
      "Gcore's push URLs are for the encoder; a restream wants the address of another server, or of another stream.\n\n" +
      "The backup ingest (`7b`) belongs to the same stream.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://vp-push-ed1.gvideo.co/in/20?${TOKEN}\n",
      "restreams:\n  - stream_id: 20\n    uri: srt://vp-push-ed1-srt.gvideo.co:5001?mode=caller&latency=2000&streamid=20#${TOKEN}\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://vp-push-ed1.gvideo.co/in/21?${TOKEN}\n",
    ],
    sources: [
      "https://gcore.com/docs/streaming/live-streaming/primary-backup: `rtmp://…/in/{stream_id}?{push_token}`, `srt://…:5001?streamid={stream_id}#{push_token}`; the backup's ID ends in `b`.",
      "inferred: a stream that is its own source.",
    ],
  },

  *check(document) {
    for (const target of document.targets) {
      const { uri, field } = target;
      if (!uri.authority || isGcoreIngest(uri.authority.host) !== true) continue;
      const { streamId } = target.restream;
      const part = ingestedIn(target);
      if (streamId === undefined || part?.id !== streamId) continue;

      yield {
        message:
          "The target is the ingest of this very stream: it would be its own source, and its encoder is thrown out",
        ...placeOf(field, part.range),
      };
    }
  },
};

/** The ID of the stream that an address of Gcore's ingest belongs to, without the `b` of a backup. */
function ingestedIn({ uri, field }: Target): { id: string; range: Part["range"] } | undefined {
  const part =
    uri.protocol === "srt" ? srtPair(field.pairs, "streamid")?.value : field.rtmp?.streamKey;
  // A token follows a streamid's `#`; it is no part of what is wrong.
  const [, id = "", backup = ""] =
    /^(\d+|\$\{\w+\})(b?)(?:$|[#/]|%23)/i.exec(part?.text ?? "") ?? [];
  if (!part || id === "") return undefined;
  const isWhole = uri.repairs.length > 0;
  const end = isWhole ? part.range.end : part.range.start + id.length + backup.length;
  return { id, range: { start: part.range.start, end } };
}
