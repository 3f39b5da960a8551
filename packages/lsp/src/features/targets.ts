import { type MappingNode, type Node, restreamNodesIn, valueOf } from "@restream-lint/core";

/** The restreams below a root, as far as they are any. */
export function targetsIn(root: Node): readonly MappingNode[] {
  return restreamNodesIn(root).flatMap(({ node }) => (node.kind === "mapping" ? [node] : []));
}

/** Whether a restream says so; a placeholder may say anything. */
export function isInactive(target: MappingNode): boolean {
  const active = valueOf(target, "active");
  return active?.kind === "scalar" && active.value === false;
}
