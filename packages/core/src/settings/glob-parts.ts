/** A glob without braces: what each folder of a path must be, and its file. */
export type Variant = readonly (Globstar | readonly Part[])[];

/** `**`: any folders, or none. */
export type Globstar = "**";

/** `*`: any characters, or none. Else: whether a character may stand here. */
export type Part = "*" | ((character: string) => boolean);

/** More is no pattern of file names, and costs time with every file. */
const MAX_GLOB = 500;
const MAX_STARS = 4;
const MAX_GLOBSTARS = 3;
const MAX_GROUPS = 4;
/** In characters, each choice of its braces written out. */
const MAX_WRITTEN = 2000;

/** Why a glob, without a `!` before it, is none that can be used; undefined for one that can. */
export function faultOf(pattern: string): string | undefined {
  if (pattern === "") return "is empty";
  if (pattern.length > MAX_GLOB) return `has more than ${MAX_GLOB} characters`;
  if (/^(?:\/|[A-Za-z]:)/.test(pattern) || /(?:^|\/)\.\.(?:\/|$)/.test(pattern))
    return "must stay in the folder of the settings file: no leading /, no ..";
  const tokens = tokensOf(pattern);
  if (tokens.includes("\\")) return "takes / between folders, not \\";
  if (tokens.some((it) => /^[()|]$/.test(it)))
    return "holds ( ) or |, but a choice is written {a,b}: write \\( for a parenthesis in a name";
  return faultOfBrackets(tokens) ?? faultOfSize(tokens);
}

function faultOfBrackets(tokens: readonly string[]): string | undefined {
  let isOpen = false;
  let hasComma = false;
  for (const token of tokens) {
    if (token === "{" && isOpen) return "has braces in braces: write all choices in one pair";
    if (token === "{") [isOpen, hasComma] = [true, false];
    if (token === ",") hasComma = true;
    if (/^[[\]]$/.test(token) || (token === "}" && !isOpen)) return UNPAIRED;
    if (token !== "}") continue;
    if (!hasComma) return "has braces without a comma: write each choice, {1,2,3}";
    isOpen = false;
  }
  return isOpen ? UNPAIRED : undefined;
}

const UNPAIRED = "has a bracket that is never closed, or never opened";

function faultOfSize(tokens: readonly string[]): string | undefined {
  const globstars = tokens.filter((_, at) => isGlobstar(tokens, at)).length;
  const stars = tokens.filter((it) => it.startsWith("*")).length - globstars;
  if (stars > MAX_STARS)
    return `has more than ${MAX_STARS} single *: write out more of the name, or give several globs`;
  if (globstars > MAX_GLOBSTARS)
    return `has more than ${MAX_GLOBSTARS} **: name some of the folders, or give several globs`;
  if (tokens.filter((it) => it === "{").length > MAX_GROUPS)
    return `has more than ${MAX_GROUPS} pairs of braces: give several globs instead`;
  return writtenLength(tokens) > MAX_WRITTEN
    ? "has braces that stand for too many names: use *, or give several globs"
    : undefined;
}

/** Stars that are all there is between two slashes, or commas and braces. */
function isGlobstar(tokens: readonly string[], at: number): boolean {
  const isEdge = (it: string | undefined) => it === undefined || /^[/,{}]$/.test(it);
  return tokens[at]?.startsWith("**") === true && isEdge(tokens[at - 1]) && isEdge(tokens[at + 1]);
}

/** An escaped character, a class, stars, or a character. */
function tokensOf(pattern: string): readonly string[] {
  return pattern.match(/\\[*?[\]{}()|!+@,]|\[[!^]?(?:\\[^/]|[^\]\\/])+\]|\*+|[\s\S]/gu) ?? [];
}

/** What a glob without a fault stands for: each choice of its braces written out. */
export function variantsOf(pattern: string): readonly Variant[] {
  let variants: readonly (readonly string[])[] = [[]];
  for (const choices of choicesIn(tokensOf(pattern))) {
    variants = variants.flatMap((it) => choices.map((choice) => [...it, ...choice]));
  }
  return variants.map(variantOf);
}

/** How much the variants come to, none of which counts for nothing. */
function writtenLength(tokens: readonly string[]): number {
  let count = 1;
  let length = 1;
  for (const choices of choicesIn(tokens)) {
    length = length * choices.length + count * choices.flat().join("").length;
    count *= choices.length;
  }
  return length;
}

/** One after another, what can stand there: tokens between braces and outside of them. */
function choicesIn(tokens: readonly string[]): readonly (readonly (readonly string[])[])[] {
  const found: string[][][] = [[[]]];
  let isOpen = false;
  for (const token of tokens) {
    const isBrace = token === "{" || token === "}";
    if (isBrace) isOpen = token === "{";
    if (isBrace) found.push([[]]);
    else if (isOpen && token === ",") found.at(-1)?.push([]);
    else found.at(-1)?.at(-1)?.push(token);
  }
  return found;
}

function variantOf(tokens: readonly string[]): Variant {
  const names: string[][] = [[]];
  for (const token of tokens) {
    if (token === "/") names.push([]);
    else names.at(-1)?.push(token);
  }
  return names.map((name) =>
    name.length === 1 && name[0]?.startsWith("**") ? "**" : name.map(partOf),
  );
}

function partOf(token: string): Part {
  if (token.startsWith("*")) return "*";
  if (token === "?") return () => true;
  if (token.startsWith("[")) return classOf(token.slice(1, -1));
  const literal = token.length === 2 && token.startsWith("\\") ? token.slice(1) : token;
  return (character) => character === literal;
}

/** `a-z_`, with `!` or `^` before it: none of these. */
function classOf(body: string): (character: string) => boolean {
  const isNegated = body.length > 1 && /^[!^]/.test(body);
  const members = (isNegated ? body.slice(1) : body).matchAll(/\\?(.)(?:-\\?(.))?/gsu);
  const spans = Array.from(members, ([, first = "", last = first]) => ({
    first: codeOf(first),
    last: codeOf(last),
  }));
  return (character) => {
    const code = codeOf(character);
    return spans.some(({ first, last }) => first <= code && code <= last) !== isNegated;
  };
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
