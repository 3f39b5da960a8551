import type { TargetSettings } from "../gcore/known-targets.ts";
import type { Network } from "../restream.ts";
import type { Finding, Rule, Severity } from "../rule.ts";
import type { LatencyUnit } from "../uri/latency.ts";

/** What the user decides: how bad each finding is, what is left alone, and what the documents do not say of their targets. */
export interface Settings {
  /** `recommended` unless said otherwise. */
  readonly extends?: Preset | undefined;
  /** Severity by rule ID; `off` silences a rule. Replaces the rule's own severity and its findings'. */
  readonly rules?: SeverityByRule | undefined;
  /** Findings that are known and left alone: the way for JSON, which has no comments. */
  readonly ignore?: readonly Ignore[] | undefined;
  /** What targets read `latency` in where neither the document nor a target's own facts say so. */
  readonly latencyUnit?: LatencyUnit | undefined;
  /** What lies between Gcore and the targets of restreams that do not say so. */
  readonly network?: Network | undefined;
  /** What is known of targets; it holds before the built-in table of platforms. */
  readonly targets?: readonly TargetSettings[] | undefined;
}

/** `strict` makes errors of warnings; `all` makes warnings of infos besides. */
export type Preset = "recommended" | "strict" | "all";
export const PRESETS: readonly Preset[] = ["recommended", "strict", "all"];

export type SeverityByRule = Readonly<Record<string, Severity | "off">>;

/** What is left alone: all findings that fit each of the members that are there. */
export interface Ignore {
  readonly rule?: string | undefined;
  /** JSON Pointer (RFC 6901) of a value: what is in it is left alone too. */
  readonly path?: string | undefined;
}

/** How bad a finding is under the settings. */
export function severityOf(
  rule: Rule,
  finding: Pick<Finding, "severity">,
  settings: Settings,
): Severity | "off" {
  const chosen = settings.rules?.[rule.id];
  if (chosen !== undefined) return chosen;
  if (isExacting(rule, settings)) return "error";
  const severity = finding.severity ?? rule.severity;
  switch (settings.extends ?? "recommended") {
    case "recommended":
      return severity;
    case "strict":
      return severity === "warning" ? "error" : severity;
    case "all":
      return severity === "info" ? "warning" : "error";
  }
}

/** Whether a rule that otherwise sums up what it found has to name every place. */
export function isExacting(rule: Rule, settings: Settings): boolean {
  if (!rule.checkEach) return false;
  const chosen = settings.rules?.[rule.id];
  return chosen === undefined
    ? (settings.extends ?? "recommended") !== "recommended"
    : chosen === "error";
}

/** Whether settings find nothing where there is nothing: at most they judge findings otherwise. */
export function isIdle({ targets = [], ignore = [], latencyUnit, network }: Settings): boolean {
  return targets.length === 0 && ignore.length === 0 && !latencyUnit && !network;
}

/** The names that a settings file may have, in the order in which they are looked for. */
export const SETTINGS_FILES: readonly string[] = [
  ".restream-lint.yaml",
  ".restream-lint.yml",
  ".restream-lint.json",
];
