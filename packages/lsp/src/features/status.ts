import type { Status } from "../protocol.ts";
import type { View } from "../view.ts";
import { isInactive, targetsIn } from "./targets.ts";

/** What an editor shows of a document beside it; of one without a view there is nothing but its settings file. */
export function statusOf(view: View | undefined, settings: string | undefined): Status {
  const isDocument = view?.kind === "restreams";
  const targets = isDocument ? view.document.syntax.roots.flatMap(targetsIn) : [];
  return {
    kind: view?.kind ?? null,
    settings: settings ?? null,
    restreams: targets.length,
    inactive: targets.filter(isInactive).length,
  };
}
