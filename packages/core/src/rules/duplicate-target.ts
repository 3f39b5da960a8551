import type { Document, Target } from "../document.ts";
import { mentionIn } from "../field/mention.ts";
import type { Finding, Related, Rule } from "../rule.ts";
import { keyOf, targetAddressOf } from "../field/target-address.ts";

export const duplicateTarget: Rule = {
  id: "duplicate-target",
  group: "document",
  severity: "error",
  docs: {
    summary: "Two active restreams must not push to the same target",
    rationale:
      "A target takes one publisher for each stream key: it refuses the second one, or throws the first one out, and " +
      "the two take turns for as long as both are on. Delete one of them, set `active: false` on it, or give it the " +
      "backup address and the key of its own that the platform has for it.\n\n" +
      "The same target means: for RTMP and RTMPS the same host, port, app and stream key with its query; for SRT the " +
      "same host, port and `streamid`. Placeholders are the same if they are written alike.\n\n" +
      "In two files it is a warning: they may be meant for different days.",
    invalid: [
      "restreams:\n  - name: Main stage\n    stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - name: Studio\n    stream_id: 21\n    uri: rtmp://a.rtmp.youtube.com:1935/live2/${YOUTUBE_KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - stream_id: 20\n    uri: rtmp://b.rtmp.youtube.com/live2?backup=1/${YOUTUBE_KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n  - stream_id: 21\n    uri: rtmp://a.rtmp.youtube.com/live2/${YOUTUBE_KEY}\n    active: false\n",
    ],
    sources: [
      "Gcore, restream guide: `rtmp://<hostname_or_IP>[:<port>]/<application_name>/<stream_key_or_stream_name>`; the stream key says whose stream it is.",
      "arut/nginx-rtmp-module, `ngx_rtmp_live_module.c`: a second publisher of a name is refused, `Already publishing`. Inferred: others let the newer one in.",
      "RFC 3986, §6.2: hosts in any case, default ports and needless escapes are equivalent; RFC 5952: one spelling of each IPv6 address.",
    ],
  },

  *check(document) {
    const firsts = new Map<string, Target>();
    for (const { target, address } of comparedIn([document])) {
      const first = firsts.get(address);
      if (first) {
        yield findingAt(target, { range: rangeOf(first), message: "The first one is here" });
      } else firsts.set(address, target);
    }
  },

  *checkAcross(documents) {
    const firsts = new Map<string, Addressed>();
    // What repeats within a document has been said there.
    const own = new Map<string, Document>();
    for (const addressed of comparedIn(documents)) {
      const { target, address, document } = addressed;
      if (own.get(address) === document) continue;
      own.set(address, document);
      const first = firsts.get(address);
      if (!first) {
        firsts.set(address, addressed);
        continue;
      }
      const related = { range: rangeOf(first.target), message: "The first one is here" };
      yield {
        ...findingAt(target, { ...related, document: first.document }),
        message: `A restream in another file pushes to the same target: with both on air, the target refuses one or throws it out`,
        severity: "warning",
        document,
      };
    }
  },
};

interface Addressed {
  readonly target: Target;
  readonly address: string;
  readonly document: Document;
}

/** The active targets whose address may be that of another, in the order of the documents. */
function* comparedIn(documents: readonly Document[]): Iterable<Addressed> {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { targets } of documents) {
    for (const target of targets) {
      const key = keyOf(target);
      (once.has(key) ? again : once).add(key);
    }
  }
  if (again.size === 0) return;
  for (const document of documents) {
    for (const target of document.targets) {
      if (!target.restream.isActive || !again.has(keyOf(target))) continue;
      const address = targetAddressOf(target);
      if (address !== undefined) yield { target, address, document };
    }
  }
}

function findingAt({ restream }: Target, first: Related): Finding {
  const { range, path, related } = mentionIn(restream, "uri");
  return {
    message: `Another active restream pushes to the same target: the target refuses one of them, or throws it out`,
    range,
    path,
    related: [first, ...related],
  };
}

function rangeOf({ restream }: Target): Finding["range"] {
  return mentionIn(restream, "uri").range;
}
