import { type Diagnostic, type Document, shownName } from "@restream-lint/core";

/** What a finding is known by: what stays when lines, and other restreams, come and go. */
export interface Mark {
  readonly rule: string;
  /** The name of its restream, where no other one of the file has it. */
  readonly restream?: string;
  /** JSON Pointer, from that restream or else from the root. */
  readonly path: string;
  /** Which of the things there, where its rule can say several. */
  readonly about?: string;
}

/** The names of a document's restreams that no other one has, by their paths. Nothing of them is a secret, or came from a variable. */
export type Names = readonly (readonly [path: string, name: string])[];

/** Finds the names that findings are known by. */
export function namesIn(document: Document): Names {
  const names = document.restreams.flatMap((restream) => {
    const entry = restream.node.entries.find(({ key }) => key.value === "name");
    const { value } = entry ?? {};
    const written = value?.kind === "scalar" && !value.filling ? value.value : undefined;
    const name = typeof written === "string" ? shownName(written) : "";
    return name === "" ? [] : [[restream.path, name] as const];
  });
  const counts = new Map<string, number>();
  for (const [, name] of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.filter(([, name]) => counts.get(name) === 1);
}

/** Makes the function that marks the findings of a document with these names. */
export function createMarks(names: Names): (diagnostic: Diagnostic) => Mark {
  const byPath = new Map(names);
  return ({ rule, path, about }) => {
    const which = about === undefined ? {} : { about };
    for (let at = path.length; at >= 0; at = at === 0 ? -1 : path.lastIndexOf("/", at - 1)) {
      const restream = byPath.get(path.slice(0, at));
      if (restream !== undefined) return { rule, restream, path: path.slice(at), ...which };
    }
    return { rule, path, ...which };
  };
}

/** The same for marks that say the same. */
export function keyOf({ rule, restream, path, about }: Mark): string {
  return JSON.stringify([rule, restream ?? null, path, about ?? null]);
}
