import { BASE_URI_SETTING } from "./base-uri.ts";
import type { ApiError } from "./api-error.ts";
import { createFailure } from "./failure.ts";
import type { Parsed } from "./parse-answer.ts";
import type { Answer, ApiRequest } from "./request.ts";

/** What an answer says; throws an `ApiError` of kind `nonsense` where it says nothing. */
export function parsedAnswer<T>(
  request: ApiRequest,
  { status, text }: Answer,
  parse: (text: string) => Parsed<T>,
): T {
  const parsed = parse(text);
  if ("value" in parsed) return parsed.value;
  throw nonsense(request, `the answer ${parsed.flaw}`, status);
}

/** The error of an answer that is none. */
export function nonsense(request: ApiRequest, why: string, status: number): ApiError {
  const remedy = `Check ${BASE_URI_SETTING}, and whether the network wants a login first.`;
  return createFailure(request, { kind: "nonsense", isUncertain: true, why, remedy }, { status });
}
