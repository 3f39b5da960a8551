import { join } from "node:path";
import { main } from "../packages/cli/src/main.ts";
import { LINT } from "../packages/cli/src/options.ts";
import { cell, GENERATED } from "./docs.ts";

const ROOT = join(import.meta.dirname, "..");

/** One with a finding, one without. */
const FILES = ["examples/catalogue/srt-not-caller.restream.yaml", "examples/good/restreams.yaml"];

/** docs/formats.md: what each format is for, how to use it, and what it looks like. */
export async function formatsPage(): Promise<string> {
  const formats = LINT.options.find(({ name }) => name === "format")?.choices ?? [];
  const sections: string[] = [];
  for (const format of formats) sections.push(sectionOf(format, await outputIn(format)));
  const rows = formats.map((it) => `| [\`${it}\`](#${it}) | ${cell(useOf(it).purpose)} |`);
  return `${[
    GENERATED,
    INTRODUCTION,
    ["| format | what it is for |", "|---|---|", ...rows].join("\n"),
    SEVERAL,
    LIMITS,
    ...sections,
  ].join("\n\n")}\n`;
}

const INTRODUCTION = `\
# Formats

\`restream-lint --format FORMAT\` says how findings are printed. The default is \`pretty\`, on a terminal and in pipes; in GitHub Actions the annotations of \`github\` come before it.

No format repeats a secret, and no name of a file or value in it can break one: control characters and the like are escaped as each format has it, or shown as \`\\u001b\`.`;

const SEVERAL = `\
## Several at once

\`--format FORMAT=FILE\` writes into a file, whole or not at all, and may be given again; one format may go to standard output, which \`-\` stands for, too:

\`\`\`sh
restream-lint --format pretty --format sarif=restreams.sarif --format junit=restreams.xml
\`\`\`

Its folder must exist. What is linted, a settings file, and a file that is called like a restream document are never overwritten.
Formats for programs are written even where nothing was found, or where there was nothing to lint, so that CI finds its report.
\`--quiet\` leaves all but errors out of each.`;

const LIMITS = `\
## Places and limits

Lines and columns count from 1, in UTF-16 units; a range ends before its last column.
\`json\` and \`jsonl\` name files as they were named; \`sarif\`, \`github\`, \`gitlab\`, \`junit\`, \`checkstyle\` and \`markdown\` from the root of the checkout (\`GITHUB_WORKSPACE\`, \`CI_PROJECT_DIR\`), or else from the working directory.
\`pretty\`, \`concise\`, \`github\` and \`markdown\` show 200 findings of a file and 20 of a rule in it, and say how many more there are; the others hold 10 000 of a file.`;

interface Use {
  readonly purpose: string;
  /** Markdown. */
  readonly how: string;
  /** Of the output, as a code block names it. */
  readonly language: string;
}

