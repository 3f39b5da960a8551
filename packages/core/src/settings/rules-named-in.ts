import { contentOf, type Node, type ScalarNode, valueOf } from "../syntax/node.ts";

/** The scalars of a settings file that should be rule IDs: in `rules`, in `overrides` and in `ignore`; what several aliases stand for, once. */
export function rulesNamedIn(root: Node): readonly ScalarNode[] {
  const seen = new Set<object>();
  return [
    ...keysOf(fieldOf(root, "rules")),
    ...itemsOf(fieldOf(root, "overrides")).flatMap((it) => keysOf(fieldOf(it, "rules"))),
    ...itemsOf(fieldOf(root, "ignore")).flatMap((it) => {
      const rule = fieldOf(it, "rule");
      return rule?.kind === "scalar" ? [rule] : [];
    }),
  ];

  function keysOf(node: Node | undefined): readonly ScalarNode[] {
    if (node?.kind !== "mapping" || seen.has(contentOf(node))) return [];
    seen.add(contentOf(node));
    return node.entries.map(({ key }) => key);
  }
}

function fieldOf(node: Node, key: string): Node | undefined {
  return node.kind === "mapping" ? valueOf(node, key) : undefined;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "sequence" ? node.items : [];
}
