import { type Arbitrary, array, constantFrom, nat, record } from "fast-check";

/**
 * The texts with a few things inserted, deleted, replaced, doubled or put out of place: what people, editors and
 * merges leave behind. Some stay as they are.
 */
export function mutated(texts: readonly string[]): Arbitrary<string> {
  return record({
    text: constantFrom(...texts),
    mutations: array(mutation(), { maxLength: 4 }),
  }).map(({ text, mutations }) => mutations.reduce(mutate, text));
}

/** What may happen to a text. */
export function mutation(): Arbitrary<Mutation> {
  return record({
    kind: constantFrom(
      "insert",
      "insert",
      "delete",
      "replace",
      "line",
      "double",
      "drop",
      "indent",
      "swap",
    ),
    at: nat({ max: 0x7fffffff }),
    length: nat({ max: 6 }),
    piece: constantFrom(...PIECES),
    line: constantFrom(...LINES),
  } as const);
}

/** One thing that happens to a text. */
export interface Mutation {
  readonly kind: "insert" | "delete" | "replace" | "line" | "double" | "drop" | "indent" | "swap";
  /** An offset or a line, whatever the text's length. */
  readonly at: number;
  readonly length: number;
  readonly piece: string;
  readonly line: string;
}

/** The text after that. */
export function mutate(text: string, { kind, at, length, piece, line }: Mutation): string {
  const offset = at % (text.length + 1);
  const lines = text.split("\n");
  const number = at % lines.length;
  const old = lines[number] ?? "";
  const indented = " ".repeat(length) + line;
  switch (kind) {
    case "insert":
      return text.slice(0, offset) + piece + text.slice(offset);
    case "delete":
      return text.slice(0, offset) + text.slice(offset + length);
    case "replace":
      return text.slice(0, offset) + piece + text.slice(offset + length);
    case "line":
      return lines.toSpliced(number, 0, indented).join("\n");
    case "double":
      return lines.toSpliced(number, 0, old).join("\n");
    case "drop":
      return lines.toSpliced(number, 1).join("\n");
    case "indent":
      return lines
        .with(number, length < 3 ? old.replace(/^ {1,2}/, "") : " ".repeat(length - 2) + old)
        .join("\n");
    case "swap":
      return lines.toSpliced(number, 1).toSpliced(length, 0, old).join("\n");
  }
}

/** What means something to YAML or JSON, and what only looks as if it did. */
const PIECES: readonly string[] = [
  ..." \t\n\r:#-\"'\\{}[],&*!|>?%@`~=<0a.\u0085\u2028\u00a0\ufeff\0\x07\x7f\ufffd",
  ..."    \n\n\n::##--\"\"''",
  "\r\n",
  "\n\n",
  "\n  ",
  "\n    ",
  "  ",
  ": ",
  ":\n",
  " #",
  "# ",
  " # note",
  "- ",
  "- - ",
  "-\n",
  "--",
  "---",
  "\n---\n",
  "...",
  "\n...\n",
  "&a ",
  "*a",
  "*a ",
  "!!str ",
  "!x ",
  "|",
  "|\n",
  ">-\n",
  "|2\n",
  "? ",
  "%YAML 1.2\n",
  "@x",
  "`x",
  "<<: *a\n",
  "<<: ",
  "~",
  "null",
  "true",
  "False",
  "0x1f",
  "0o17",
  "1e3",
  "-1",
  "+1",
  "1_000",
  "007",
  ".5",
  ".inf",
  ".nan",
  "-.INF",
  "NaN",
  "12345678901234567890",
  "0.10",
  "yes",
  "2026-11-22",
  "=",
  "''",
  '""',
  "'it''s'",
  '"\\n"',
  '"\\x41"',
  "\\",
  "\\\n",
  "\ud83d",
  "\ud83d\ude00",
  "é",
  "${KEY}",
  "{{ x }}",
  "[]",
  "{}",
  "{a: 1}",
  "[a, b]",
  "a: b",
  "x-y: 1",
  "<<<<<<< ours\n",
  "=======\n",
  ">>>>>>> theirs\n",
  "||||||| base\n",
  "__proto__",
  "x".repeat(1100),
];

/** Lines that may stand at any indent. */
const LINES: readonly string[] = [
  "- name: new",
  "name: new",
  "uri: rtmp://h.acme.net/live/k",
  "- uri: srt://h.acme.net:9000?mode=caller",
  "-",
  "- ",
  "key:",
  "- key:",
  "- - a",
  "plain text",
  "- plain",
  "'quoted'",
  "# note",
  "restreams:",
  "streams:",
  "- id: 20",
  "x-note:",
  '"quoted key": 1',
  "? key",
  ": value",
  "key: |",
  "key: >-",
  "key: [a,",
  "b]",
  "key: {a: 1,",
  "}",
  "key: 'open",
  'key: "open',
  'close"',
  "close'",
  "---",
  "...",
  "--- # two",
  "--- a",
  "%YAML 1.2",
  "&a",
  "- &a",
  "key: *a",
  "<<: *a",
  "!!map",
  "\tkey: 1",
  "\t",
  "\t# note",
  "-\tname: x",
  "key:\tx",
  "key: x\t",
  "key : 1",
  "a: b: c",
  "a:b",
  "a #b",
  "key: #",
  "key: a #b",
  "key:  a",
  "-  a: 1",
  "-   a: 1",
  "1: 2",
  "null: 1",
  "true: 1",
  "~: 1",
  "key: -",
  "- ?",
  "key: - a",
  "key: ? a",
];
