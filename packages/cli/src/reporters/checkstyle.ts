import type { FileReport, Paper, Summary } from "../report.ts";
import { type Located, locatedIn } from "./located.ts";
import { XML_DECLARATION, xmlAttributes } from "./xml-text.ts";

/** What Checkstyle's own XMLLogger writes, version 4.3. https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html */
export function checkstyle(reports: readonly FileReport[], _: Summary, paper: Paper): string {
  const files = reports.flatMap((report) => [
    `  <file${xmlAttributes({ name: paper.pathOf(report.file) })}>`,
    ...locatedIn(report, paper).map(errorOf),
    "  </file>",
  ]);
  return `${[XML_DECLARATION, '<checkstyle version="4.3">', ...files, "</checkstyle>"].join("\n")}\n`;
}

function errorOf({ region, diagnostic: { severity, message, rule } }: Located): string {
  const { startLine: line, startColumn: column } = region;
  const source = `restream-lint.${rule}`;
  return `    <error${xmlAttributes({ line, column, severity, message, source })}/>`;
}
