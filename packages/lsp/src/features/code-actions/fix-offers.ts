import { applyFixes, type Diagnostic, type Fix } from "@restream-lint/core";
import type { View } from "../../view.ts";
import { type Offer, placeOf } from "./offer.ts";

/** The safe fixes of some findings, then their suggestions. */
export function fixOffers(findings: readonly Diagnostic[]): readonly Offer[] {
  return [true, false].flatMap((isSafe) =>
    findings.flatMap((finding) => {
      const fixes = finding.fixes.filter(({ safe }) => safe === isSafe);
      return fixes.map((fix) => offerOf(finding, fix, isSafe && fixes.length === 1));
    }),
  );
}

function offerOf(finding: Diagnostic, { title, edits }: Fix, isPreferred: boolean): Offer {
  return {
    title,
    kind: "quickfix",
    about: `${finding.rule} ${placeOf(finding)}`,
    finding,
    isPreferred,
    edits: () => edits,
  };
}

/** For each rule whose safe fix is offered at a place, all of its safe fixes at once, where there are several. */
export function allOfRuleOffers(
  { document, settings }: View,
  diagnostics: readonly Diagnostic[],
  findings: readonly Diagnostic[],
): readonly Offer[] {
  const rules = new Set(findings.filter(isFixable).map(({ rule }) => rule));
  return [...rules]
    .filter((rule) => diagnostics.filter((it) => it.rule === rule && isFixable(it)).length > 1)
    .map((rule) => ({
      title: `Apply all safe fixes of ${rule} in this document`,
      kind: "quickfix",
      about: rule,
      isCostly: true,
      edits: () => applyFixes(document, settings, { rule }).edits,
    }));
}

/** All safe fixes of a document at once, where there is one. */
export function fixAllOffers(
  { document, settings }: View,
  diagnostics: readonly Diagnostic[],
): readonly Offer[] {
  if (!diagnostics.some(isFixable)) return [];
  return [
    {
      title: "Apply all safe fixes in this document",
      kind: "source.fixAll.restream-lint",
      about: "document",
      isCostly: true,
      edits: () => applyFixes(document, settings).edits,
    },
  ];
}

function isFixable({ fixes }: Diagnostic): boolean {
  return fixes.some(({ safe }) => safe);
}
