import { isApiError } from "./api-error.ts";
import { allPages } from "./pages.ts";
import type { Parsed } from "./parse-answer.ts";
import { nonsense } from "./parsed-answer.ts";
import type { RemoteRestream, RemoteStream } from "./remote.ts";
import type { ApiRequest } from "./request.ts";

/** All that a list holds; rejects rather than to leave something out, which would be created a second time. */
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
  const items = await allPages(async (page) => {
    try {
      return await read(requestOf(page), parse);
    } catch (error) {
      // Some servers say so of a page after the last.
      if (page > 1 && isApiError(error) && error.kind === "notFound") return undefined;
      throw error;
    }
  }, identityOf);
  if (!items) throw nonsense(requestOf(1), "the list has no end", 200);
  return items;
}

/** Without IDs, equal ones on different pages are one. */
function identityOf({ id, stream_id, uri, name }: RemoteRestream | RemoteStream): string {
  return id === undefined ? JSON.stringify([stream_id, uri, name]) : String(id);
}
