// Documents: text in, data out.
export {
  type Document,
  edit,
  isRestreamDocument,
  parseDocument,
  type ParseOptions,
  resolvePlaceholders,
} from "./document.ts";
export { isRestreamFile, languageOf, languageOfText } from "./file-name.ts";
export { MAX_LENGTH } from "./max-length.ts";
export { fillIn, type FilledIn, type VariableLookup } from "./placeholder/fill-in.ts";
export { type ParsedEnvFile, parseEnvFile } from "./placeholder/env-file.ts";
export { TOKEN_VARIABLE, withoutToken } from "./placeholder/token-variable.ts";
export type { Resolution } from "./placeholder/resolve.ts";
export type { Network, Restream } from "./restream.ts";
export { type Declared, declaredId, type Stream } from "./stream.ts";
export type { Language } from "./syntax/syntax.ts";
export { type Range, touches } from "./range.ts";
export {
  lineStartsOf,
  type LineStarts,
  type Position,
  positionAt,
} from "./lines.ts";

// What a text is made of.
export {
  entryOf,
  type Entry,
  isNull,
  type MappingNode,
  type Node,
  type ScalarNode,
  type SequenceNode,
  type SyntaxTree,
  valueOf,
} from "./syntax/node.ts";
export { entryExtentOf, extentOf, nodesAt, placeIn, type Step } from "./syntax/nodes-at.ts";
export { itemStartsIn } from "./syntax/item-starts.ts";
export { lineBreakNear, lineStartBefore } from "./syntax/line.ts";
export { commentBlocksIn } from "./syntax/comment-blocks.ts";
export { yamlDocumentsIn } from "./syntax/yaml-documents.ts";
export { exactRangeIn, rangeIn } from "./syntax/scalar.ts";
export { scalarsWithin } from "./syntax/scalars-within.ts";
export { addressOfUri, targetKeysIn } from "./field/target-address.ts";
export { commentGap } from "./field/uri-comment.ts";
export { placeOf, type UriField, uriFieldOf } from "./field/uri-field.ts";
export { formOf, type Place, placesIn, restreamNodesIn, streamNodesIn } from "./forms.ts";
export {
  type FieldSchema,
  RESTREAM_FIELDS,
  type ShapeName,
  SHAPES,
  STREAM_FIELDS,
} from "./schema/schema.ts";
export { SETTINGS_SCHEMA, type SettingsShape } from "./schema/settings-schema.ts";
export { meaningOf } from "./schema/value-meaning.ts";
export { wanted } from "./shape/type-words.ts";
export {
  NO_PLACEHOLDERS,
  type Operator,
  type Placeholder,
  placeholdersIn,
} from "./placeholder/placeholder.ts";
export { isStreamId } from "./stream-id.ts";
export type { Target } from "./document.ts";
export { withSources } from "./learnt-sources.ts";
export { restreamsWithin, targetsWithin } from "./restreams-within.ts";

// Linting.
export { certainlyFine, type FineText } from "./fine/certainly-fine.ts";
export { type LintedSheet, lintSheet } from "./fine/lint-sheet.ts";
export type { PlacedPiece } from "./fine/piece.ts";
export { Sheet } from "./fine/sheet.ts";
export { judgeSparse, type Sparse, sparseIn } from "./fine/sparse.ts";
export { judge, type Judgement, knownIn, lint } from "./lint.ts";
export { byPlace, type Diagnostic } from "./diagnostic.ts";
export { type DiagnosticIn, type Judged, lintAcross } from "./lint-across.ts";
export { sharingTargets } from "./sharing-targets.ts";
export {
  type Ignore,
  isIdle,
  type Preset,
  PRESETS,
  SETTINGS_FILES,
  type Settings,
  type SeverityByRule,
  severityOf,
} from "./settings/settings.ts";
export { FIRST_SETTINGS } from "./settings/first-settings.ts";
export { createFileSettings, type FileSettings, parseSettings } from "./settings/settings-file.ts";
export { rulesNamedIn } from "./settings/rules-named-in.ts";
export { othersOf, settingsShapeAt } from "./settings/settings-shape-at.ts";
export type {
  FileIgnore,
  Override,
  ParsedSettings,
  SettingsFile,
} from "./settings/parsed-settings.ts";
export type { TargetSettings } from "./gcore/known-targets.ts";
export { validateRestream, type ValueDiagnostic } from "./validate-restream.ts";
export { applyFixes, type Fixed, type FixOptions } from "./apply-fixes.ts";
export type { Directive, Suppression } from "./suppression/suppression.ts";
export { suppressionsOf } from "./suppression/suppressions-of.ts";
export { DIRECTIVE_DOCS } from "./suppression/directive-docs.ts";
export { disableFile, disableLine, isSilenceable } from "./suppression/disable-edits.ts";
export { applyEdits } from "./fix.ts";
export { rules } from "./rules/index.ts";
export { RULES_BY_ID } from "./rules-by-id.ts";
export { HOMEPAGE, pageOf } from "./homepage.ts";
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

