import { listed, rules, type Severity } from "@restream-lint/core";
import { UsageError } from "./errors.ts";

/** What a rule can be set to. */
export const SEVERITIES = ["error", "warning", "info", "off"] as const;

/** Reads `--rule id=severity`; throws a UsageError for a rule or a severity that does not exist. */
export async function severitiesOf(
  pairs: readonly string[],
): Promise<Readonly<Record<string, Severity | "off">>> {
  const severities = new Map<string, Severity | "off">();
  for (const pair of pairs) {
    const [id = "", ...rest] = pair.split("=");
    const written = rest.join("=");
    const severity = SEVERITIES.find((it) => it === written);
    const ids = rules.map((rule) => rule.id);
    if (!ids.includes(id)) throw await unknownRule(id, ids);
    if (!severity) throw new UsageError(`--rule ${id}= needs a severity: ${listed(SEVERITIES)}`);
    severities.set(id, severity);
  }
  return Object.fromEntries(severities);
}

/** The error for a rule that does not exist. */
export async function unknownRule(id: string, known: readonly string[]): Promise<UsageError> {
  const { closest } = await import("./closest.ts");
  const meant = closest(id, known);
  const hint = meant === undefined ? "see restream-lint rules" : `did you mean ${meant}?`;
  return new UsageError(`no rule is called "${id}": ${hint}`);
}
