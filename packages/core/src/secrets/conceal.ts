import { firstAfter } from "../range-search.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { Range } from "../range.ts";
import type { Resolution } from "../placeholder/resolve.ts";
import type { Fix } from "../rule.ts";
import { RESTREAM_FIELDS, STREAM_FIELDS } from "../schema/schema.ts";
import { KNOWN_NAMES } from "../shape/field-name.ts";
import { rangeIn } from "../syntax/scalar.ts";
import type { ScalarNode } from "../syntax/node.ts";
import { SRT_PARAMETERS } from "../uri/srt-parameters.ts";

/** What variables brought in, as messages might repeat it; in lower case. */
interface Secrets {
  /** Each word of a value of which a variable brought any part. */
  readonly words: ReadonlySet<string>;
  /** Those, and the parts of names in them. */
  readonly parts: ReadonlySet<string>;
  /** All that was brought in, one after the other. */
  readonly all: string;
  /** Where placeholders were filled in, in the order of the text. */
  readonly places: readonly Range[];
}

/**
 * Makes the function that hides in a diagnostic what came from a variable: `***` stands for it. The words of this tool
 * stay, and so does prose. A fix that would repeat it, or overwrite a placeholder, is left out.
 */
export function createConcealment({ filled }: Resolution): (diagnostic: Diagnostic) => Diagnostic {
  const secrets = secretsIn(filled);
  const known = new Map<string, boolean>();

  return (diagnostic) => ({
    ...diagnostic,
    message: concealed(diagnostic.message),
    ...(diagnostic.about === undefined ? {} : { about: concealedName(diagnostic.about) }),
    fixes: diagnostic.fixes
      .filter(isHarmless)
      .map((fix) => ({ ...fix, title: concealed(fix.title) })),
    related: diagnostic.related.map((it) => ({ ...it, message: concealed(it.message) })),
  });

  function concealed(message: string): string {
    const pieces = message.split('"');
    // An odd quote may stand in a quoted text: then nothing tells what is quoted.
    const isClear = pieces.length % 2 === 1;
    return pieces
      .map((piece, index) =>
        piece.replaceAll(WORD, (word) => {
          const isProse = isClear && index % 2 === 0 && PROSE.test(word);
          return !isProse && isSecret(word) ? "***" : word;
        }),
      )
      .join('"');
  }

  /** A name is no prose, however much it looks like it. */
  function concealedName(name: string): string {
    return concealed(`"${name}"`).slice(1, -1);
  }

  function isHarmless({ edits }: Fix): boolean {
    return edits.every(
      ({ range, newText }) =>
        !touches(secrets.places, range) && !(newText.match(NAME) ?? []).some(isSecret),
    );
  }

  function isSecret(written: string): boolean {
    const word = written.toLowerCase();
    const answer = known.get(word) ?? repeats(secrets, word);
    known.set(word, answer);
    return answer;
  }
}

/** What stands between the delimiters of a URI and of a sentence. */
const WORD = /[^\s:/?#&=@,;"'`()[\]{}<>$]+/g;
/** The parts of names as well: a fix may propose one that is made of a host's. */
const NAME = /[^\s:/?#&=@,;"'`()[\]{}<>$._-]+/g;
/** What no rule takes from a document without quotes: words of letters, and numbers too short to be telling. */
const PROSE = /^(?:[\p{L}'\u2019-]+[.!]?|[0-9]{1,2})$/u;

/** What is said of fields, parameters and their values, wherever it comes from. */
const VOCABULARY: ReadonlySet<string> = new Set(
  [
    ...KNOWN_NAMES,
    ...SRT_PARAMETERS.map(({ name }) => name),
    ...[...Object.values(RESTREAM_FIELDS), ...Object.values(STREAM_FIELDS)].flatMap(
      (it) => it.enum ?? [],
    ),
    ..."caller listener rendezvous live file true false yes no on off null us ms s".split(" "),
  ].filter((it) => it !== null),
);

/** Shorter ones stand in other words by chance. */
const TELLING = 4;
/** No message says a longer word by itself. */
const LONGEST = 64;

function repeats({ words, parts, all }: Secrets, word: string): boolean {
  if (VOCABULARY.has(word)) return false;
  if (words.has(word)) return true;
  if (words.size === 0 || word.length < TELLING) return false;
  if (word.length > LONGEST || all.includes(word)) return true;
  // What was mended, joined or made of a name holds a part of it.
  for (let start = 0; start + TELLING < word.length; start++) {
    for (let end = start + TELLING + 1; end <= word.length; end++) {
      const part = word.slice(start, end);
      if (parts.has(part) && !VOCABULARY.has(part)) return true;
    }
  }
  return false;
}

function secretsIn(filled: readonly ScalarNode[]): Secrets {
  const words = new Set<string>();
  const all = new Set<string>();
  const places: Range[] = [];
  for (const node of filled) {
    const value = String(node.value ?? "").toLowerCase();
    const outside = (node.filling?.pieces ?? []).filter(({ isOutside }) => isOutside);
    for (const { range } of outside) all.add(value.slice(range.start, range.end));
    for (const word of wordsAt(
      value,
      outside.map(({ range }) => range),
    ))
      words.add(word);
    for (const { written } of node.filling?.pieces ?? [])
      places.push(rangeIn(node.filling?.written ?? node, written));
  }
  return {
    words,
    parts: new Set([...words].flatMap((word) => [word, ...word.split(/[._-]+/)])),
    all: [...all].join("\n"),
    places: places.toSorted((a, b) => a.start - b.start || a.end - b.end),
  };
}

/** The words of a value that overlap ranges of it; those come in order. */
function* wordsAt(value: string, ranges: readonly Range[]): Iterable<string> {
  let next = 0;
  for (const { index, 0: word } of value.matchAll(WORD)) {
    while ((ranges[next]?.end ?? Infinity) <= index) next += 1;
    if ((ranges[next]?.start ?? Infinity) < index + word.length) yield word;
  }
}

/** Whether an edit would change any of these places; they come in order, and do not overlap. */
function touches(places: readonly Range[], { start, end }: Range): boolean {
  const next = places[firstAfter(places, start)];
  return next !== undefined && (start === end ? next.start < start : next.start < end);
}
