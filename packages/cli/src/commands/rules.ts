import { pageOf, type Rule, rules, type RuleGroup } from "@restream-lint/core";
import { hasColor } from "../color.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../options.ts";
import { ruleTable } from "../reporters/rule-table.ts";

/** Lists every rule, for people or as JSON. */
export function listRules(args: Arguments, io: Io): number {
  if (args.paths.length > 0)
    throw new UsageError("rules takes no argument: see restream-lint explain <rule>");
  const text =
    args.value("format") === "json"
      ? `${JSON.stringify(rules.map(factsOf), undefined, 2)}\n`
      : ruleTable(rules, hasColor(args, io, io.stdout));
  io.stdout.write(text);
  return EXIT.ok;
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
