import type { Rule } from "../rule.ts";
import { duplicateKey } from "./duplicate-key.ts";
import { fileTooLarge } from "./file-too-large.ts";
import { missingField } from "./missing-field.ts";
import { nestedTooDeeply } from "./nested-too-deeply.ts";
import { readOnlyField } from "./read-only-field.ts";
import { cutOffUri } from "./cut-off-uri.ts";
import { duplicateName } from "./duplicate-name.ts";
import { duplicateTarget } from "./duplicate-target.ts";
import { undeclaredStream } from "./undeclared-stream.ts";
import { duplicateStream } from "./duplicate-stream.ts";
import { syntaxError } from "./syntax-error.ts";
import { unknownField } from "./unknown-field.ts";
import { wrongType } from "./wrong-type.ts";
import { malformedUri } from "./malformed-uri.ts";
import { unsupportedScheme } from "./unsupported-scheme.ts";
import { uppercaseScheme } from "./uppercase-scheme.ts";
import { strayWhitespace } from "./stray-whitespace.ts";
import { controlCharacter } from "./control-character.ts";
import { escapedAmpersand } from "./escaped-ampersand.ts";
import { missingHost } from "./missing-host.ts";
import { invalidHost } from "./invalid-host.ts";
import { unbracketedIpv6 } from "./unbracketed-ipv6.ts";
import { unreachableHost } from "./unreachable-host.ts";
import { placeholderHost } from "./placeholder-host.ts";
import { invalidPort } from "./invalid-port.ts";
import { unusualPort } from "./unusual-port.ts";
import { credentialsInUri } from "./credentials-in-uri.ts";
import { hardCodedSecret } from "./hard-coded-secret.ts";
import { malformedPlaceholder } from "./malformed-placeholder.ts";
import { missingApp } from "./missing-app.ts";
import { missingStreamKey } from "./missing-stream-key.ts";
import { placeholderStreamKey } from "./placeholder-stream-key.ts";
import { repeatedStreamKey } from "./repeated-stream-key.ts";
import { srtMissingPort } from "./srt-missing-port.ts";
import { srtNotCaller } from "./srt-not-caller.ts";
import { srtMissingMode } from "./srt-missing-mode.ts";
import { srtMissingLatency } from "./srt-missing-latency.ts";
import { srtMalformedLatency } from "./srt-malformed-latency.ts";
import { srtWrongLatencyUnit } from "./srt-wrong-latency-unit.ts";
import { srtLatencyOutOfRange } from "./srt-latency-out-of-range.ts";
import { srtUndeclaredLatencyUnit } from "./srt-undeclared-latency-unit.ts";
import { srtUnknownParameter } from "./srt-unknown-parameter.ts";
import { srtDuplicateParameter } from "./srt-duplicate-parameter.ts";
import { srtInvalidParameter } from "./srt-invalid-parameter.ts";
import { srtPassphraseLength } from "./srt-passphrase-length.ts";
import { srtInvalidPbkeylen } from "./srt-invalid-pbkeylen.ts";
import { srtUnescapedHash } from "./srt-unescaped-hash.ts";
import { srtMalformedStreamid } from "./srt-malformed-streamid.ts";
import { srtSecondQuestionMark } from "./srt-second-question-mark.ts";
import { srtIgnoredPath } from "./srt-ignored-path.ts";
import { unsupportedCombination } from "./unsupported-combination.ts";
import { conflictingTargets } from "./conflicting-targets.ts";
import { rtmpsRequired } from "./rtmps-required.ts";
import { wrongIngest } from "./wrong-ingest.ts";
import { codecNotCarried } from "./codec-not-carried.ts";
import { sourceExceedsTarget } from "./source-exceeds-target.ts";
import { gcoreLoop } from "./gcore-loop.ts";
import { gcoreIngestLatency } from "./gcore-ingest-latency.ts";
import { unusedSuppression } from "./unused-suppression.ts";
import { unknownRule } from "./unknown-rule.ts";

/** Every rule, in the order the documentation lists them: by group, then as product and protocol order them. */
export const rules: readonly Rule[] = [
  // The document.
  syntaxError,
  nestedTooDeeply,
  fileTooLarge,
  duplicateKey,
  unknownField,
  missingField,
  wrongType,
  readOnlyField,
  cutOffUri,
  duplicateName,
  duplicateTarget,
  undeclaredStream,
  duplicateStream,
  // Any URI.
  malformedUri,
  unsupportedScheme,
  uppercaseScheme,
  strayWhitespace,
  controlCharacter,
  escapedAmpersand,
  missingHost,
  invalidHost,
  unbracketedIpv6,
  unreachableHost,
  placeholderHost,
  invalidPort,
  unusualPort,
  credentialsInUri,
  hardCodedSecret,
  malformedPlaceholder,
  // RTMP and RTMPS.
  missingApp,
  missingStreamKey,
  placeholderStreamKey,
  repeatedStreamKey,
  // SRT.
  srtMissingPort,
  srtNotCaller,
  srtMissingMode,
  srtMissingLatency,
  srtMalformedLatency,
  srtWrongLatencyUnit,
  srtLatencyOutOfRange,
  srtUndeclaredLatencyUnit,
  srtUnknownParameter,
  srtDuplicateParameter,
  srtInvalidParameter,
  srtPassphraseLength,
  srtInvalidPbkeylen,
  srtUnescapedHash,
  srtMalformedStreamid,
  srtSecondQuestionMark,
  srtIgnoredPath,
  // Gcore and targets.
  unsupportedCombination,
  conflictingTargets,
  rtmpsRequired,
  wrongIngest,
  codecNotCarried,
  sourceExceedsTarget,
  gcoreLoop,
  gcoreIngestLatency,
  // Suppression.
  unusedSuppression,
  unknownRule,
];
