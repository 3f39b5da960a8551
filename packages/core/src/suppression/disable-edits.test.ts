import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mutated } from "@restream-lint/testkit";
import { assert, property } from "fast-check";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../diagnostic.ts";
import { type Document, edit, parseDocument } from "../document.ts";
import { languageOf, languageOfText } from "../file-name.ts";
import type { Edit } from "../edit.ts";
import { lineStartsOf, positionAt } from "../lines.ts";
import { lint } from "../lint.ts";
import { rangeAt } from "../range-search.ts";
import { rules } from "../rules/index.ts";
import type { Language } from "../syntax/syntax.ts";
import { multilineValuesIn } from "../syntax/multiline.ts";
import { disableFile, disableLine } from "./disable-edits.ts";

/** What is to be found after an edit: what was there but for what is silenced, where it has moved to. */
function expectOnlySilenced(
  document: Document,
  change: Edit,
  isSilenced: (diagnostic: Diagnostic) => boolean,
  shown: (diagnostic: Diagnostic, start: number) => string,
): void {
  const moved = ({ range, path }: Diagnostic): number =>
    // What is said of a text as a whole stands at its start.
    range.start < change.range.start || (path === "" && range.end === 0)
      ? range.start
      : range.start + change.newText.length;
  const kept = lint(document).filter((it) => !isSilenced(it));
  const after = edit(document, change);
  expect(
    lint(after).map((it) => shown(it, it.range.start)),
    after.text,
  ).toEqual(kept.map((it) => shown(it, moved(it))));
}

const inPlace = ({ rule, message }: Diagnostic, start: number): string =>
  `${start} ${rule}: ${message}`;

/** An empty key has no place of its own, and a comment that had no effect has one now, but for its other names. */
const anywhere = ({ rule, message }: Diagnostic): string =>
  rule === "unused-suppression" ? rule : `${rule}: ${message}`;

/** The line that each offset belongs to: that of the value that it is in. */
function lineOf({ text, syntax }: Document): (offset: number) => number {
  const [starts, values] = [lineStartsOf(text), multilineValuesIn(text, syntax.roots)];
  return (offset) => positionAt(starts, rangeAt(values, offset)?.start ?? offset).line;
}

/** The findings of a text that no comment can silence on a line, and in the file; each that one can is tried. */
function stubbornIn(document: Document, shown: typeof inPlace): string[] {
  const line = lineOf(document);
  return lint(document).flatMap((diagnostic) => {
    const { rule, range } = diagnostic;
    const inLine = disableLine(document, diagnostic);
    if (inLine) {
      const isOnLine = (it: Diagnostic) => line(it.range.start) === line(range.start);
      expectOnlySilenced(document, inLine, (it) => it.rule === rule && isOnLine(it), shown);
    }
    const inFile = disableFile(document, rule);
    if (inFile) expectOnlySilenced(document, inFile, (it) => it.rule === rule, shown);
    return [...(inLine ? [] : [`${rule} on a line`]), ...(inFile ? [] : [`${rule} in a file`])];
  });
}

const CATALOGUE = join(import.meta.dirname, "../../../../examples/catalogue");
const catalogue = readdirSync(CATALOGUE)
  .filter((it) => /\.(?:yaml|jsonc?)$/.test(it))
  .map((name) => ({ name, text: readFileSync(join(CATALOGUE, name), "utf8") }));
const examples = rules.flatMap(({ id, docs }) =>
  docs.invalid.map((text, index) => ({
    name: `${id} ${index}.${languageOfText(text) === "yaml" ? "yaml" : "json"}`,
    text,
  })),
);

/** Why no comment silences the findings of some rules. */
const STUBBORN: Readonly<Record<string, string>> = {
  "unknown-rule": "no comment silences what is said of comments",
  "unused-suppression": "no comment silences what is said of comments",
};

