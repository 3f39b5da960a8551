import { mentionIn } from "../field/mention.ts";
import type { Rule } from "../rule.ts";
import { type Stream, streamsIn } from "../stream.ts";
import type { Document } from "../document.ts";
import { protocolName } from "../uri/uri.ts";

export const duplicateStream: Rule = {
  id: "duplicate-stream",
  group: "document",
  severity: "error",
  docs: {
    summary: "A stream must be declared once, and its source protocol said in one way",
    rationale:
      "Restreams are checked against what `streams` says of their source. Where one `id` stands there twice, only the " +
      "first is read: a codec or protocol that the second one declares is checked against nothing, and one of the two " +
      "is probably meant for another stream.\n\n" +
      "A stream has one source at a time. Where a restream's `source_protocol` and its stream's `protocol` differ, the " +
      "restream's own word is taken, and one of them is out of date: that is a warning.",
    invalid: [
      "streams:\n  - id: 20\n    protocol: rtmp\n  - id: 20\n    protocol: srt\nrestreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
      "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - stream_id: 20\n    source_protocol: srt\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    valid: [
      "streams:\n  - id: 20\n    protocol: rtmp\n  - id: 21\n    protocol: srt\nrestreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
      "streams:\n  - id: 20\n    protocol: srt\nrestreams:\n  - stream_id: 20\n    source_protocol: srt\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    sources: [
      "Gcore, API reference of streams: `id` names one stream.",
      "https://gcore.com/docs/streaming/live-streaming/primary-backup: a stream takes one protocol at a time.",
    ],
  },

  *check(document) {
    for (const { stream, first } of repeatedIn(document)) {
      const { range, path, related } = mentionIn(stream, "id");
      yield {
        message: `This stream is declared already, and restreams are checked against the first one alone: delete one, or correct its "id"`,
        range,
        path,
        related: [
          { range: mentionIn(first, "id").range, message: "The first one is here" },
          ...related,
        ],
      };
    }
    for (const restream of document.restreams) {
      const { source, stream } = restream;
      const protocol = stream?.protocol;
      if (!source || !stream || !protocol || source.value === protocol.value) continue;
      const [own, declared] = [protocolName(source.value), protocolName(protocol.value)];
      const { range, path, related } = mentionIn(restream, "source_protocol");
      yield {
        message: `The source is ${own} here, and ${declared} in "streams": a stream has one source, so one of them is wrong`,
        severity: "warning",
        range,
        path,
        related: [
          {
            range: mentionIn(stream, "protocol").range,
            message: `The stream is declared as ${declared} here`,
          },
          ...related,
        ],
      };
    }
  },
};

/** Each YAML document has streams of its own. */
function* repeatedIn({ streams, syntax }: Document): Iterable<{ stream: Stream; first: Stream }> {
  if (streams.length < 2) return;
  for (const root of syntax.roots) {
    const firsts = new Map<string, Stream>();
    for (const stream of streamsIn(root)) {
      const id = stream.id?.value;
      const first = id === undefined ? undefined : firsts.get(id);
      if (first) yield { stream, first };
      else if (id !== undefined) firsts.set(id, stream);
    }
  }
}
