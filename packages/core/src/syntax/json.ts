import type { Range } from "../range.ts";
import { JsonTokens, type Token } from "./json-tokens.ts";
import {
  type Entry,
  MAX_DEPTH,
  type MappingNode,
  type Node,
  type ScalarNode,
  type SequenceNode,
  type SyntaxTree,
} from "./node.ts";
import { createScalar } from "./scalar.ts";

/** Where the comments of a JSONC text stand, as far as it can be read. */
export function jsonCommentsIn(text: string): readonly Range[] {
  const comments: Range[] = [];
  const tokens = new JsonTokens(text, true, (it) => comments.push(it));
  while (tokens.token !== "end") tokens.next();
  return comments;
}

/** Parses JSON, or JSON with comments and trailing commas. What is broken in one item of a list hides no other. */
export function parseJson(text: string, withComments: boolean): SyntaxTree {
  return new JsonReader(text, withComments).tree();
}

/** What a value stands in. */
type Parent = "{" | "[" | undefined;

const NO_COMMA = "A comma is missing here";
const NO_NAME = "A property needs a name in double quotes";
const NO_VALUE = "A value is missing here";
const UNEXPECTED = "This cannot stand here";
/** What may be meant as a value, or as a name. */
const SCALARS: readonly Token[] = ['"', "literal", "word"];

class JsonReader {
  readonly #text: string;
  readonly #withComments: boolean;
  readonly #tokens: JsonTokens;
  #depth = 0;

  constructor(text: string, withComments: boolean) {
    this.#text = text;
    this.#withComments = withComments;
    this.#tokens = new JsonTokens(text, withComments);
  }

  tree(): SyntaxTree {
    const tokens = this.#tokens;
    const isEmpty = tokens.token === "end";
    const root = isEmpty ? undefined : this.#value(undefined);
    if (!root && !isEmpty) tokens.fault(NO_VALUE);
    else if (tokens.token !== "end") tokens.fault("The text goes on after its end");
    if (tokens.refusal) return { roots: [], faults: [tokens.refusal] };
    return { roots: root ? [root] : [], faults: tokens.faults };
  }

  /** The value that begins here; undefined, and nothing read, where none does. */
  #value(parent: Parent): Node | undefined {
    const { token, range } = this.#tokens;
    if (token === "{" || token === "[") {
      this.#enter();
      this.#tokens.next();
      return token === "{"
        ? this.#mapping(range.start, parent)
        : this.#sequence(range.start, parent);
    }
    return SCALARS.includes(token) ? this.#scalar() : undefined;
  }

  /** What follows a `{`. */
  #mapping(start: number, parent: Parent): MappingNode {
    const tokens = this.#tokens;
    const entries: Entry[] = [];
    let needsComma = false;
    while (tokens.token !== "}" && !this.#isCutOff(parent, entries.length === 0)) {
      const { token } = tokens;
      if (token === "," && needsComma) {
        tokens.next();
        needsComma = false;
      } else if (SCALARS.includes(token)) {
        if (token !== '"') tokens.fault(NO_NAME);
        else if (needsComma) tokens.missing(NO_COMMA);
        entries.push(this.#entry());
        needsComma = true;
      } else {
        tokens.fault(token === "," ? NO_NAME : UNEXPECTED);
        // A value without a name is read, and left out.
        if (!this.#value("{")) tokens.next();
      }
    }
    const end = this.#leave("}", entries.length > 0 && !needsComma);
    return { kind: "mapping", range: { start, end }, entries, merged: [] };
  }

  /** Whether the `}` of an item is missing: there is a `{` where a name should be, or the `]` of the list. */
  #isCutOff(parent: Parent, isEmpty: boolean): boolean {
    const { token } = this.#tokens;
    const isNextItem = token === "{" && (!isEmpty || this.#tokens.isOnNewLine());
    return token === "end" || (parent === "[" && (isNextItem || token === "]"));
  }

  #entry(): Entry {
    const tokens = this.#tokens;
    const key = this.#scalar();
    if (tokens.token === ":") tokens.next();
    else {
      tokens.missing('A ":" is missing after the property name');
      // Half typed: what stands on the next line is not its value.
      if (tokens.isOnNewLine()) return { key, value: undefined };
    }
    const value = this.#value("{");
    if (!value) tokens.missing(NO_VALUE);
    return { key, value };
  }

  /** What follows a `[`. */
  #sequence(start: number, parent: Parent): SequenceNode {
    const tokens = this.#tokens;
    const items: Node[] = [];
    let needsComma = false;
    while (!this.#isAtEnd(parent, items)) {
      const { token } = tokens;
      if (token === "," && needsComma) {
        tokens.next();
        needsComma = false;
      } else if (token === "}" || token === "]" || token === ":") {
        tokens.fault(UNEXPECTED);
        tokens.next();
      } else {
        if (needsComma) tokens.missing(NO_COMMA);
        items.push(this.#item());
        needsComma = true;
      }
    }
    const end = this.#leave("]", items.length > 0 && !needsComma);
    return { kind: "sequence", range: { start, end }, items };
  }

  /**
   * Whether a list ends here. Not at a `]` that more items follow; but at a `}`, unless it is one too many for the item
   * before, and at a name that cannot be an item without its `{`: there its own `]` is missing.
   */
  #isAtEnd(parent: Parent, items: readonly Node[]): boolean {
    const { token, range } = this.#tokens;
    const last = items.at(-1);
    switch (token) {
      case "]":
        return parent === "[" || !this.#tokens.isFollowedBy(",", "{");
      case "}":
        return parent === "{" && last?.kind !== "mapping";
      case '"':
        if (parent !== "{" || !last || !this.#tokens.isFollowedBy(":")) return false;
        return (
          last.kind !== "mapping" || this.#column(range.start) < this.#column(last.range.start)
        );
      default:
        return token === "end";
    }
  }

  #item(): Node {
    const tokens = this.#tokens;
    const { start } = tokens.range;
    if (tokens.token === '"' && this.#tokens.isFollowedBy(":")) {
      tokens.fault('An opening "{" is missing here');
      this.#enter();
      return this.#mapping(start, "[");
    }
    const value = this.#value("[");
    if (value) return value;
    tokens.fault(NO_VALUE);
    return createScalar(this.#text, null, { start, end: start }, "flow");
  }

  #scalar(): ScalarNode {
    const { token, range } = this.#tokens;
    const value = this.#tokens.value();
    this.#tokens.next();
    return createScalar(this.#text, value, range, token === '"' ? "double" : "flow");
  }

  #column(offset: number): number {
    return offset - this.#text.lastIndexOf("\n", offset - 1);
  }

  #enter(): void {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      this.#tokens.refuse("depth", `Nested more than ${MAX_DEPTH} levels deep`);
    }
  }

  /** Moves over the closing bracket, if it is there; the end of what it closes. */
  #leave(bracket: "}" | "]", hasTrailingComma: boolean): number {
    const tokens = this.#tokens;
    this.#depth -= 1;
    if (tokens.token !== bracket) {
      tokens.missing(`A closing "${bracket}" is missing`);
      return tokens.last.end;
    }
    if (hasTrailingComma && !this.#withComments) {
      tokens.fault(
        "Plain JSON has no trailing comma; delete it, or name the file .jsonc",
        tokens.last,
      );
    }
    tokens.next();
    return tokens.last.end;
  }
}
