import type { Document } from "../document.ts";
import { aroundKept, safeFix } from "../fix.ts";
import { intendedValue } from "../shape/intended-value.ts";
import type { Rule } from "../rule.ts";
import type { WrongType } from "../shape/shape.ts";
import { headOf } from "../syntax/head.ts";
import type { Node } from "../syntax/node.ts";
import { setValue } from "../syntax/set-value.ts";
import { foundIn, LONG_NUMBER, wanted } from "../shape/type-words.ts";

export const wrongType: Rule = {
  id: "wrong-type",
  group: "document",
  severity: "error",
  offers: "fix",
  docs: {
    summary:
      "Each value must be of its field's type, and one of the words or numbers that the field takes",
    rationale:
      "A `stream_id` in quotes is a text and names no stream; `active: yes` is a text too, since YAML 1.2 knows only " +
      "`true` and `false`; `latency_unit: usec` says nothing to the rules that read it. IDs count from 1, so `0` and " +
      "negative ones name nothing.\n\n" +
      "A placeholder stands for a value of any type: `stream_id: ${STREAM_ID}`.",
    invalid: [
      'restreams:\n  - stream_id: "20"\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n',
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    active: yes\n",
      "streams:\n  - id: 20\n    video_codec: H.265\nrestreams: []\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}\n    active: true\n",
      "restreams:\n  - stream_id: ${STREAM_ID}\n    uri: ${RESTREAM_URI}\n    active: ${ACTIVE:-true}\n",
      "streams:\n  - id: 20\n    video_codec: hevc\nrestreams: []\n",
    ],
    sources: [
      "Gcore, API reference of restreams: `name` and `uri` are strings, `active` is a boolean, `stream_id` and `client_user_id` are integers.",
      "YAML 1.2.2, §10.3.2: only `true` and `false`, in lower case, capitalised or in capitals, are booleans.",
      "Inferred: the IDs in Gcore's reference count from 1.",
    ],
  },

  *check(document) {
    for (const fault of document.shape) {
      if (fault.kind !== "wrong-type") continue;
      const { node, entry, path } = fault;
      const intended = intendedIn(document, fault);
      const isQuoted = typeof intended === "string" && fault.expected.enum === undefined;
      const edit =
        entry && intended !== undefined ? setValue(document, entry, intended) : undefined;
      yield {
        message: messageOf(fault, intended !== undefined),
        range: node.kind !== "scalar" && entry ? entry.key.range : headOf(document.text, node),
        path,
        fixes: edit
          ? [safeFix(titleOf(intended, isQuoted), ...aroundKept(document.text, edit))]
          : [],
      };
    }
  },
};

function intendedIn(
  { text }: Document,
  { node, name, expected }: WrongType,
): ScalarValue | undefined {
  if (node.kind !== "scalar") return undefined;
  // A number is a name as it is written, but no URI.
  if (name === "name" && typeof node.value !== "string")
    return text.slice(node.range.start, node.range.end);
  return intendedValue(node.value, expected);
}

function titleOf(intended: ScalarValue | undefined, isQuoted: boolean): string {
  if (isQuoted) return "Put it in quotes";
  return LONG_NUMBER.test(String(intended)) ? "Write it without quotes" : `Write ${intended}`;
}

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md: the first line of each. */
const LFS_POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\/v\d/;

type ScalarValue = string | number | boolean;

function messageOf({ node, name, expected, entry }: WrongType, isClear: boolean): string {
  const subject = entry ? `"${name}"` : name.replace(/^a/, "A");
  const found = expected.enum && !isClear ? undefined : foundIn(node, isClear);
  const hint = hintFor(node, name);
  const not = found === undefined ? "" : `, not ${found}`;
  return `${subject} must be ${wanted(expected)}${not}${hint === undefined ? "" : `: ${hint}`}`;
}

function hintFor(node: Node, name: string): string | undefined {
  if (node.kind === "scalar" && LFS_POINTER.test(String(node.value)))
    return 'this is what Git LFS keeps in place of the document: "git lfs pull", and check that file';
  if (name === "name" && node.kind === "scalar") return "put it in quotes";
  if (name === "restreams" && node.kind === "mapping") return "write a list, even of one restream";
  if (name === "restream" && node.kind === "sequence") return 'a list belongs in "restreams"';
  if (name === "uri" && node.kind === "sequence") return "write one restream for each target";
  // What a variable says, YAML has not read.
  const isWord =
    node.kind === "scalar" && !node.filling && node.style !== "double" && node.style !== "single";
  return isWord && /^(?:y|yes|n|no|on|off)$/i.test(String(node.value))
    ? "YAML 1.2 reads it as a text"
    : undefined;
}
