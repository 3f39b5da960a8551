/** What went wrong between us and the API. */
export type ApiErrorKind =
  /** The token or the base URI cannot be used: nothing was sent. */
  | "misconfigured"
  | "unreachable"
  | "timedOut"
  | "unauthorised"
  | "forbidden"
  | "notFound"
  /** 422, and what else says that the request itself is wrong. */
  | "refused"
  | "conflict"
  | "tooMany"
  /** 5xx. */
  | "broken"
  /** An answer that is none: HTML, broken JSON, an empty body, a redirect. */
  | "nonsense"
  | "aborted";

/** What the API says of one field of a restream, by the name that the field has in documents. */
export interface FieldFault {
  readonly field: string;
  readonly messages: readonly string[];
}

/** What is known of a failure beside its kind and its words. */
export interface Circumstances {
  /** Of HTTP; undefined where no answer came. */
  readonly status?: number;
  readonly requestId?: string;
  readonly fields?: readonly FieldFault[];
  /** Whether what was asked for may have been done all the same. Never for what only reads. */
  readonly mayHaveActed?: boolean;
  /** Milliseconds that the server asks to wait before the next try. */
  readonly retryAfter?: number;
}

/**
 * Why the API did not do what it was asked for, in words for a person. It holds no secret, and therefore no `cause`
 * and no body of an answer.
 */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly kind: ApiErrorKind;
  readonly status: number | undefined;
  readonly requestId: string | undefined;
  readonly fields: readonly FieldFault[];
  readonly mayHaveActed: boolean;
  readonly retryAfter: number | undefined;

  constructor(kind: ApiErrorKind, message: string, circumstances: Circumstances = {}) {
    super(message);
    this.kind = kind;
    this.status = circumstances.status;
    this.requestId = circumstances.requestId;
    this.fields = circumstances.fields ?? [];
    this.mayHaveActed = circumstances.mayHaveActed ?? false;
    this.retryAfter = circumstances.retryAfter;
  }
}

/** By its name: in a bundle, a chunk that is loaded later has its own copy of the class. */
export function isApiError(error: unknown): error is ApiError {
  return error instanceof Error && error.name === "ApiError";
}