// Names.
export { type Name, nameAt, type NamePlace } from "./names/name.ts";
export { namesIn } from "./names/names.ts";
export { renameEdits } from "./names/rename.ts";

// URIs.
export {
  parseUri,
  DEFAULT_PORTS,
  type Protocol,
  protocolName,
  PROTOCOLS,
  type Uri,
} from "./uri/uri.ts";
export type { Part } from "./uri/part.ts";
export { partsReadIn, type UriPart, uriPartsOf } from "./uri/uri-parts.ts";
export { type RtmpPath, rtmpPathOf } from "./uri/rtmp.ts";
export { isSecretParameter } from "./uri/secret-parameters.ts";
export { srtPair, type SrtPair, srtPairsOf } from "./uri/srt.ts";
export {
  type Bounds,
  findSrtParameter,
  SRT_PARAMETERS,
  type SrtParameter,
} from "./uri/srt-parameters.ts";
export { SRT_PARAMETER_DOCS, type SrtParameterDocs } from "./uri/srt-parameter-docs.ts";
export {
  formatLatency,
  formatLatencyRange,
  type Latency,
  LATENCY_UNITS,
  type LatencyUnit,
  MAX_LATENCY_MS,
  type MalformedLatency,
  readLatency,
} from "./uri/latency.ts";
export { type LatencyReading, latencyReadings } from "./uri/latency-readings.ts";
export {
  INGEST_TIMEOUT_MS,
  type JudgedLatency,
  judgeLatency,
  type LatencyVerdict,
  RECOMMENDED_LATENCY,
} from "./gcore/latency.ts";
export { RESTREAM_GUIDE } from "./gcore/restream-guide.ts";
export { type KnownUnit, latencyUnitOf } from "./gcore/latency-unit.ts";
export { latencyUnitReason, wrappingWords } from "./gcore/latency-words.ts";
export { codecName } from "./gcore/codecs.ts";
export { streamFactsOf } from "./gcore/stream-facts.ts";
export {
  type LatencyChoice,
  latencyChoices,
  UNIT_NAMES,
  usualLatency,
} from "./gcore/latency-choices.ts";
export { platformOf, platformsAt } from "./gcore/platforms.ts";
export { platformPageOf } from "./gcore/platform-page.ts";
export { impliedPortOf } from "./gcore/implied-port.ts";
export { PLATFORMS } from "./gcore/platform-table.ts";
export { type Fact, type Platform, type Reference, UNNAMED } from "./gcore/target-facts.ts";
export { checkCombination, type Combination } from "./gcore/combinations.ts";

export { didYouMean } from "./did-you-mean.ts";
export { counted } from "./counted.ts";
export { listed } from "./listed.ts";
export { oneLine } from "./one-line.ts";

// Secrets.
export { redactedIn, redactUri, secretsIn } from "./uri/redact.ts";
export { createMask, createTextMask, shownIn } from "./secrets/mask.ts";
export { maskText } from "./secrets/mask-text.ts";
export { shownName } from "./secrets/shown-name.ts";
export { createSettingsMask } from "./settings/settings-mask.ts";
export {
  type LiteralSecret,
  literalSecretsIn,
  type SecretKind,
  secretValueOf,
} from "./secrets/literal-secrets.ts";
export { type Move, moveEdits, moveSuggestion } from "./secrets/move-secrets.ts";
export {
  createVariableNames,
  freeVariable,
  type Variables,
  variablesIn,
} from "./secrets/variable-names.ts";
