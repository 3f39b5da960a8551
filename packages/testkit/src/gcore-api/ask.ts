import type { GcoreApi } from "./gcore-api.ts";

/** An answer as a client sees it. */
export interface Seen {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Undefined where the body is not JSON. */
  readonly json: unknown;
}

/** Asks once, with the right token, as the API's documentation shows it. Rejects where the connection breaks. */
export async function ask(
  api: GcoreApi,
  method: string,
  path: string,
  body?: unknown,
  more: { readonly headers?: Readonly<Record<string, string>>; readonly url?: string } = {},
): Promise<Seen> {
  const response = await fetch(`${more.url ?? api.url}${path}`, {
    method,
    headers: {
      authorization: `APIKey ${api.token}`,
      ...(body !== undefined && { "content-type": "application/json" }),
      ...more.headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: "manual",
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parsed(text) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
