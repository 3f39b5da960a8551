import { type ApiError, isApiError } from "./api-error.ts";
import { createFailure } from "./failure.ts";
import { allPages, type Paged } from "./pages.ts";
import type { Parsed } from "./parse-answer.ts";
import { nonsense } from "./parsed-answer.ts";
import type { RemoteRestream, RemoteStream } from "./remote.ts";
import type { ApiRequest } from "./request.ts";

/** How often a list is read, at most, until it has held still. */
const LOOKS = 4;

/**
 * All that a list holds; rejects rather than to leave something out, which would be created a second time.
 *
 * Pages are no snapshot: where somebody deletes from a page that we have read, all that follows moves up, and one slips
 * over the boundary to where we no longer look, even from a second page that is empty then. But what was deleted had been
 * seen; so a list is read again, until all that was seen before is still there. What is added meanwhile moves nothing
 * out of sight, where a list comes to an end. Where the server only repeats itself, it may do so because much was added:
 * then nothing may have been added either. A list without anything in it is one answer, and no more is needed.
 */
export async function listAll<T extends RemoteRestream | RemoteStream>(
  path: string,
  purpose: string,
  parse: (text: string) => Parsed<readonly T[]>,
  read: (
    request: ApiRequest,
    parse: (text: string) => Parsed<readonly T[]>,
  ) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const requestOf = (page: number): ApiRequest => ({
    method: "GET",
    path: `${path}?page=${page}`,
    purpose,
  });
  const load = async (page: number): Promise<readonly T[] | undefined> => {
    try {
      return await read(requestOf(page), parse);
    } catch (error) {
      // Some servers say so of a page after the last.
      if (page > 1 && isApiError(error) && error.kind === "notFound") return undefined;
      throw error;
    }
  };
  let before: Paged<T> | undefined;
  for (let look = 1; look <= LOOKS; look++) {
    const agreement = before && agreementWith(before);
    const now = await allPages(load, identityOf, agreement?.isEnough);
    if (!now) throw nonsense(requestOf(1), "the list has no end", 200);
    if (now.items.length === 0 || agreement?.isReached(now) === true) return now.items;
    before = now;
  }
  throw movingFailure(requestOf(1));
}

interface Agreement<T> {
  /** Takes the new ones of a page, and says whether no more pages are needed. */
  readonly isEnough: (fresh: readonly T[], page: number) => boolean;
  readonly isReached: (now: Paged<T>) => boolean;
}

function agreementWith<T extends RemoteRestream | RemoteStream>({
  items,
  isEnded,
}: Paged<T>): Agreement<T> {
  const missing = new Set(items.map(identityOf));
  return {
    isEnough(fresh, page) {
      for (const it of fresh) missing.delete(identityOf(it));
      // A server without pages says all on the first.
      const isWhole = isEnded || (page === 1 && fresh.length === items.length);
      return missing.size === 0 && isWhole;
    },
    isReached: (now) => missing.size === 0 && (isEnded || now.items.length === items.length),
  };
}

function movingFailure(request: ApiRequest): ApiError {
  return createFailure(request, {
    kind: "conflict",
    why: "the list keeps changing while it is read, so nothing can be told from it",
    remedy: "Try again when nobody else is changing it.",
  });
}

/** Without IDs, equal ones on different pages are one. */
function identityOf({ id, stream_id, uri, name }: RemoteRestream | RemoteStream): string {
  return id === undefined ? JSON.stringify([stream_id, uri, name]) : String(id);
}
