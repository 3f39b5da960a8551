import type { Document } from "../document.ts";
import { safeFix, suggestion } from "../fix.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Edit } from "../edit.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { asWritten } from "../syntax/filling.ts";
import { rangeIn } from "../syntax/scalar.ts";
import { commentGap } from "../field/uri-comment.ts";

export const cutOffUri: Rule = {
  id: "cut-off-uri",
  group: "document",
  severity: "error",
  offers: "fix",
  docs: {
    summary: "A URI that holds characters of YAML must be in quotes",
    rationale:
      "Between braces a `,` ends a value: of `{uri: srt://…?streamid=#!::r=a,m=publish}` YAML keeps `srt://…?streamid=#!::r=a`, " +
      "and makes the rest a field of its own, without a word. A `{`, as in `${KEY}`, makes the text unreadable there. Everywhere " +
      "a blank and `#` begin a comment.\n\n" +
      "The target then refuses half a streamid or key, or takes the stream for another. Put the URI in quotes; outside of " +
      "braces only a blank before `#` needs them.\n\n" +
      "`--fix` quotes what commas and braces cut. A comment is a warning, and only where it looks like a URI's rest: it begins " +
      "with `#!::`, or with a `#` and no blank, and holds `&` or `=`. If it is a comment, write a blank after its `#`.",
    invalid: [
      "restreams:\n  - {stream_id: 20, latency_unit: ms, uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=studio,b}\n",
      "restreams:\n  - {stream_id: 20, uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}}\n",
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY}?user=studio #b&region=eu\n",
    ],
    valid: [
      'restreams:\n  - {stream_id: 20, latency_unit: ms, uri: "srt://ingest.studio-b.net:9000?mode=caller&latency=2000&streamid=studio,b"}\n',
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${STUDIO_KEY} # latency=low\n",
    ],
    sources: [
      "YAML 1.2.2, §7.3.3: inside flow collections a plain scalar holds none of `[`, `]`, `{`, `}`, `,`; §6.6: ` #` begins a comment.",
      "Haivision/srt, `docs/features/access-control.md`: a streamid of the form `#!::` parts its keys with commas.",
      "npm `yaml` 2.9.1, measured: `{uri: a,b}` is `{uri: a, b: null}`, and `{uri: a${B}}` a syntax error that hides what follows.",
    ],
  },

  *check(document) {
    yield* cutsOf(document);
    for (const { uri } of document.restreams) {
      const gap = uri && commentGap(uri.node);
      if (!gap) continue;

      yield {
        message:
          'A blank and "#" begin a comment in YAML, so the URI ends before it: if it goes on, put all of it in quotes',
        severity: "warning",
        about: "#",
        range: { start: gap.end, end: gap.end + 1 },
        path: uri.path,
        fixes: [
          suggestion("Take the comment into the URI, in quotes", ...quoted(asWritten(uri.node)), {
            range: gap,
            newText: "",
          }),
        ],
      };
    }
  },
};

function* cutsOf({ text, syntax, restreams }: Document): Iterable<Finding> {
  const { cuts = [], faults } = syntax;
  if (cuts.length === 0) return;
  const fields = restreams.flatMap(({ uri }) => uri ?? []);
  const paths = new Map(fields.map(({ node, path }) => [node.range.start, path]));
  for (const { node, cut } of cuts) {
    const isBrace = text.charAt(cut) === "{";
    // Elsewhere than in a restream a brace is still what makes the text unreadable.
    const path = paths.get(node.range.start) ?? (isBrace && faults.length === 0 ? "" : undefined);
    if (path === undefined) continue;
    yield {
      message: isBrace
        ? 'Between braces "{" cannot stand in a value without quotes, so YAML readers refuse the text: put the URI in quotes'
        : 'Between braces "," ends a value, so the URI stops here, and its rest is read as other fields: put the URI in quotes',
      about: isBrace ? "{" : ",",
      range: { start: cut, end: cut + 1 },
      path,
      fixes: [safeFix("Put the URI in quotes", ...quoted(node))],
    };
  }
}

/** Quotes around a value, and in it what they need; its own text is not repeated, since it may be a secret. */
function quoted(node: ScalarNode): Edit[] {
  const { range } = node;
  const value = String(node.value);
  const quote = /["\\]/.test(value) ? "'" : '"';
  const inner = quote === "'" ? Array.from(value.matchAll(/'/g), ({ index }) => index) : [];
  return [
    insertion(range.start, quote),
    ...inner.map((at) => insertion(rangeIn(node, { start: at, end: at }).start, quote)),
    insertion(range.end, quote),
  ];
}

function insertion(at: number, newText: string): Edit {
  return { range: { start: at, end: at }, newText };
}
