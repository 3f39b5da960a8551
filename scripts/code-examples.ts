/** A block of TypeScript on a page. */
export interface CodeExample {
  /** A module that declares what the block takes for granted: for a compiler. */
  readonly declared: string;
  /**
   * A module in which that has a value. For each `expression; // value` it calls `same(expression, value)`, and it
   * prints with `print`: both are globals of whoever runs it.
   */
  readonly runnable: string;
  /** What the page says that it prints, in the block of text after it. */
  readonly printed: string;
}

const BLOCK = /^```ts\n([^]*?)^```$(?:\n\n^```text\n([^]*?)^```$)?/gm;
/** An expression on a line of its own, and what the comment behind or below it says of its value. */
const CLAIM = /^(?!\s|(?:const|import|export|for|if)\b)(.+);[ \n]\/\/ (.+)$/gm;

/** The examples of a page, in its order. */
export function examplesIn(page: string): CodeExample[] {
  return Array.from(page.matchAll(BLOCK), ([, text = "", printed = ""]) => {
    const given = Object.entries(GIVEN).filter(([name]) => isTakenForGranted(name, text));
    const moduleWith = (lines: readonly string[], code: string) =>
      `import * as core from "@restream-lint/core";\n${lines.join("\n")}\n${code}\n`;
    const checked = text
      .replaceAll(CLAIM, (_, expression, value) => `same(${expression}, ${value});`)
      .replaceAll("console.log(", "print(");
    return {
      declared: moduleWith(
        given.map(([name, { type }]) => `declare const ${name}: ${type};`),
        text,
      ),
      runnable: moduleWith(
        given.map(([name, { value }]) => `const ${name} = ${value};`),
        checked,
      ),
      printed,
    };
  });
}

function isTakenForGranted(name: string, text: string): boolean {
  return !new RegExp(`\\bconst (?:\\{[^}]*\\b${name}\\b[^}]*\\}|${name}) =`).test(text);
}

/** What examples may use without saying where it comes from. */
const GIVEN: Readonly<Record<string, { readonly type: string; readonly value: string }>> = {
  uri: { type: "string", value: '"srt://h.acme.net:9000?mode=caller&latency=2000"' },
  text: { type: "string", value: '"restreams: []\\n"' },
  document: {
    type: "core.Document",
    value: 'core.parseDocument("restreams: []\\n")',
  },
  body: { type: "unknown", value: "{ stream_id: 20 }" },
  variables: { type: "ReadonlyMap<string, string>", value: "new Map()" },
};
