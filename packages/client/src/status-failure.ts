import { BASE_URI_SETTING } from "./base-uri.ts";
import type { ApiError, FieldFault } from "./api-error.ts";
import type { Conceal } from "./concealment.ts";
import { createFailure, type Why } from "./failure.ts";
import { parseErrorBody } from "./error-body.ts";
import { LONGEST_RETRY_AFTER } from "./pause.ts";
import type { ApiRequest } from "./request.ts";
import { unauthorisedWhy } from "./unauthorised.ts";

/** What an answer with an error in it says beside its body. */
export interface Refusal {
  readonly status: number;
  readonly body: string;
  /** Of the header. */
  readonly requestId: string | undefined;
  /** Milliseconds. */
  readonly retryAfter: number | undefined;
}

/** What came back with a status of 400 or more, as an error with words for a person. */
export function statusFailure(
  request: ApiRequest,
  { status, body, requestId, retryAfter }: Refusal,
  conceal: Conceal,
  token: string,
): ApiError {
  const said = parseErrorBody(body);
  const fields = fieldsOf(said.fields, conceal);
  const texts = said.texts.map(conceal).filter((it) => it !== "");
  const why =
    status === 401
      ? unauthorisedWhy(said.texts, token)
      : whyOf(request, status, detailsOf(texts, fields), waitWords(retryAfter));
  const id = requestIdOf(said.requestId ?? requestId, conceal);
  return createFailure(request, why, {
    status,
    fields,
    ...(id !== undefined && { requestId: id }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** The error of what is not sent while the server turns everything away; `wait` is in milliseconds. */
export function notSentFailure(request: ApiRequest, wait: number): ApiError {
  const why = whyOf(request, 429, "", waitWords(wait > LONGEST_RETRY_AFTER ? wait : undefined));
  return createFailure(request, why, { retryAfter: wait });
}

function detailsOf(texts: readonly string[], fields: readonly FieldFault[]): string {
  const words = [...texts.slice(0, 2), ...fields.slice(0, 5).map(wordsOfField)].join("; ");
  return words === "" ? "" : `: ${words.replace(/[.!]+$/, "")}`;
}

function whyOf(request: ApiRequest, status: number, details: string, patience: string): Why {
  switch (status) {
    case 403:
      return {
        kind: "forbidden",
        why: `the token may not do that (403)${details}`,
        remedy:
          "The account needs Streaming, and the token's user the role Engineers or Administrators.",
      };
    case 404:
      return {
        kind: "notFound",
        why: `there is no such thing at Gcore (404)${details}`,
        remedy: /\/[0-9]+$/.test(request.path)
          ? "Someone has deleted it, or it belongs to another account. Plan again."
          : `Check ${BASE_URI_SETTING}.`,
      };
    case 408:
      return {
        kind: "timedOut",
        isUncertain: true,
        why: "the server waited too long for the request (408)",
        remedy: "Check the connection, and try again.",
      };
    case 409:
      return {
        kind: "conflict",
        why: `someone or something else is changing it (409)${details}`,
        remedy: "Plan again in a minute.",
      };
    case 429:
      return {
        kind: "tooMany",
        why: `there were too many requests (429)${details}`,
        remedy: patience,
      };
    default:
      return status < 500
        ? {
            kind: "refused",
            why: `Gcore refuses it (${status})${details}`,
            remedy: "Change that, and try again.",
          }
        : {
            kind: "broken",
            isUncertain: true,
            why: `the server failed (${status})${details}`,
            remedy: patience,
          };
  }
}

function waitWords(retryAfter: number | undefined): string {
  if (retryAfter === undefined || retryAfter === 0) return "Try again in a minute.";
  const seconds = Math.ceil(retryAfter / 1000);
  const length =
    seconds < 120
      ? `${seconds} s`
      : seconds < 7200
        ? `${Math.ceil(seconds / 60)} minutes`
        : `${Math.ceil(seconds / 3600)} hours`;
  return `The server asks to wait ${length}. Try again after that.`;
}

function wordsOfField({ field, messages }: FieldFault): string {
  return `\`${field}\` ${messages.slice(0, 3).join(", ")}`.trimEnd();
}

/** By the names that the fields have in documents. */
function fieldsOf(fields: readonly FieldFault[], conceal: Conceal): readonly FieldFault[] {
  return fields.map(({ field, messages }) => ({
    field: field === "stream" ? "stream_id" : conceal(field),
    messages: messages.map(conceal).filter((it) => it !== ""),
  }));
}

function requestIdOf(text: string | undefined, conceal: Conceal): string | undefined {
  return text !== undefined && /^[\w.:=-]{1,100}$/.test(text) && conceal(text) === text
    ? text
    : undefined;
}
