import { didYouMean } from "../did-you-mean.ts";
import { suggestion } from "../fix.ts";
import type { Rule } from "../rule.ts";

export const unknownRule: Rule = {
  id: "unknown-rule",
  group: "suppression",
  severity: "warning",
  offers: "suggestions",
  docs: {
    summary: "A comment or a settings file must name rules that exist",
    rationale:
      "A misspelt rule is neither suppressed nor switched off: the finding stays, or a check that you rely on is not the one you set.\n\n" +
      "In a comment, commas stand between rules, and ` -- ` before a reason: " +
      "`# restream-lint-disable-next-line unusual-port -- their firewall`. `restream-lint rules` lists all rules.",
    invalid: [
      "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-undeclared-latency -- asked them\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n",
    ],
    valid: [
      "restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-undeclared-latency-unit -- asked them\n    uri: srt://ingest.studio-b.net:9000?mode=caller&latency=2000\n",
    ],
    sources: ["The list of rules of this version."],
  },

  *check({ suppressions }) {
    if (!suppressions) return;
    for (const { directive, names } of suppressions.all) {
      if (!directive) continue;
      for (const { text, range, isKnown } of names) {
        if (isKnown) continue;
        const meant = text === "" ? undefined : didYouMean(text, suppressions.rules);
        const hint = hintFor(text);
        yield {
          message: `There is no such rule, so this suppresses nothing: ${meant === undefined ? hint : `did you mean "${meant}"?`}`,
          range,
          path: "",
          fixes: [
            meant === undefined
              ? undefined
              : suggestion(`Write "${meant}"`, { range, newText: meant }),
          ],
        };
      }
    }
  },
};

function hintFor(name: string): string {
  if (name === "") return 'a reason stands after " -- "';
  return name === "all" ? "to suppress all, name none" : "`restream-lint rules` lists all";
}