test.each([...catalogue, ...examples])(
  "every finding can be silenced, and nothing else: $name",
  ({ name, text }) => {
    // JSON is read as JSONC, which has comments.
    const language = languageOf(name) === "yaml" ? "yaml" : "jsonc";
    const expected = lint(parseDocument(text, { language }))
      .filter(({ rule }) => Object.hasOwn(STUBBORN, rule))
      .flatMap(({ rule }) => [`${rule} on a line`, `${rule} in a file`]);
    expect(stubbornIn(parseDocument(text, { language }), inPlace)).toEqual(expected);
  },
);

test("so it is in any text, but for few of those that can be read", () => {
  const texts = [...catalogue, ...examples]
    .filter(({ name }) => name.endsWith(".yaml"))
    .map(({ text }) => text);
  let [left, all] = [0, 0];
  const check = property(mutated(texts), (text) => {
    const document = parseDocument(text);
    const stubborn = stubbornIn(document, anywhere);
    if (document.syntax.faults.length > 0) return;
    left += stubborn.filter((it) => !Object.hasOwn(STUBBORN, it.split(" ")[0] ?? "")).length;
    all += 2 * lint(document).length;
  });
  assert(check);
  // As where a comment stands beside a field at the dash, and the rule has more to say of its restream.
  expect(left / all).toBeLessThan(0.01);
});

const LISTENER = "srt://h.acme.net:9000?mode=listener&latency=2000";
const RTMP = "rtmps://h.acme.net:1935/live/${KEY}";

/** Silences the first finding of a rule. */
function silencedIn(text: string, rule: string, language?: Language): string | undefined {
  const document = parseDocument(text, { language: language ?? "yaml" });
  const found = lint(document).find((it) => it.rule === rule);
  const change = found && disableLine(document, found);
  return change && edit(document, change).text;
}

