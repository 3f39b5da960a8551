import type { ApiError } from "./api-error.ts";
import { type Conceal, createConceal } from "./concealment.ts";
import type { Connection } from "./connection.ts";
import { connectionFailure } from "./connection-failure.ts";
import type { Ends } from "./ends.ts";
import { createFailure } from "./failure.ts";
import { nonsense } from "./parsed-answer.ts";
import { readBody } from "./read-body.ts";
import type { Answer, ApiRequest } from "./request.ts";
import { retryAfterOf } from "./retry-after.ts";
import { statusFailure } from "./status-failure.ts";

/** Milliseconds from the sending of a request to the last byte of its answer. */
const TIMEOUT = 30_000;
/** Bytes: hundreds of times what a page of restreams has. */
const LARGEST_ANSWER = 16 * 1024 * 1024;
const LARGEST_ERROR = 64 * 1024;

/** Sends a request once and reads what comes back: an answer of 2xx, or an `ApiError` is thrown. */
export async function exchange(
  connection: Connection,
  request: ApiRequest,
  { stop, abort: signal }: Ends,
): Promise<Answer> {
  if (stop.aborted) throw abortedFailure(request, false);
  const { fetch, wait } = connection.surroundings;
  const over = new AbortController();
  const timeout = new AbortController();
  wait(TIMEOUT, over.signal).then(
    () => timeout.abort(),
    () => undefined,
  );
  const either = AbortSignal.any([signal, timeout.signal]);
  const rescued = (error: unknown): ApiError => {
    if (signal.aborted) return abortedFailure(request, true);
    if (timeout.signal.aborted) return timedOutFailure(request);
    return connectionFailure(request, new URL(connection.baseUri).host, error);
  };
  try {
    const response = await unlessAborted(
      fetch(connection.baseUri + request.path, initOf(connection, request, either)),
      either,
    ).catch((error: unknown) => {
      throw rescued(error);
    });
    const isRefusal = response.status >= 400;
    const body = await unlessAborted(
      readBody(response, isRefusal ? LARGEST_ERROR : LARGEST_ANSWER),
      either,
    ).catch((error: unknown) => {
      // The status says enough where the server says no.
      if (isRefusal && !signal.aborted) return undefined;
      throw rescued(error);
    });
    return answerOf(connection, request, response, body);
  } finally {
    over.abort();
  }
}

function initOf(
  { token, userAgent }: Connection,
  { method, body }: ApiRequest,
  signal: AbortSignal,
): RequestInit {
  return {
    method,
    headers: {
      Accept: "application/json",
      Authorization: `APIKey ${token}`,
      "User-Agent": userAgent,
      ...(body && { "Content-Type": "application/json" }),
    },
    ...(body && { body: JSON.stringify({ restream: body }) }),
    signal,
    // Where it leads, the token must not go.
    redirect: "manual",
    cache: "no-store",
    credentials: "omit",
    referrerPolicy: "no-referrer",
  };
}

function answerOf(
  { surroundings, token }: Connection,
  request: ApiRequest,
  { status, headers, type }: Response,
  body: string | undefined,
): Answer {
  const requestId = headers.get("x-request-id") ?? undefined;
  const conceal: Conceal = createConceal(token, request.body?.uri);
  if (status >= 400) {
    const retryAfter = retryAfterOf(headers, surroundings.now());
    throw statusFailure(
      request,
      { status, body: body ?? "", requestId, retryAfter },
      conceal,
      token,
    );
  }
  // Browsers tell nothing of a redirect but that there is one.
  if (type === "opaqueredirect" || status < 200 || status >= 300) {
    const why = "the server sends us to another address, where the API token does not go";
    throw nonsense(request, why, status);
  }
  if (body === undefined) {
    throw nonsense(request, "the answer is larger than any that the API gives", status);
  }
  return { status, text: body };
}

/** What was stopped; `isSent`: while its answer was due. */
export function abortedFailure(request: ApiRequest, isSent: boolean): ApiError {
  return createFailure(request, {
    kind: "aborted",
    isUncertain: isSent,
    why: "it was interrupted",
    remedy: "",
  });
}

function timedOutFailure(request: ApiRequest): ApiError {
  return createFailure(request, {
    kind: "timedOut",
    isUncertain: true,
    why: `no answer came within ${TIMEOUT / 1000} s`,
    remedy: "Check the network, and try again.",
  });
}

/** For a `fetch` that does not heed its signal. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new Error("aborted"));
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject);
  });
}
