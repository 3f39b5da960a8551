import { type Diagnostic, type Document, shownName } from "@restream-lint/core";
import type { KnownFinding } from "./baseline/baseline-file.ts";

/** What a baseline knows a finding by: what stays when lines, and other restreams, come and go. */
export type Mark = Pick<KnownFinding, "rule" | "restream" | "path">;

/** Makes the function that marks the findings of a document. Nothing of it is a secret, or came from a variable. */
export function createMarks(document: Document): (diagnostic: Diagnostic) => Mark {
  const names = document.restreams.flatMap((restream) => {
    const entry = restream.node.entries.find(({ key }) => key.value === "name");
    const { value } = entry ?? {};
    const written = value?.kind === "scalar" && !value.filling ? value.value : undefined;
    const name = typeof written === "string" ? shownName(written) : "";
    return name === "" ? [] : [[restream.path, name] as const];
  });
  const counts = new Map<string, number>();
  for (const [, name] of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const byPath = new Map(names.filter(([, name]) => counts.get(name) === 1));
  return ({ rule, path }) => {
    for (let at = path.length; at >= 0; at = at === 0 ? -1 : path.lastIndexOf("/", at - 1)) {
      const restream = byPath.get(path.slice(0, at));
      if (restream !== undefined) return { rule, restream, path: path.slice(at) };
    }
    return { rule, path };
  };
}

/** The same for marks that say the same. */
export function keyOf({ rule, restream, path }: Mark): string {
  return JSON.stringify([rule, restream ?? null, path]);
}
