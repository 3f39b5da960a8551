import type { Command, Option } from "../options.ts";

/** What a shell offers in one place of a command line; `formats` and `severities` are words that `=` and something else may follow. */
export type Offer =
  | { readonly kind: "words" | "formats"; readonly words: readonly string[] }
  | { readonly kind: Place };

type Place = "commands" | "documents" | "files" | "nothing" | "revisions" | "rules" | "severities";

/** Asks git for branches and tags, one a line; it is all that a Tab ever starts. */
export const REVISIONS =
  "git for-each-ref --format='%(refname:short)' refs/heads refs/remotes refs/tags 2>/dev/null";

/** The shells that there is a script for. */
export const SHELLS: readonly string[] = ["bash", "zsh", "fish"];

/** What may be the value of an option; throws an Error for a kind of value that this does not know. */
export function offerOf({ value = "", choices, takesFile }: Option): Offer {
  if (choices) return { kind: takesFile ? "formats" : "words", words: choices };
  return offerAt(value);
}

/** What may be an argument of a command, behind its name. */
export function argumentsOf({ usage }: Command): Offer {
  return offerAt(usage.replaceAll(/[<>[\]…]/g, ""));
}

/** By what the help calls it. */
const OFFERS: Readonly<Record<string, Offer>> = {
  "": { kind: "nothing" },
  "id=severity": { kind: "severities" },
  URI: { kind: "nothing" },
  file: { kind: "files" },
  ms: { kind: "nothing" },
  n: { kind: "nothing" },
  name: { kind: "documents" },
  path: { kind: "documents" },
  pid: { kind: "nothing" },
  rev: { kind: "revisions" },
  rule: { kind: "rules" },
  shell: { kind: "words", words: SHELLS },
};

function offerAt(name: string): Offer {
  const offer = OFFERS[name];
  if (!offer) throw new Error(`nothing says what a shell offers for <${name}>`);
  return offer;
}
