import { rulePage, rules } from "@restream-lint/core";
import type { ListedRule } from "../protocol.ts";

/** Every rule with its page, in the order in which rules are listed. */
export function listedRules(): readonly ListedRule[] {
  return rules.map((rule) => ({
    id: rule.id,
    severity: rule.severity,
    group: rule.group,
    summary: rule.docs.summary,
    page: rulePage(rule),
  }));
}
