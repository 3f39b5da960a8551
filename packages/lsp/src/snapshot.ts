import {
  byPlace,
  type Diagnostic,
  type Document,
  lintAcross,
  sharingTargets,
} from "@restream-lint/core";
import { keyOf } from "./uris.ts";
import type { View } from "./view.ts";

/** All views of one moment, and what there is to say of them together. */
export interface Snapshot {
  readonly views: readonly View[];
  readonly at: (uri: string) => View | undefined;
  /** The view that a document is of which a finding of another view speaks of. */
  readonly of: (document: Document) => View | undefined;
  /** What there is to say of a view, by itself and among the others, in the order of its text. */
  readonly diagnosticsOf: (view: View) => readonly Diagnostic[];
}

/**
 * Makes the function that makes snapshots; what was found across the same views is not looked for again. Only files are
 * compared with one another: beside a file, an editor may open what it was before (`git:`).
 */
export function createSnapshots(
  isFile: (uri: string) => boolean,
): (views: readonly View[]) => Snapshot {
  let known: { of: readonly View[]; found: Found } = {
    of: [],
    found: { of: new Map(), in: new Map() },
  };
  return (views) => {
    const files = views.filter(({ kind, uri }) => kind === "restreams" && isFile(uri));
    if (!isSame(known.of, files)) known = { of: files, found: foundAcross(files) };
    const { found } = known;
    const byUri = new Map(views.map((view) => [keyOf(view.uri), view]));
    return {
      views,
      at: (uri) => byUri.get(keyOf(uri)),
      of: (document) => found.of.get(document),
      diagnosticsOf: (view) => {
        const across = found.in.get(view);
        const own = view.diagnostics();
        return across ? [...own, ...across].toSorted(byPlace) : own;
      },
    };
  };
}

interface Found {
  /** The views whose documents were looked at together. */
  readonly of: ReadonlyMap<Document, View>;
  readonly in: ReadonlyMap<View, readonly Diagnostic[]>;
}

function foundAcross(views: readonly View[]): Found {
  const together = sharingTargets(views);
  const of = new Map(together.map((view) => [view.document, view]));
  const found = new Map<View, Diagnostic[]>();
  for (const { document, ...diagnostic } of lintAcross(together)) {
    const view = of.get(document);
    const others = view && found.get(view);
    if (others) others.push(diagnostic);
    else if (view) found.set(view, [diagnostic]);
  }
  return { of, in: found };
}

/** Whether two lists hold the very same things. */
export function isSame<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((it, index) => it === b[index]);
}