describe("a comment for a line", () => {
  test.each<[string, string, string, string, Language?]>([
    [
      "stands above a field, as far in",
      "srt-not-caller",
      `restreams:\n  - stream_id: 20\n    uri: ${LISTENER}\n    latency_unit: ms\n`,
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line srt-not-caller\n    uri: ${LISTENER}\n    latency_unit: ms\n`,
    ],
    [
      "stands above the line that a value begins on",
      "unusual-port",
      `restreams:\n  - stream_id: 20\n    uri: >-\n      ${RTMP}\n`,
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line unusual-port\n    uri: >-\n      ${RTMP}\n`,
    ],
    [
      "stands between a block scalar and the next field",
      "unusual-port",
      `restreams:\n  - name: |\n      A\n\n      B\n    stream_id: 20\n    uri: ${RTMP}\n`,
      `restreams:\n  - name: |\n      A\n\n      B\n    stream_id: 20\n    # restream-lint-disable-next-line unusual-port\n    uri: ${RTMP}\n`,
    ],
    [
      "stands above a restream that lacks something",
      "missing-field",
      "restreams:\n- name: A\n  uri: rtmp://h.acme.net/live/${KEY}\n",
      "restreams:\n# restream-lint-disable-next-line missing-field\n- name: A\n  uri: rtmp://h.acme.net/live/${KEY}\n",
    ],
    [
      "stands beside a field at the dash, since above it would be about the whole restream",
      "unusual-port",
      `restreams:\n  - uri: ${RTMP}  \n    stream_id: 20\n`,
      `restreams:\n  - uri: ${RTMP} # restream-lint-disable-line unusual-port  \n    stream_id: 20\n`,
    ],
    [
      "leaves alone what a comment above the restream would silence",
      "unknown-field",
      "restreams:\n  - nam: A\n    stream_id: 20\n    lable: B\n    uri: rtmp://h.acme.net/live/${KEY}\n",
      "restreams:\n  - nam: A # restream-lint-disable-line unknown-field\n    stream_id: 20\n    lable: B\n    uri: rtmp://h.acme.net/live/${KEY}\n",
    ],
    [
      "stands above the restream where a comment stands beside the field",
      "unusual-port",
      `restreams:\n  - uri: ${RTMP} # old\n    stream_id: 20\n`,
      `restreams:\n  # restream-lint-disable-next-line unusual-port\n  - uri: ${RTMP} # old\n    stream_id: 20\n`,
    ],
    [
      "stands above a restream that is one line",
      "unusual-port",
      `restreams:\n  - {stream_id: 20, uri: "${RTMP}"}\n`,
      `restreams:\n  # restream-lint-disable-next-line unusual-port\n  - {stream_id: 20, uri: "${RTMP}"}\n`,
    ],
    [
      "stands beside the field of a restream that is the document",
      "unusual-port",
      `\ufeffuri: ${RTMP}\nstream_id: 20\n`,
      `\ufeffuri: ${RTMP} # restream-lint-disable-line unusual-port\nstream_id: 20\n`,
    ],
    [
      "stands beside where another value ends on the line",
      "unusual-port",
      `restreams:\n  - {name: "A\n    B", uri: "${RTMP}", stream_id: 20}\n`,
      `restreams:\n  - {name: "A\n    B", uri: "${RTMP}", stream_id: 20} # restream-lint-disable-line unusual-port\n`,
    ],
    [
      "joins one above, before its reason",
      "unusual-port",
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line repeated-stream-key, missing-app -- why\n    # keep\n    uri: ${RTMP}\n`,
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line repeated-stream-key, missing-app, unusual-port -- why\n    # keep\n    uri: ${RTMP}\n`,
    ],
    [
      "joins one beside the line, but for one of the line above",
      "unusual-port",
      `restreams:\n  - stream_id: 20 # restream-lint-disable-line missing-app\n    uri: ${RTMP} # restream-lint-disable-line missing-app\n`,
      `restreams:\n  - stream_id: 20 # restream-lint-disable-line missing-app\n    uri: ${RTMP} # restream-lint-disable-line missing-app, unusual-port\n`,
    ],
    [
      "joins none that names no rule",
      "unusual-port",
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line because of them\n    uri: ${RTMP}\n`,
      `restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line because of them\n    # restream-lint-disable-next-line unusual-port\n    uri: ${RTMP}\n`,
    ],
    [
      "keeps line endings",
      "unusual-port",
      `restreams:\r\n  - stream_id: 20\r\n    uri: ${RTMP}\r\n`,
      `restreams:\r\n  - stream_id: 20\r\n    # restream-lint-disable-next-line unusual-port\r\n    uri: ${RTMP}\r\n`,
    ],
    [
      "and lone carriage returns",
      "unusual-port",
      `restreams:\r  - stream_id: 20\r    uri: ${RTMP}`,
      `restreams:\r  - stream_id: 20\r    # restream-lint-disable-next-line unusual-port\r    uri: ${RTMP}`,
    ],
    [
      "stands above an unfinished quote, which would take in what follows",
      "syntax-error",
      'restreams:\n  - stream_id: 20\n    name: "A\n',
      'restreams:\n  - stream_id: 20\n    # restream-lint-disable-next-line syntax-error\n    name: "A\n',
    ],
    [
      "is written with strokes in JSONC",
      "unusual-port",
      `{\n\t"stream_id": 20,\n\t"uri": "${RTMP}"\n}\n`,
      `{\n\t"stream_id": 20,\n\t// restream-lint-disable-next-line unusual-port\n\t"uri": "${RTMP}"\n}\n`,
      "jsonc",
    ],
    [
      "stands beside in JSONC, where the line begins in another comment",
      "unusual-port",
      `{\n"stream_id": 20, /* a\n b */ "uri": "${RTMP}"\n}\n`,
      `{\n"stream_id": 20, /* a\n b */ "uri": "${RTMP}" // restream-lint-disable-line unusual-port\n}\n`,
      "jsonc",
    ],
  ])("%s", (_, rule, text, expected, language) => {
    expect(silencedIn(text, rule, language)).toBe(expected);
  });

  test.each<[string, string, string, Language?]>([
    ["plain JSON has none", "unusual-port", `{"stream_id": 20,\n"uri": "${RTMP}"}`, "json"],
    [
      "what is said of comments stays",
      "unused-suppression",
      "restreams: []\n# restream-lint-disable missing-app\n",
    ],
    [
      "a comment beside, and above another finding of the rule",
      "unknown-field",
      "restreams:\n  - nam: A # a\n    stream_id: 20\n    lable: B\n    uri: rtmp://h.acme.net/live/${KEY}\n",
    ],
    [
      "the line begins and ends in a text",
      "unusual-port",
      `restreams:\n  - {name: "A\n    B", uri: "${RTMP}", stream_id: 20, x-a: "C\n    D"}\n`,
    ],
    ["nothing of the text is read", "syntax-error", "restreams:\n  - name: \0\n"],
  ])("is none where %s", (_, rule, text, language) => {
    const document = parseDocument(text, { language: language ?? "yaml" });
    expect(lint(document).map((it) => it.rule)).toContain(rule);
    expect(silencedIn(text, rule, language)).toBeUndefined();
  });
});

