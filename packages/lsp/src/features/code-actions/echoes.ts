import type { Diagnostic } from "@restream-lint/core";
import type * as lsp from "vscode-languageserver-types";
import type { View } from "../../view.ts";

/** Makes the function that finds what a client shows of a finding, among what it says that it shows. */
export function createEchoes(
  { converter }: View,
  shown: readonly lsp.Diagnostic[],
): (finding: Diagnostic) => lsp.Diagnostic[] {
  const byKey = new Map<string, lsp.Diagnostic[]>();
  for (const it of shown) {
    const key = keyOf(it.code, it.range);
    const others = byKey.get(key);
    if (others) others.push(it);
    else byKey.set(key, [it]);
  }
  return ({ rule, range }) =>
    byKey.size === 0 ? [] : (byKey.get(keyOf(rule, converter.rangeOf(range))) ?? []);
}

function keyOf(code: unknown, { start, end }: lsp.Range): string {
  return `${String(code)} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
