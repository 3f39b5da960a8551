import {
  type Diagnostic,
  disableFile,
  disableLine,
  type Edit,
  isSilenceable,
} from "@restream-lint/core";
import type { View } from "../../view.ts";
import type { Offer } from "./offer.ts";

/** Comments that silence the rules of some findings: each on each line, then in the document. */
export function disableOffers(
  { document, converter }: View,
  findings: readonly Diagnostic[],
): readonly Offer[] {
  const placed = findings
    .filter(({ rule }) => isSilenceable(document, rule))
    .map((finding) => ({ finding, line: converter.positionAt(finding.range.start).line }));
  const isOneLine = new Set(placed.map(({ line }) => line)).size === 1;
  const rules = new Set(placed.map(({ finding }) => finding.rule));
  return [...rules].flatMap((rule) => {
    const ofRule = placed.filter(({ finding }) => finding.rule === rule);
    const firsts = ofRule.filter(({ line }, index) => line !== ofRule[index - 1]?.line);
    const onLines = firsts.map(({ finding, line }) =>
      offerOf(finding, isOneLine ? "this line" : `line ${line + 1}`, () =>
        disableLine(document, finding),
      ),
    );
    const inDocument = firsts
      .slice(0, 1)
      .map(({ finding }) => offerOf(finding, "this document", () => disableFile(document, rule)));
    return [...onLines, ...inDocument];
  });
}

function offerOf(finding: Diagnostic, where: string, edit: () => Edit | undefined): Offer {
  const { rule } = finding;
  return {
    title: `Disable ${rule} for ${where}`,
    kind: "quickfix",
    about: rule,
    finding,
    isCostly: true,
    isDoubtful: true,
    edits: () => {
      const possible = edit();
      return possible && [possible];
    },
  };
}
