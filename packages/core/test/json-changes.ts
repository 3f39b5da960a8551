import { type Arbitrary, constantFrom, nat, oneof, record } from "fast-check";
import { mutate, mutation } from "@restream-lint/testkit";
import type { Change } from "./sheets.ts";

/** What may happen to a JSON text: what leaves it one, and what breaks it. */
export function jsonChange(): Arbitrary<Change> {
  const at = nat({ max: 0x7fffffff });
  const place = record({ at, length: nat({ max: 6 }) });
  const among = (pattern: RegExp, written: Arbitrary<string>) =>
    record({ at, written }).map(
      (it): Change =>
        (text) =>
          withMatch(text, pattern, it),
    );
  return oneof(
    { weight: 3, arbitrary: among(VALUE, constantFrom(...VALUES)) },
    { weight: 2, arbitrary: among(BLANKS, constantFrom(...GAPS)) },
    { weight: 2, arbitrary: among(ITEM, constantFrom("", "$&$&", ...ITEMS)) },
    { weight: 2, arbitrary: among(FIELD, constantFrom("", "$&$&", ...FIELDS)) },
    { weight: 2, arbitrary: among(INSIDE, constantFrom(...LETTERS)) },
    {
      weight: 2,
      arbitrary: record({ place, piece: constantFrom(...PIECES) }).map(
        (it): Change =>
          (text) =>
            withPiece(text, it.place.at, it.place.length, it.piece),
      ),
    },
    {
      weight: 1,
      arbitrary: mutation().map(
        (it): Change =>
          (text) =>
            mutate(text, it),
      ),
    },
  );
}

/** With something in the place of one match. */
function withMatch(
  text: string,
  pattern: RegExp,
  { at, written }: { readonly at: number; readonly written: string },
): string {
  const matches = [...text.matchAll(pattern)];
  const match = matches[at % matches.length];
  if (!match) return text;
  const end = match.index + match[0].length;
  return text.slice(0, match.index) + written.replaceAll("$&", () => match[0]) + text.slice(end);
}

function withPiece(text: string, at: number, length: number, piece: string): string {
  const offset = at % (text.length + 1);
  return text.slice(0, offset) + piece + text.slice(offset + (length > 3 ? length - 3 : 0));
}

const TEXT = String.raw`"(?:[^"\\\n]|\\.)*"`;
const VALUE = new RegExp(`${TEXT}|-?[0-9][0-9.eE+-]*|true|false|null`, "g");
const BLANKS = /[ \t\r\n]+|(?<=[,:{}[\]])(?=[^ \t\r\n])/g;
const ITEM = new RegExp(String.raw`\{(?:${TEXT}|[^{}"])*\}\s*,?\s*`, "g");
const FIELD = new RegExp(String.raw`${TEXT}\s*:\s*(?:${TEXT}|[^,{}[\]"\s]+)\s*,?\s*`, "g");
const INSIDE = /(?<=\w)(?=\w)/g;

const VALUES: readonly string[] = [
  '"a"',
  '""',
  '"a b"',
  '"\\n"',
  '"\\u0041"',
  '"\\ud83d"',
  '"\\""',
  '"\\\\"',
  '"\\/"',
  '"\\x"',
  '"\\',
  '"a\tb"',
  '"a',
  "'a'",
  "1",
  "2",
  "0",
  "-1",
  "-",
  "1e3",
  "1.0",
  "01",
  "1.",
  "12345678901234567890",
  "null",
  "true",
  "nul",
  "[]",
  "{}",
  "[[{}]]",
  '[1, {"a": "]"}]',
  '{"a": {"b": []}}',
  '"name"',
  '"uri"',
  '"stream_id"',
  '"restreams"',
  '"streams"',
  '"__proto__"',
  '"constructor"',
  '"rtmp://h.acme.net/live/abcd-efgh-ijkl"',
  '"rtmp://h.acme.net/live/${ACME_KEY_2}"',
  '"rtmp://h.acme.net:1935\\/live/${ACME_KEY_2}"',
  '"rtmps://live-api-s.facebook.com:443/rtmp/${FB}"',
  '"srt://h.acme.net:9000?mode=caller&latency=2000"',
  '"<<<<<<< ours"',
  '"restream-lint"',
  '"é😀\u2028"',
];
const GAPS: readonly string[] = [
  "",
  " ",
  "\n",
  "\r\n",
  "\t",
  "\n\n",
  "  \n  ",
  "\r",
  " \r\n\t",
  "\u00a0",
];
const GOOD = '{"stream_id":7,"uri":"rtmp://h.acme.net/live/${KEY_7}"}';
const ITEMS: readonly string[] = [
  `${GOOD},`,
  `${GOOD},\n`,
  `$&${GOOD},`,
  `$&,${GOOD}`,
  GOOD,
  "{},",
  '{"uri": 1}, ',
  "[],",
  "[{}],",
  "1,",
  "null,\n",
  '"{",',
  '{"a": "}"},',
  '{"a": [},',
  ",",
  "]",
];
const FIELDS: readonly string[] = [
  '"x": 1,',
  '"x": {"stream_id": 1}, ',
  '"name": "A",\n',
  '"name": "A\\"}",',
  '"active": false, ',
  '"client_user_id": 1,$&',
  '"streamid": 1,$&',
  '"name"',
  '"name":',
  '"name" 1,',
  ",",
];
const LETTERS: readonly string[] = [
  "x",
  "1",
  "-",
  " ",
  '"',
  "\\",
  "\\n",
  "\\u00e9",
  "#",
  "/",
  "}",
  "{",
  "]",
];
const PIECES: readonly string[] = [
  ...'"""\\{}[],,::/\'#0a \n\r\t\0\ufeff\ufffd\u2028\x07',
  "//",
  "/*",
  "*/",
  "// restream-lint-disable-line\n",
  "/* { */",
  "<<<<<<< ours\n",
  "=======\n",
  ">>>>>>> theirs\n",
  "},{",
  "},\n{",
  "}]",
  "]}",
  "\r\n",
  ",\n",
  "x".repeat(1100),
];
