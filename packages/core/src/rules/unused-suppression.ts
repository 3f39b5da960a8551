import { safeFix, suggestion } from "../fix.ts";
import type { Finding, Rule } from "../rule.ts";
import type { Edit } from "../edit.ts";
import type { RuleName, Suppression } from "../suppression/suppression.ts";
import { removeComment } from "../syntax/remove-comment.ts";

export const unusedSuppression: Rule = {
  id: "unused-suppression",
  group: "suppression",
  severity: "warning",
  offers: "fix",
  marksIgnored: true,
  docs: {
    summary: "A comment that suppresses findings must have something to suppress",
    rationale:
      "A suppression that has outlived its reason says that something is wrong with a restream that is right, " +
      "and it will hide the next fault in its place.\n\n" +
      "What there is:\n\n" +
      "- `# restream-lint-disable-next-line srt-not-caller, unusual-port -- why`: the next line that is more than a comment, " +
      "a value that begins on it and goes on over several lines, and all of a restream that begins on it\n" +
      "- `# restream-lint-disable-line …`: the comment's own line, and a value that begins on it\n" +
      "- `# restream-lint-disable …`: from here to the next `# restream-lint-enable` of the rule or of all, or to the end of the file\n" +
      "- `# restream-lint-disable-file …`: the whole file, wherever it stands\n\n" +
      "Without rules, all are meant. What stands after ` -- ` is yours. JSON with comments takes `//` and `/* */`; " +
      "for plain JSON there is `ignore` in the settings. What is wrong in a value that an alias stands for is reported at its anchor, so the comment goes there.\n\n" +
      "Of a file with a syntax error nothing is called unused. " +
      "Findings about suppressions can only be silenced in the settings.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-not-caller -- listener until spring\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n    latency_unit: ms\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-not-caller -- the target dials until spring\n    uri: srt://ingest.studio-b.net:9000?mode=listener&latency=2000\n    latency_unit: ms\n",
    ],
    sources: [
      "Convention: ESLint's `--report-unused-disable-directives` and its ` -- ` before a description.",
    ],
  },

  *check({ text, suppressions }) {
    if (!suppressions) return;
    const { unused } = suppressions;
    for (const suppression of suppressions.all) {
      const { directive, names } = suppression;
      const idle = names.filter((it) => unused.has(it));
      if (!directive) yield misspelt(suppression);
      else if (unused.has(suppression) || (idle.length > 0 && idle.length === names.length)) {
        yield {
          message: `This comment has no effect: ${reasonOf(suppression)}`,
          about: aboutOf(suppression),
          range: suppression.comment,
          path: "",
          fixes: [safeFix("Delete the comment", removeComment(text, suppression.comment))],
        };
      } else {
        for (const name of idle) {
          yield {
            message: `"${name.text}" has no effect here: ${reasonOf(suppression)}`,
            about: name.text,
            range: name.range,
            path: "",
            fixes: [safeFix(`Delete "${name.text}"`, removeName(names, name, unused))],
          };
        }
      }
    }
  },
};

/** Why one that is for findings, or for others, came to nothing. */
function reasonOf({ directive, below }: Suppression): string {
  if (directive === "enable") return "nothing is disabled here";
  if (directive === "disable-next-line" && below === undefined) return "no line follows";
  return "there is nothing to suppress";
}

/** What it says, without what may be anything. */
function aboutOf({ directive, names }: Suppression): string {
  const known = names.flatMap(({ text, isKnown }) => (isKnown ? [text] : []));
  return [directive, ...known].join(" ");
}

function misspelt({ meant, word }: Suppression): Finding {
  const directive = meant && `restream-lint-${meant}`;
  return {
    message: `This comment has no effect: ${directive ? `did you mean "${directive}"?` : "there is no such directive"}`,
    range: word,
    path: "",
    fixes: [
      directive
        ? suggestion(`Write "${directive}"`, { range: word, newText: directive })
        : undefined,
    ],
  };
}

/** Deletes a name with the comma beside it; what is deleted of others does not touch that. */
function removeName(
  names: readonly RuleName[],
  name: RuleName,
  unused: ReadonlySet<unknown>,
): Edit | undefined {
  const index = names.indexOf(name);
  const isAfterKept = names.slice(0, index).some((it) => !unused.has(it));
  const neighbour = names[isAfterKept ? index - 1 : index + 1];
  if (!neighbour) return undefined;
  const range = isAfterKept
    ? { start: neighbour.range.end, end: name.range.end }
    : { start: name.range.start, end: neighbour.range.start };
  return { range, newText: "" };
}
