import {
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
  return shownName(writtenText(valueOf(node, "name")));
}

/** A restream's URI as its text says it, with `***` for secrets; empty without one. */
export function shownLocalUri({ node }: Pick<Restream, "node">): string {
  return oneLine(redactUri(writtenText(valueOf(node, "uri"))), LONGEST_SHOWN);
}

function writtenText(node: ReturnType<typeof valueOf>): string {
  if (node?.kind !== "scalar" || node.value === null) return "";
  const { value }: ScalarNode = node.filling?.written ?? node;
  return String(value);
}
