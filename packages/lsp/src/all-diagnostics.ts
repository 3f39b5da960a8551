import { byPlace, type Diagnostic, type DiagnosticIn, lintAcross } from "@restream-lint/core";
import type { View } from "./view.ts";

/** What there is to say of a view by itself and among all others, in the order of its text. */
export type AllDiagnostics = (view: View, views: readonly View[]) => readonly Diagnostic[];

/** Makes the function that says it; what was found across the same views is not looked for again. */
export function createAllDiagnostics(): AllDiagnostics {
  let known: { of: readonly View[]; found: readonly DiagnosticIn[] } = { of: [], found: [] };
  return (view, views) => {
    const restreams = views.filter(({ kind }) => kind === "restreams");
    if (!isSame(known.of, restreams)) known = { of: restreams, found: lintAcross(restreams) };
    const across = known.found.filter(({ document }) => document === view.document);
    const own = view.diagnostics();
    return across.length === 0 ? own : [...own, ...across].toSorted(byPlace);
  };
}

function isSame(a: readonly View[], b: readonly View[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index]);
}
