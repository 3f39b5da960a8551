import type { Node } from "@restream-lint/core";

/** What a text says, as JSON would: of two entries with one key, the later one. */
export function plainValue(node: Node | undefined): unknown {
  switch (node?.kind) {
    case "mapping":
      return Object.fromEntries(
        node.entries.map(({ key, value }) => [String(key.value), plainValue(value)]),
      );
    case "sequence":
      return node.items.map(plainValue);
    case "scalar":
      return node.value;
    case undefined:
      return null;
  }
}
