import type { RestreamBody } from "./remote.ts";

/** One request of ours, and the words for it: `create the restream`. */
export interface ApiRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  /** What follows the base URI, with its slash. */
  readonly path: string;
  readonly body?: RestreamBody;
  readonly purpose: string;
}

/** An answer that says that it was done. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The create of a restream. */
export function creating(body: RestreamBody): ApiRequest {
  return {
    method: "POST",
    path: "/streaming/restreams",
    body: sentOf(body),
    purpose: "create the restream",
  };
}

/** The change of a restream's fields. */
export function updating(id: number, body: RestreamBody): ApiRequest {
  return {
    method: "PATCH",
    path: `/streaming/restreams/${id}`,
    body: sentOf(body),
    purpose: `change restream ${id}`,
  };
}

/** The deletion of a restream. */
export function deleting(id: number): ApiRequest {
  return {
    method: "DELETE",
    path: `/streaming/restreams/${id}`,
    purpose: `delete restream ${id}`,
  };
}

/** Nothing but what is ours to say: a `RemoteRestream` is a `RestreamBody` too, with its `live` and its ID. */
function sentOf({ name, active, uri, stream_id, client_user_id }: RestreamBody): RestreamBody {
  return {
    ...(name !== undefined && { name }),
    ...(active !== undefined && { active }),
    ...(uri !== undefined && { uri }),
    ...(stream_id !== undefined && { stream_id }),
    ...(client_user_id !== undefined && { client_user_id }),
  };
}
