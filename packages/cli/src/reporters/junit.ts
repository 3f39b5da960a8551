import type { FileReport, Paper, Summary } from "../report.ts";
import { type Located, locatedIn } from "./located.ts";
import { XML_DECLARATION, xmlAttributes, xmlText } from "./xml-text.ts";

/**
 * JUnit's XML as Jenkins and GitLab read it: a file is a suite, a finding a test. Errors fail, as they fail the run; the rest is
 * skipped, which nobody overlooks and nothing stops at.
 */
export function junit(reports: readonly FileReport[], _: Summary, paper: Paper): string {
  const suites = reports.map((report) => suiteOf(report, paper));
  const tests = suites.reduce((sum, it) => sum + it.tests, 0);
  const failures = suites.reduce((sum, it) => sum + it.failures, 0);
  const counts = { name: "restream-lint", tests, failures, errors: 0 };
  return `${[
    XML_DECLARATION,
    `<testsuites${xmlAttributes(counts)}>`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
  ].join("\n")}\n`;
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly lines: readonly string[];
}

function suiteOf(report: FileReport, paper: Paper): Suite {
  const name = paper.pathOf(report.file);
  const located = locatedIn(report, paper);
  const failures = located.filter(isError).length;
  const tests = Math.max(located.length, 1);
  const skipped = located.length - failures;
  const passed = `    <testcase${xmlAttributes({ name: "no findings", classname: name })}/>`;
  const lines = [
    `  <testsuite${xmlAttributes({ name, tests, failures, errors: 0, skipped })}>`,
    ...(located.length > 0 ? located.flatMap(caseOf) : [passed]),
    "  </testsuite>",
  ];
  return { tests, failures, lines };
}

/** GitLab knows a test by its name and class: of two that have the same, it shows one. */
function caseOf(located: Located): string[] {
  const { path, region, diagnostic, ordinal } = located;
  const { rule, message, severity, url } = diagnostic;
  const which = ordinal === 0 ? "" : `(${ordinal + 1})`;
  const name = [rule, diagnostic.path, which].filter((it) => it !== "").join(" ");
  const place = `${path}:${region.startLine}:${region.startColumn}`;
  const text = `${xmlText(`${place}: ${severity}: ${message}`)}\n${xmlText(url)}`;
  return [
    `    <testcase${xmlAttributes({ name, classname: path })}>`,
    ...(isError(located)
      ? [`      <failure${xmlAttributes({ type: rule, message })}>${text}</failure>`]
      : // GitLab shows the one, Jenkins the other.
        [`      <skipped>${text}</skipped>`, `      <system-out>${text}</system-out>`]),
    "    </testcase>",
  ];
}

function isError({ diagnostic }: Located): boolean {
  return diagnostic.severity === "error";
}
