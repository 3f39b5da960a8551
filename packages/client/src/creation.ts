import { type ApiError, isApiError } from "./api-error.ts";
import { TO_ITS_END } from "./ends.ts";
import { reworded } from "./failure.ts";
import { isAlike, isSame, type KnownRestream, newcomersIn } from "./newcomers.ts";
import { pause, waitAfter } from "./pause.ts";
import type { RemoteRestream, RestreamBody } from "./remote.ts";
import type { Surroundings } from "./surroundings.ts";

/** What became of a create that was sent. */
export type Creation =
  /** The ID where the answer, or the list after a lost answer, told it. */
  | { readonly outcome: "created"; readonly id?: number }
  /** The answer was lost, and the list says that nothing was done: it may be tried again, by a new plan. */
  | { readonly outcome: "notCreated"; readonly error: ApiError }
  /** The answer was lost, and the list was too, or shows what may be it: nothing may be sent before a person has looked. */
  | { readonly outcome: "unknown"; readonly error: ApiError };

/** How often the list is looked at: a request whose answer was lost may be under way for a while. */
const LOOKS = 3;

/**
 * Looks what became of a create whose answer was lost, by what is in the list and was not known before. One that is
 * the same counts as created; one that is alike makes it unknown, for both a second create and a claim that it
 * exists could be wrong; nothing, three times in some seconds, counts as not created. What it waits itself, seven
 * seconds in all, is never cut short.
 */
export async function creationOf(
  body: RestreamBody,
  known: () => readonly KnownRestream[],
  list: () => Promise<readonly RemoteRestream[]>,
  lost: ApiError,
  surroundings: Surroundings,
): Promise<Creation> {
  let isAlikeThere = false;
  for (let look = 1; look <= LOOKS; look++) {
    const ms = waitAfter(look + 1, surroundings.random);
    await pause(ms, surroundings, TO_ITS_END);
    try {
      const listed = await list();
      const others = known();
      const newcomers = newcomersIn(listed, others);
      const found = newcomers.find((it) => isSame(it, body));
      if (found) return created(found.id);
      // Without IDs, an equal one that was there before may hide it.
      const isHidden =
        others.some((it) => isSame(it, body)) && !listed.some(({ id }) => id !== undefined);
      isAlikeThere = isHidden || newcomers.some((it) => isAlike(it, body));
    } catch (error) {
      if (!isApiError(error)) throw error;
      return { outcome: "unknown", error: reworded(lost, `${lost.message} ${NOT_KNOWN}`, true) };
    }
  }
  return isAlikeThere
    ? { outcome: "unknown", error: reworded(lost, `${lost.message} ${ALIKE}`, true) }
    : { outcome: "notCreated", error: reworded(lost, `${lost.message} ${NOT_CREATED}`, false) };
}

/** A creation that was done. */
export function created(id: number | undefined): Creation {
  return { outcome: "created", ...(id !== undefined && { id }) };
}

const NOT_KNOWN =
  "Whether the restream exists now is not known: plan again before you create it again, or it may exist twice.";
const ALIKE =
  "Since then there is a restream of this stream with the same name or URI, which may be it: look at it in the Gcore Customer Portal before you create it again.";
const NOT_CREATED = "The list of restreams does not have it, so nothing was created: try again.";
