import { type Range, rules, type Severity } from "@restream-lint/core";
import type * as lsp from "vscode-languageserver-types";
import { DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { Snapshot } from "../snapshot.ts";
import type { View } from "../view.ts";

/** Findings of a view as a client takes them. */
export function lspDiagnostics(
  view: View,
  { diagnosticsOf, of }: Pick<Snapshot, "diagnosticsOf" | "of">,
  client: Client,
): lsp.Diagnostic[] {
  return diagnosticsOf(view).map(({ rule, severity, message, range, url, related }) => {
    const information = client.takesRelated
      ? related.flatMap((it) => informationOf(it.document ? of(it.document) : view, it))
      : [];
    return {
      source: "restream-lint",
      code: rule,
      ...(client.takesLinks && { codeDescription: { href: url } }),
      severity: SEVERITIES[severity],
      message,
      range: view.converter.rangeOf(range),
      ...(client.takesTags && IGNORED.has(rule) && { tags: [DiagnosticTag.Unnecessary] }),
      ...(information.length > 0 && { relatedInformation: information }),
    };
  });

  function informationOf(
    other: View | undefined,
    { range, message }: { readonly range: Range; readonly message: string },
  ): lsp.DiagnosticRelatedInformation[] {
    if (!other) return [];
    return [{ location: { uri: other.uri, range: other.converter.rangeOf(range) }, message }];
  }
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
