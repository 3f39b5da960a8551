import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import type { Fault } from "./fault.ts";
import type { Operation } from "./operations.ts";

/** A request as it came in, and what became of it. The token is nowhere in it, wherever the client wrote it. */
export interface Recorded {
  /** Counted from 1, in the order of arrival. */
  readonly number: number;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  /** With its `?`; empty where there is none. */
  readonly query: string;
  /** Without `Authorization`. */
  readonly headers: IncomingHttpHeaders;
  /** Parsed where it is JSON; undefined where there is none. */
  readonly body: unknown;
  /** What `Authorization` held: nothing, the right token, or anything else. */
  readonly authorization: "none" | "token" | "other";
  /** The token stood somewhere else than in `Authorization`. */
  readonly leaks: boolean;
  /** Undefined where the API has no such operation. */
  readonly operation: Operation | undefined;
  /** The script's fault that met it. */
  readonly fault: Fault["kind"] | undefined;
  /** What was asked is done; a refused request is not. */
  readonly acted: boolean;
  /** Undefined until it is answered, and where the connection broke instead. */
  readonly status: number | undefined;
}

/** What is seen of a request when it arrives. */
export type Arrived = Omit<Recorded, "number" | "operation" | "fault" | "acted" | "status">;

/** Reads a request without its secret. */
export function parseArrived(request: IncomingMessage, text: string, token: string): Arrived {
  const { authorization, ...headers } = request.headers;
  const { pathname, search } = new URL(request.url ?? "/", "http://localhost");
  const seen = {
    method: request.method ?? "GET",
    path: pathname,
    query: search,
    headers,
    body: parseBody(text),
  };
  const written = JSON.stringify(seen);
  const leaks = written.includes(token) || written.includes(encodeURIComponent(token));
  return {
    ...(leaks ? without(seen, token) : seen),
    authorization:
      authorization === undefined ? "none" : authorization.endsWith(token) ? "token" : "other",
    leaks,
  };
}

function without<T>(seen: T, token: string): T {
  const written = JSON.stringify(seen);
  return JSON.parse(
    written.replaceAll(token, "[token]").replaceAll(encodeURIComponent(token), "[token]"),
  ) as T;
}

function parseBody(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
