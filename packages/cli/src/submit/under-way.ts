import { type Applied, factsOf, type PlanEntry } from "@restream-lint/client";
import { printable } from "../printable.ts";

/** What was sent to the API, and is not answered yet. */
export interface UnderWay {
  readonly begin: (entry: PlanEntry) => void;
  readonly end: (applied: Applied) => void;
  /** Lines about it for who ends it now. */
  readonly lastWords: () => string;
}

/** Begins with nothing. */
export function createUnderWay(): UnderWay {
  const entries = new Set<PlanEntry>();
  return {
    begin: (entry) => void entries.add(entry),
    end: ({ entry }) => void entries.delete(entry),
    lastWords() {
      if (entries.size === 0) return "restream-lint: ended at once: nothing was under way\n";
      const all = [...entries];
      return [
        "restream-lint: ended at once; not known whether done, so plan again to see:",
        ...all.slice(0, MOST_SAID).map((it) => `    ${it.action} ${printable(factsOf(known(it)))}`),
        ...(all.length > MOST_SAID ? [`    and ${all.length - MOST_SAID} more`] : []),
        "",
      ].join("\n");
    },
  };
}

/** Nobody reads more of them. */
const MOST_SAID = 20;

function known(entry: PlanEntry): Pick<Applied, "entry" | "id"> {
  return { entry, ...("id" in entry && entry.id !== undefined && { id: entry.id }) };
}
