import type { Document } from "../document.ts";
import { byHand, suggestion } from "../fix.ts";
import { checkCombination } from "../gcore/combinations.ts";
import { mentionIn } from "../field/mention.ts";
import { restreamNodesIn } from "../forms.ts";
import type { Restream } from "../restream.ts";
import type { Fix, Rule } from "../rule.ts";
import { type DeclaredStreams, declaredStreamsIn } from "../field/declared-streams.ts";
import { isStreamId } from "../stream-id.ts";
import { appendItem } from "../syntax/append-item.ts";
import type { Node } from "../syntax/node.ts";
import { setValue } from "../syntax/set-value.ts";

export const undeclaredStream: Rule = {
  id: "undeclared-stream",
  group: "document",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "Where `streams` declares the sources, it must hold the stream of each restream",
    rationale:
      "A `stream_id` that is not in the list is mistyped, so that another stream goes on air at this target, or " +
      "`streams` is not complete: then nothing can be said of whether the target takes what the source sends. " +
      "Correct the one or add to the other; `- id: 21` alone is enough.\n\n" +
      "A document without `streams`, or with an empty list, declares nothing and so leaves nothing out. " +
      "Where a placeholder stands for an ID, it may be any stream's.",
    invalid: [
      "streams:\n  - id: 20\n    protocol: rtmp\nrestreams:\n  - stream_id: 30\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    valid: [
      "streams:\n  - id: 20\n    protocol: rtmp\n  - id: 30\nrestreams:\n  - stream_id: 30\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
      "restreams:\n  - stream_id: 30\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n",
    ],
    sources: [
      "Gcore, API reference of restreams: `stream_id` is the ID of the stream to restream; any stream of the account will do.",
      "Inferred: whoever lists the sources means to list them all.",
    ],
  },

  *check(document) {
    if (document.streams.length === 0) return;
    let streamsOf: ((restream: Restream) => DeclaredStreams | undefined) | undefined;
    for (const restream of document.restreams) {
      const { streamId, stream } = restream;
      if (stream || streamId === undefined || !isStreamId(streamId)) continue;
      streamsOf ??= createStreamsLookup(document);
      const streams = streamsOf(restream);
      if (!streams) continue;

      const { range, path, related } = mentionIn(restream, "stream_id");
      yield {
        message: `"streams" does not declare stream ${streamId}: either another stream goes on air here, or its declaration is missing`,
        range,
        path,
        related: [
          { range: streams.key.range, message: "The streams are declared here" },
          ...related,
        ],
        // Another stream may have been meant, even where nothing says which.
        fixes: [
          ...meantIds(restream, streamId, streams).map((id) => pushInstead(document, restream, id)),
          suggestion(
            `Add stream ${streamId} to "streams"`,
            appendItem(document.text, streams.list, "id", Number(streamId)),
          ),
        ].map(byHand),
      };
    }
  },
};

/** Each YAML document has streams of its own. */
function createStreamsLookup(
  document: Document,
): (restream: Restream) => DeclaredStreams | undefined {
  const byNode = new Map<Node, DeclaredStreams>();
  for (const root of document.syntax.roots) {
    const streams = declaredStreamsIn(root, document.syntax.faults);
    if (!streams) continue;
    for (const { node } of restreamNodesIn(root)) byNode.set(node, streams);
  }
  return ({ node }) => byNode.get(node);
}

/** Declared streams that were probably meant: the only one, or those that a slip of the finger leads to. */
function meantIds(
  { uri }: Restream,
  streamId: string,
  { byId }: DeclaredStreams,
): readonly string[] {
  if (byId.size > MAX_SEARCHED) return [];
  const target = uri?.uri.protocol;
  const fitting = [...byId].flatMap(([id, { protocol }]) =>
    protocol && target && !checkCombination(protocol.value, target).supported ? [] : id,
  );
  return byId.size === 1
    ? fitting
    : fitting.filter((id) => isOneSlipFrom(streamId, id)).slice(0, 3);
}

/** Among more, there is one beside every number. */
const MAX_SEARCHED = 50;

/** Whether two numbers differ by one digit that is wrong, missing or too many, or by two neighbours swapped. */
function isOneSlipFrom(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || long.length === 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const swapped = `${long.charAt(at + 1)}${long.charAt(at)}${long.slice(at + 2)}`;
  return short.slice(at) === swapped;
}

function pushInstead(document: Document, { node }: Restream, id: string): Fix | undefined {
  const entry = node.alias ? undefined : node.entries.find(({ key }) => key.value === "stream_id");
  return suggestion(`Push stream ${id}`, entry ? setValue(document, entry, Number(id)) : undefined);
}
