import { mentionIn } from "../field/mention.ts";
import { type Restream, streamAndNameOf } from "../restream.ts";
import type { Rule } from "../rule.ts";
import { declaredId } from "../stream.ts";

export const duplicateName: Rule = {
  id: "duplicate-name",
  group: "document",
  severity: "warning",
  docs: {
    summary: "Restreams of one stream must have names of their own",
    rationale:
      "`submit` knows a restream that has no `id` by its stream and its name. Of two with the same name it could not " +
      "tell which is which, and might change the one that is on air in place of the other; nor can whoever has to " +
      "switch one off in a hurry. Say what sets them apart: `YouTube` and `YouTube backup`.\n\n" +
      "Restreams of different streams may share a name, and so may those that each have an `id`. " +
      "Inactive restreams count too: they exist all the same.",
    invalid: [
      "restreams:\n  - name: YouTube\n    stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - name: YouTube\n    stream_id: 20\n    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/${YOUTUBE_KEY}\n",
    ],
    valid: [
      "restreams:\n  - name: YouTube\n    stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - name: YouTube backup\n    stream_id: 20\n    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/${YOUTUBE_KEY}\n",
      "restreams:\n  - name: YouTube\n    stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY_A}\n  - name: YouTube\n    stream_id: 21\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY_B}\n",
    ],
    sources: [
      'Gcore, API reference, "Create restream": the answer has no body, and so no ID.',
      "Inferred: without an ID, only the stream and the name say which remote restream is meant.",
    ],
  },

  *check(document) {
    const firsts = new Map<string, Restream>();
    const repeated = new Map<string, SameName>();
    for (const restream of document.restreams) {
      const name = streamAndNameOf(restream);
      if (name === undefined) continue;
      const first = firsts.get(name);
      if (!first) {
        firsts.set(name, restream);
        continue;
      }
      const others = repeated.get(name) ?? new Map([[idOf(first), first]]);
      repeated.set(name, others);
      const id = idOf(restream);
      // What has no ID is told apart from nothing.
      const other = id === NO_ID ? first : (others.get(id) ?? others.get(NO_ID));
      if (!others.has(id)) others.set(id, restream);
      if (!other) continue;

      const { range, path, related } = mentionIn(restream, "name");
      yield {
        message: `Another restream of this stream has the same name: "submit" and people cannot tell them apart`,
        range,
        path,
        related: [
          { range: mentionIn(other, "name").range, message: "The first one is here" },
          ...related,
        ],
      };
    }
  },
};

/** The first restream by its `id`. */
type SameName = Map<string, Restream>;
const NO_ID = "";

function idOf({ node }: Restream): string {
  return declaredId(node, "id")?.value ?? NO_ID;
}
