import type { Rule, RuleGroup } from "@restream-lint/core";
import pc from "picocolors";

/** What each group of rules is called. */
export const HEADINGS: Readonly<Record<RuleGroup, string>> = {
  document: "The document",
  uri: "Any URI",
  rtmp: "RTMP and RTMPS",
  srt: "SRT",
  gcore: "Gcore and targets",
  suppression: "Suppression",
};

/** All rules in a table, one group after the other. */
export function ruleTable(rules: readonly Rule[], color: boolean): string {
  const { bold, cyan, dim, red, yellow, blue } = pc.createColors(color);
  const tints = { error: red, warning: yellow, info: blue };
  const width = Math.max(...rules.map(({ id }) => id.length));
  const groups = [...new Set(rules.map(({ group }) => group))];
  const blocks = groups.map((group) => {
    const rows = rules
      .filter((rule) => rule.group === group)
      .map(({ id, severity, offers, docs }) => {
        const mark = { fix: "F", suggestions: "S", nothing: " " }[offers ?? "nothing"];
        return `  ${cyan(id.padEnd(width))}  ${tints[severity](severity.padEnd(7))}  ${mark}  ${docs.summary}`;
      });
    return [bold(HEADINGS[group]), ...rows].join("\n");
  });
  return `${blocks.join("\n\n")}\n\n${dim("F: --fix mends it. S: offers suggestions. More: restream-lint explain <rule>")}\n`;
}
