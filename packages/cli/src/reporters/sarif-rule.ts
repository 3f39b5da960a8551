import { pageOf, type Rule, rulePage, rules, type Severity } from "@restream-lint/core";
import type { ReportingDescriptor, Result } from "sarif";

/** What SARIF calls a severity. */
export const LEVELS: Readonly<Record<Severity, Result.level>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

/** The rules of these IDs, each once, with their documentation. */
export function descriptorsOf(ids: readonly string[]): ReportingDescriptor[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return [...new Set(ids)].map((id) => {
    const rule = byId.get(id);
    return rule ? descriptorOf(rule) : { id, helpUri: pageOf(id) };
  });
}

function descriptorOf(rule: Rule): ReportingDescriptor {
  const { id, group, severity, docs } = rule;
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: `${docs.summary}.` },
    fullDescription: { text: docs.rationale },
    help: {
      text: `${docs.summary}.\n\n${docs.rationale}\n\n${pageOf(id)}`,
      markdown: rulePage(rule),
    },
    helpUri: pageOf(id),
    defaultConfiguration: { level: LEVELS[severity] },
    // GitHub filters by tags, and shows the other.
    properties: { tags: [group], "problem.severity": GITHUB_SEVERITIES[severity] },
  };
}

const GITHUB_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  info: "recommendation",
};

/** `SrtNotCaller`: SARIF wants a name that is no ID. */
function pascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
}
