import { type Diagnostic, type Range, rules, type Severity } from "@restream-lint/core";
import type * as lsp from "vscode-languageserver-types";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { Snapshot } from "../snapshot.ts";
import type { View } from "../view.ts";

/**
 * How many findings of one document a client is sent at most, as many as the command line prints of a file: all go over
 * the wire at each key, and nobody reads more.
 */
const MOST = 200;

/** Findings of a view as a client takes them: the gravest, where there are too many, and how many more there are. */
export function lspDiagnostics(
  view: View,
  { diagnosticsOf, of }: Pick<Snapshot, "diagnosticsOf" | "of">,
  client: Client,
): lsp.Diagnostic[] {
  const { sent, left } = gravest(diagnosticsOf(view));
  const diagnostics = sent.map(({ rule, severity, message, range, url, related }) => {
    const diagnostic: lsp.Diagnostic = {
      source: "restream-lint",
      code: rule,
      severity: SEVERITIES[severity],
      message,
      range: view.converter.rangeOf(range),
    };
    if (client.takesLinks) diagnostic.codeDescription = { href: url };
    if (client.takesTags && IGNORED.has(rule)) diagnostic.tags = [DiagnosticTag.Unnecessary];
    const information = client.takesRelated
      ? related.flatMap((it) => informationOf(it.document ? of(it.document) : view, it))
      : [];
    if (information.length > 0) diagnostic.relatedInformation = information;
    return diagnostic;
  });
  return [...diagnostics, ...left.slice(0, 1).map(more)];

  function more({ range }: Diagnostic): lsp.Diagnostic {
    return {
      source: "restream-lint",
      severity: DiagnosticSeverity.Information,
      message: moreOf(left),
      range: view.converter.rangeOf(range),
    };
  }

  function informationOf(
    other: View | undefined,
    { range, message }: { readonly range: Range; readonly message: string },
  ): lsp.DiagnosticRelatedInformation[] {
    if (!other) return [];
    return [{ location: { uri: other.uri, range: other.converter.rangeOf(range) }, message }];
  }
}

/** As many of the findings as are sent, in the order of the text, errors rather than warnings; and the others. */
function gravest(findings: readonly Diagnostic[]): {
  readonly sent: readonly Diagnostic[];
  readonly left: readonly Diagnostic[];
} {
  if (findings.length <= MOST) return { sent: findings, left: [] };
  const ranked = GRAVITY.flatMap((it) => findings.filter(({ severity }) => severity === it));
  const chosen = new Set(ranked.slice(0, MOST));
  return {
    sent: findings.filter((it) => chosen.has(it)),
    left: findings.filter((it) => !chosen.has(it)),
  };
}

const GRAVITY: readonly Severity[] = ["error", "warning", "info"];

function moreOf(left: readonly Diagnostic[]): string {
  const errors = left.filter(({ severity }) => severity === "error").length;
  const among = `${errors === 0 ? "none" : errors} of them ${errors > 1 ? "errors" : "an error"}`;
  return (
    `And ${left.length} more from here on, ${among}: the editor is sent ${MOST} of a document, errors first. ` +
    "Mend some and the next are shown; `restream-lint --format json` lists all."
  );
}

const SEVERITIES: Readonly<Record<Severity, lsp.DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
};

/** The rules that mark text that nobody reads. */
const IGNORED: ReadonlySet<string> = new Set(
  rules.filter(({ marksIgnored }) => marksIgnored).map(({ id }) => id),
);
