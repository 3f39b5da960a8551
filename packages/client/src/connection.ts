import { ApiError } from "./api-error.ts";
import { parseBaseUri, type Setting } from "./base-uri.ts";
import type { Surroundings } from "./surroundings.ts";
import { parseToken } from "./token.ts";
import { createTurnstile, type Turnstile } from "./turnstile.ts";

/** Where the API is, and what it is reached with. */
export interface Connection {
  /** Without a slash at its end. */
  readonly baseUri: string;
  readonly token: string;
  readonly userAgent: string;
  readonly surroundings: Surroundings;
  readonly turnstile: Turnstile;
}

/** Throws an `ApiError` of kind `misconfigured` for a base URI or a token that cannot be used. */
export function createConnection(
  baseUri: string,
  token: string,
  userAgent: string | undefined,
  surroundings: Surroundings,
): Connection {
  return {
    baseUri: valueOf(parseBaseUri(baseUri)),
    token: valueOf(parseToken(token)),
    userAgent: userAgent ?? "restream-lint",
    surroundings,
    turnstile: createTurnstile(surroundings),
  };
}

function valueOf(setting: Setting): string {
  if ("fault" in setting) throw new ApiError("misconfigured", setting.fault);
  return setting.value;
}
