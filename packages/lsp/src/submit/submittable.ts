import type { Refused } from "../protocol.ts";
import type { Snapshot } from "../snapshot.ts";
import type { View } from "../view.ts";
import { refused } from "./access.ts";

/** What finds the documents that may be submitted. */
export interface Finding {
  readonly snapshot: () => Promise<Snapshot>;
  /** Whether a text is a file of its own, and no copy of one. */
  readonly isFile: (uri: string) => boolean;
}

/** The restream document that a client names, as it is now. */
export async function submittableAt(
  uri: string,
  { snapshot, isFile }: Finding,
): Promise<View | Refused> {
  const view = (await snapshot()).at(uri);
  if (view?.kind !== "restreams") return refused(NO_DOCUMENT);
  // What an editor shows of another time is not to go on air.
  return isFile(view.uri) ? view : refused(COPY);
}

/** Where a client names none: the only restream document that is open. */
export async function onlySubmittable({ snapshot, isFile }: Finding): Promise<View | Refused> {
  const { views } = await snapshot();
  const open = views.filter(
    ({ kind, version, uri }) => kind === "restreams" && version !== undefined && isFile(uri),
  );
  const [only] = open;
  if (open.length > 1) return refused(SEVERAL);
  return only ?? refused(NO_DOCUMENT);
}

const NO_DOCUMENT = "This is no restream document, or it is not open: open one, and try again.";
const COPY = "This shows a file as it is elsewhere, or was before: open the file itself.";
const SEVERAL =
  "Several restream documents are open: give the command the URI of one as its argument.";
