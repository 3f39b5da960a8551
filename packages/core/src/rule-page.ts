import { parseDocument } from "./document.ts";
import { languageOfText } from "./file-name.ts";
import { lineStartsOf, positionAt } from "./lines.ts";
import { lint } from "./lint.ts";
import type { Rule } from "./rule.ts";

/** A rule's page as Markdown: what it finds, why that matters, what it says of examples, where its facts come from. */
export function rulePage(rule: Rule): string {
  const { id, severity, offers, docs } = rule;
  const mends = {
    fix: "`--fix` mends it.",
    suggestions: "It offers suggestions, which a person chooses from.",
    none: "It offers no fix.",
  }[offers ?? "none"];
  const sections = [
    `# ${id}`,
    `${docs.summary}.`,
    `Severity: **${severity}**. ${mends}`,
    "## Why it matters",
    docs.rationale,
    ...(docs.invalid.length > 0
      ? ["## Reported", ...docs.invalid.map((it) => reported(rule, it))]
      : []),
    ...(docs.valid.length > 0
      ? ["## Accepted", ...docs.valid.map((it) => block(languageOfText(it), it))]
      : []),
    "## Turn it off",
    block("sh", `restream-lint --rule ${id}=off\n`),
    "## Sources",
    docs.sources.map((it) => `- ${it}`).join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

function reported(rule: Rule, example: string): string {
  const language = languageOfText(example);
  const lineStarts = lineStartsOf(example);
  const findings = lint(parseDocument(example, { language }), {}, [rule]).map(
    ({ range, severity, message }) => {
      const { line, character } = positionAt(lineStarts, range.start);
      return `${line + 1}:${character + 1} ${severity}: ${message}\n`;
    },
  );
  return `${block(language, example)}\n\n${block("text", findings.join(""))}`;
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.endsWith("\n") ? text : `${text}\n`}\`\`\``;
}
