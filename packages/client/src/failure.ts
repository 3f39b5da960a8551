import { ApiError, type ApiErrorKind, type Circumstances } from "./api-error.ts";
import type { ApiRequest } from "./request.ts";

/** Why a request failed, and what a person can do. */
export interface Why {
  readonly kind: ApiErrorKind;
  /** Whether the server may have acted on it all the same. */
  readonly isUncertain?: boolean;
  /** Ends a sentence that begins with `Could not …:`, without its full stop. */
  readonly why: string;
  /** Sentences. */
  readonly remedy: string;
}

/** The error of a failed request. Where it may have been done, it says so in place of what would do it again. */
export function createFailure(
  { method, purpose }: ApiRequest,
  { kind, isUncertain, why, remedy }: Why,
  circumstances: Circumstances = {},
): ApiError {
  const mayHaveActed = isUncertain === true && method !== "GET";
  // What became of a create is looked up, and said by who does.
  const uncertain = method === "POST" ? "" : NOT_KNOWN;
  const message = `Could not ${purpose}: ${why}. ${mayHaveActed ? uncertain : remedy}`;
  return new ApiError(kind, message.trimEnd(), { ...circumstances, mayHaveActed });
}

/** The error of a last try, after earlier ones that may have acted. */
export function afterUncertain(error: ApiError): ApiError {
  return error.mayHaveActed ? error : reworded(error, `${error.message} ${NOT_KNOWN}`, true);
}

/** The same error in other words. */
export function reworded(
  { kind, status, requestId, fields, retryAfter }: ApiError,
  message: string,
  mayHaveActed: boolean,
): ApiError {
  return new ApiError(kind, message, {
    fields,
    mayHaveActed,
    ...(status !== undefined && { status }),
    ...(requestId !== undefined && { requestId }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

const NOT_KNOWN = "Whether it was done is not known: plan again to see.";
