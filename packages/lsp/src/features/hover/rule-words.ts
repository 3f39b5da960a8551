import { pageOf, type Rule, type Settings, severityOf } from "@restream-lint/core";

/** A rule for those who meet its ID: what it wants, how bad its findings are under the settings, and why. */
export function ruleWords(rule: Rule, settings: Settings): readonly string[] {
  const { id, severity, docs } = rule;
  const now = severityOf(rule, {}, settings);
  const usual = now === severity ? "" : ` (${severity} by itself)`;
  return [
    `**\`${id}\`**: ${docs.summary}.`,
    `Severity here: **${now}**${usual}.`,
    docs.rationale,
    `[The rule's page](${pageOf(id)})`,
  ];
}