const USES: Readonly<Record<string, Use>> = {
  pretty: {
    purpose: "People: each finding with its line, and what to do",
    how: block("sh", "restream-lint"),
    language: "text",
  },
  concise: {
    purpose: "Editors and `grep`: one line a finding",
    how: block("sh", "restream-lint --format concise"),
    language: "text",
  },
  json: {
    purpose: "Programs: everything, under [a published schema](../schema/output.schema.json)",
    how: block("sh", "restream-lint --format json | jq .summary"),
    language: "json",
  },
  jsonl: {
    purpose:
      "Programs that read line by line: a finding on each, the counts on the last, under [a schema](../schema/output-line.schema.json)",
    how: block("sh", "restream-lint --format jsonl | jq -r 'select(.severity == \"error\").file'"),
    language: "json",
  },
  sarif: {
    purpose: "GitHub code scanning, editors, and whatever else reads SARIF 2.1.0",
    how: `\
${block(
  "yaml",
  `- run: restream-lint --format pretty --format sarif=restreams.sarif
- uses: github/codeql-action/upload-sarif@v4
  if: always()
  with:
    sarif_file: restreams.sarif`,
)}

A fingerprint (\`restreamLint/v1\`) is made of rule, path, JSON Pointer and, of several there, which: it stays while lines come and go, and nothing of a URI is in it but the names of parameters.
GitHub itself goes by \`primaryLocationLineHash\` alone, which \`upload-sarif\` adds from the checked-out file; whoever uploads through the API adds it too, or sees alerts twice.
GitHub takes 25 000 results of a run and shows 5 000 of them: the worst 25 000 are written, and a notification says how many are not.
The category of an upload, by which GitHub replaces the one before, is left to \`category:\` of the action: what a file says itself would win.`,
    language: "json",
  },
  github: {
    purpose: "GitHub Actions: annotations beside the lines, and a job summary",
    how: `\
${block("yaml", "- run: restream-lint")}

In GitHub Actions nothing need be said: the annotations come first, then what people read.
GitHub shows ten of each kind in a step, so errors come first, and a line says how many it does not show. Where anything was found, the job summary (\`GITHUB_STEP_SUMMARY\`) is what \`markdown\` prints.`,
    language: "text",
  },
  gitlab: {
    purpose: "GitLab's Code Quality report in merge requests",
    how: block(
      "yaml",
      `restreams:
  script:
    - restream-lint --format pretty --format gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json`,
    ),
    language: "json",
  },
  junit: {
    purpose: "Test reports of Jenkins, GitLab and others",
    how: `\
${block("sh", "restream-lint --format pretty --format junit=restreams.xml")}

A file is a suite, a finding a test. Errors fail; warnings and infos are skipped tests, for they do not fail the run either.
In a Jenkinsfile: \`junit 'restreams.xml'\`; in \`.gitlab-ci.yml\`: \`artifacts: {reports: {junit: restreams.xml}}\`.`,
    language: "xml",
  },
  checkstyle: {
    purpose: "What reads Checkstyle's XML: Jenkins' Warnings plugin, reviewdog",
    how: `\
${block("sh", "restream-lint --format checkstyle=checkstyle.xml")}

In a Jenkinsfile: \`recordIssues tool: checkStyle(pattern: 'checkstyle.xml')\`.`,
    language: "xml",
  },
  markdown: {
    purpose: "Comments on pull requests and merge requests, wikis, chats",
    how: `\
${block("sh", "restream-lint --format markdown=comment.md || gh pr comment --body-file comment.md")}

It has at most 60 000 bytes, the worst first, so that it fits into a comment.`,
    language: "markdown",
  },
};

function useOf(format: string): Use {
  const use = USES[format];
  if (!use) throw new Error(`Say in scripts/formats-page.ts what ${format} is for`);
  return use;
}

function sectionOf(format: string, output: string): string {
  const { purpose, how, language } = useOf(format);
  return [`## ${format}`, `${purpose}.`, how, block(language, output)].join("\n\n");
}

function block(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

/** What is printed of the examples; of long texts in it, the beginning. */
async function outputIn(format: string): Promise<string> {
  let text = "";
  const output = { isTTY: false, columns: undefined, write: (it: string) => void (text += it) };
  const status = await main(["--no-config", "--format", format, ...FILES], {
    cwd: ROOT,
    env: {},
    stdout: output,
    stderr: output,
    room: async () => true,
    async *stdin() {},
    ask: undefined,
    fetch: async () => Promise.reject(new TypeError("no network")),
    now: () => 0,
    wait: async () => {},
    onInterrupt: () => {},
  });
  if (status !== 1) throw new Error(`--format ${format} ended with ${status}: ${text}`);
  return format === "sarif" ? JSON.stringify(JSON.parse(text, shortened), undefined, 2) : text;
}

function shortened(_: string, value: unknown): unknown {
  return typeof value === "string" && value.length > 120 ? `${value.slice(0, 100)}…` : value;
}