describe("a comment for a file", () => {
  const REST = `restreams:\n  - stream_id: 20\n    uri: ${RTMP}\n`;
  const JSON_REST = `{"stream_id": 20, "uri": "${RTMP}"}`;
  const COMMENT = "# restream-lint-disable-file unusual-port\n";
  test.each<[string, string, string, Language?]>([
    ["stands at the top", REST, COMMENT + REST],
    ["above a head", `# A\n\n---\n${REST}`, `${COMMENT}# A\n\n---\n${REST}`],
    ["above directives", `%YAML 1.2\n---\n${REST}`, `${COMMENT}%YAML 1.2\n---\n${REST}`],
    ["after a byte order mark", `\ufeff${REST}`, `\ufeff${COMMENT}${REST}`],
    ["after a shebang", `#!/usr/bin/env x\n${REST}`, `#!/usr/bin/env x\n${COMMENT}${REST}`],
    [
      "after a modeline",
      `# yaml-language-server: $schema=s.json\r\n${REST}`,
      `# yaml-language-server: $schema=s.json\r\n${COMMENT.replace("\n", "\r\n")}${REST}`,
    ],
    [
      "joins one, wherever it stands",
      `${REST}# restream-lint-disable-file missing-app -- why\n`,
      `${REST}# restream-lint-disable-file missing-app, unusual-port -- why\n`,
    ],
    ["in JSONC", JSON_REST, `${COMMENT.replace("#", "//")}${JSON_REST}`, "jsonc"],
  ])("%s", (_, text, expected, language = "yaml") => {
    const document = parseDocument(text, { language });
    const change = disableFile(document, "unusual-port");
    expect(change && edit(document, change).text).toBe(expected);
  });

  test.each<[string, string, Language?]>([
    ["unusual-port", JSON_REST, "json"],
    ["unused-suppression", REST],
    ["no-such-rule", REST],
    ["unusual-port", `# restream-lint-disable-file\n${REST}`],
    ["unusual-port", `# restream-lint-disable-file missing-app, unusual-port\n${REST}`],
    // What is read of it is nothing, so nothing in it is a comment.
    ["syntax-error", `${REST}\0`],
  ])("is none for %s in %j", (rule, text, language = "yaml") => {
    expect(disableFile(parseDocument(text, { language }), rule)).toBeUndefined();
  });
});

test("many findings, comments and values are no obstacle", () => {
  const restream = `  - name: |\n      a\n    # restream-lint-disable-next-line missing-app, unusual-port\n    uri: ${RTMP}\n    uri: ${RTMP}\n`;
  const document = parseDocument(`restreams:\n${restream.repeat(3000)}`);
  const first = lint(document).find((it) => it.rule === "duplicate-key");
  expect(first && disableLine(document, first)).toBeDefined();
  expect(disableFile(document, "unusual-port")).toBeDefined();
});
