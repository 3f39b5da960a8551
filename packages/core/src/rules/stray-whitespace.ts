import { safeFix, suggestion } from "../fix.ts";
import type { Fix, Rule } from "../rule.ts";
import type { Edit } from "../edit.ts";
import { asWritten } from "../syntax/filling.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { partAt } from "../uri/part.ts";
import type { Repair } from "../uri/surface.ts";
import { placeOf, replaceAllIn, type UriField } from "../field/uri-field.ts";

export const strayWhitespace: Rule = {
  id: "stray-whitespace",
  group: "uri",
  severity: "error",
  offers: "fix",
  docs: {
    summary: "A target's URI must hold no blanks, tabs, line breaks or invisible spaces",
    rationale:
      "Whitespace comes along when an address is copied from a page, a chat or a PDF, often unseen. " +
      "The target takes it for a part of the stream key or the host, and refuses the stream. " +
      "A block scalar (`|`, `>`) ends with a line break; write `|-` or `>-`, or better quotes.\n\n" +
      "At the ends it is never meant, so `--fix` removes it. Inside, look first: a piece may be missing there.",
    invalid: [
      'restreams:\n  - stream_id: 20\n    uri: "rtmp://ingest.studio-b.net/live/${KEY} "\n',
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/ ${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: |\n      rtmp://ingest.studio-b.net/live/${KEY}\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    uri: rtmp://ingest.studio-b.net/live/${KEY}\n",
      "restreams:\n  - stream_id: 20\n    uri: |-\n      rtmp://ingest.studio-b.net/live/${KEY:-not set}\n",
    ],
    sources: [
      "RFC 3986, section 2 and appendix C: a URI holds no whitespace.",
      "FFmpeg, `libavformat/rtmpproto.c`: a blank in an RTMP address switches on librtmp-style options.",
    ],
  },

  *check(document) {
    for (const { field, uri } of document.targets) {
      if (uri.repairs.length === 0) continue;

      const runs = uri.repairs.filter(({ kind }) => kind === "stray-whitespace");
      const isFirst = ({ range }: Repair): boolean => range.start === 0;
      const isLast = ({ range }: Repair): boolean => range.end === uri.text.length;
      for (const run of runs.filter((it) => isFirst(it) || isLast(it))) {
        const place = isFirst(run) ? "begins" : "ends";
        const advice =
          field.node.style === "block"
            ? ": write the value on one line, in quotes"
            : ", which the target takes for a part of it";
        yield {
          message: `The URI ${place} with ${nameOf(field, run)}${advice}`,
          about: isFirst(run) ? "start" : "end",
          ...placeOf(field, run.range),
          fixes: [removal(field, [run], safeFix)],
        };
      }
      const inside = runs.filter((it) => !isFirst(it) && !isLast(it));
      const [first] = inside;
      if (!first) continue;
      const name = nameOf(field, first);
      const others = inside.length > 1 ? ` and ${inside.length - 1} more` : "";
      yield {
        message:
          name === "a blank" && isJoined(document.text, asWritten(field.node))
            ? "YAML joins these lines with a blank: write the URI on one line"
            : `The URI holds ${name}${others}: what follows is lost, or the target refuses it`,
        about: "inside",
        ...placeOf(field, first.range),
        fixes: beginsComment(field, inside) ? [] : [removal(field, inside, suggestion)],
      };
    }
  },
};

function removal(
  field: UriField,
  runs: readonly Repair[],
  offer: (title: string, ...edits: readonly (Edit | undefined)[]) => Fix | undefined,
): Fix | undefined {
  const { node, uri } = field;
  const isPlain = node.style === "plain" || node.style === "flow";
  const meant = partAt(uri.surface, { start: 0, end: uri.text.length }).text;
  // A plain scalar cannot begin with a brace or end with a colon, which the whitespace may have kept apart.
  if (isPlain && !/^[a-z$<].*[^:]$/is.test(meant)) return undefined;
  const ranges = runs.map(({ range }) => range);
  return offer("Remove the whitespace", ...replaceAllIn(field, ranges, ""));
}

/** Whether a value is written on several lines, between which YAML reads blanks that nobody sees. */
function isJoined(text: string, { style, range }: ScalarNode): boolean {
  const source = text.slice(range.start, range.end);
  if (style !== "block") return (style === "double" ? UNESCAPED_BREAK : BREAK).test(source);
  return source.startsWith(">") && BREAK.test(source.slice(source.indexOf("\n") + 1));
}

/** One line that follows another; after an empty one, YAML keeps the line break. */
const BREAK = /\S[ \t]*\r?\n[ \t]*\S/;
const UNESCAPED_BREAK = /[^\s\\][ \t]*\r?\n[ \t]*\S/;

/** `key # note` behind an unseen space, or in quotes: removing the space would make the note a part of the key. */
function beginsComment({ uri }: UriField, runs: readonly Repair[]): boolean {
  return runs.some(({ range }) => uri.text.startsWith("# ", range.end));
}

/** The first character of a run that is not an ordinary blank, as people know it. */
function nameOf({ uri }: UriField, { range }: Repair): string {
  const run = uri.text.slice(range.start, range.end);
  const character = /[^ ]/.exec(run)?.[0];
  if (character === undefined) return "a blank";
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
  return NAMES.get(character) ?? `an invisible character (U+${code})`;
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ["\t", "a tab"],
  ...["\n", "\r", "\u0085", "\u2028", "\u2029"].map((it) => [it, "a line break"] as const),
  ["\u00a0", "a no-break space (U+00A0)"],
  ["\u200b", "a zero-width space (U+200B)"],
  ["\ufeff", "a byte order mark (U+FEFF)"],
]);
