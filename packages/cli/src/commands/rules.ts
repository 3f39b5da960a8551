import {
  pageOf,
  PRESETS,
  type Rule,
  type RuleGroup,
  rules,
  type Severity,
  severityOf,
} from "@restream-lint/core";
import { hasColor } from "../color.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { jsonText } from "../reporters/json-text.ts";
import { ruleTable } from "../reporters/rule-table.ts";

/** Lists every rule as a preset has it, for people or as JSON. */
export function listRules(args: Arguments, io: Io): number {
  if (args.paths.length > 0)
    throw new UsageError("rules takes no argument: see restream-lint explain <rule>");
  const preset = PRESETS.find((it) => it === args.value("preset")) ?? "recommended";
  const inPreset = rules.map((rule) => ({ ...rule, severity: severityIn(rule, preset) }));
  const text =
    args.value("format") === "json"
      ? jsonText(inPreset.map(factsOf))
      : ruleTable(inPreset, hasColor(args, io, io.stdout));
  io.stdout.write(text);
  return EXIT.ok;
}

/** No preset switches a rule off. */
function severityIn(rule: Rule, preset: (typeof PRESETS)[number]): Severity {
  const severity = severityOf(rule, {}, { extends: preset });
  return severity === "off" ? rule.severity : severity;
}

interface RuleFacts extends Pick<Rule, "id" | "severity"> {
  readonly group: RuleGroup;
  readonly offers: "fix" | "suggestions" | "nothing";
  readonly summary: string;
  readonly url: string;
}

function factsOf({ id, group, severity, offers, docs }: Rule): RuleFacts {
  return {
    id,
    group,
    severity,
    offers: offers ?? "nothing",
    summary: docs.summary,
    url: pageOf(id),
  };
}
