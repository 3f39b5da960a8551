// Documents: text in, data out.
export {
  type Document,
  edit,
  isRestreamDocument,
  isRestreamFile,
  languageOf,
  languageOfText,
  MAX_LENGTH,
  parseDocument,
  type ParseOptions,
  resolvePlaceholders,
} from "./document.ts";
export { fillIn, type FilledIn, type VariableLookup } from "./placeholder/fill-in.ts";
export type { Resolution } from "./placeholder/resolve.ts";
export type { Network, Restream } from "./restream.ts";
export type { Declared, Stream } from "./stream.ts";
export type { Language } from "./syntax/syntax.ts";
export type { Range } from "./range.ts";
export { lineStartsOf, type LineStarts, type Position, positionAt } from "./lines.ts";

// Linting.
export { certainlyFine } from "./fine/certainly-fine.ts";
export { judge, type Judgement, lint } from "./lint.ts";
export { byPlace, type Diagnostic } from "./diagnostic.ts";
export { type DiagnosticIn, type Judged, lintAcross } from "./lint-across.ts";
export {
  type Ignore,
  type Preset,
  PRESETS,
  SETTINGS_FILES,
  type Settings,
  type SeverityByRule,
  severityOf,
} from "./settings/settings.ts";
export { createFileSettings, type FileSettings, parseSettings } from "./settings/settings-file.ts";
export type {
  FileIgnore,
  Override,
  ParsedSettings,
  SettingsFile,
} from "./settings/parsed-settings.ts";
export type { TargetSettings } from "./gcore/known-targets.ts";
export { validateRestream, type ValueDiagnostic } from "./validate-restream.ts";
export { applyFixes } from "./apply-fixes.ts";
export { applyEdits } from "./fix.ts";
export { rules } from "./rules/index.ts";
export { pageOf } from "./homepage.ts";
export { rulePage } from "./rule-page.ts";
export type {
  Finding,
  FindingIn,
  Fix,
  Related,
  Rule,
  RuleDocs,
  RuleGroup,
  Severity,
} from "./rule.ts";
export type { Edit } from "./edit.ts";

// URIs.
export { parseUri, DEFAULT_PORTS, type Protocol, PROTOCOLS, type Uri } from "./uri/uri.ts";
export { type RtmpPath, rtmpPathOf } from "./uri/rtmp.ts";
export { srtPair, type SrtPair, srtPairsOf } from "./uri/srt.ts";
export {
  formatLatency,
  type Latency,
  LATENCY_UNITS,
  type LatencyUnit,
  MAX_LATENCY_MS,
  type MalformedLatency,
  readLatency,
} from "./uri/latency.ts";
export { checkCombination, type Combination } from "./gcore/combinations.ts";

export { didYouMean } from "./did-you-mean.ts";
export { listed } from "./listed.ts";

// Secrets.
export { redactedIn, redactUri } from "./uri/redact.ts";
export { createMask } from "./secrets/mask.ts";
export { createSettingsMask } from "./settings/settings-mask.ts";
export {
  type LiteralSecret,
  literalSecretsIn,
  type SecretKind,
  secretValueOf,
} from "./secrets/literal-secrets.ts";
export { type Move, moveEdits, moveSuggestion } from "./secrets/move-secrets.ts";
export { createVariableNames, type Variables, variablesIn } from "./secrets/variable-names.ts";
