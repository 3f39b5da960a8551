import {
  fillIn,
  oneLine,
  redactUri,
  type Restream,
  type ScalarNode,
  shownName,
  valueOf,
} from "@restream-lint/core";

/** More than any URI that people write, and still a line. In characters. */
export const LONGEST_SHOWN = 300;

/** A restream's name as its text says it, so that nothing shows that a variable brought in; empty without one. */
export function shownLocalName({ node }: Pick<Restream, "node">): string {
  const written = writtenText(valueOf(node, "name"));
  return shownName(written) + otherVariables(written, shownName(written));
}

/** A restream's URI as its text says it, with `***` for secrets; empty without one. */
export function shownLocalUri({ node }: Pick<Restream, "node">): string {
  const written = writtenText(valueOf(node, "uri"));
  const shown = oneLine(redactUri(written), LONGEST_SHOWN);
  return shown + otherVariables(written, shown);
}

/**
 * The variables that may be sent with a text and are not seen in what is shown of it, be it cut or a default left out: a
 * document may be by somebody else, who wants to know one.
 */
function otherVariables(written: string, shown: string): string {
  const names = new Set<string>();
  // A default is asked for without a value, what stands in its place with one.
  for (const value of [undefined, "x"]) {
    fillIn(written, (name) => {
      names.add(name);
      return value;
    });
  }
  const seen = new Set(Array.from(shown.matchAll(SEEN), ([, name]) => name));
  const others = [...names].filter((it) => !seen.has(it)).map((it) => `\${${it}}`);
  return others.length === 0 ? "" : ` (also ${others.join(", ")})`;
}

/** The whole name of a variable. */
const SEEN = /\$\{\s*(?:env:)?([\w.]+)(?![\w.…])/g;

function writtenText(node: ReturnType<typeof valueOf>): string {
  if (node?.kind !== "scalar" || node.value === null) return "";
  const { value }: ScalarNode = node.filling?.written ?? node;
  return String(value);
}
