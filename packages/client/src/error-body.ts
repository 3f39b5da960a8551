import type { FieldFault } from "./api-error.ts";

/** What a server says of a failure, as it says it: texts may be long, and may repeat secrets. */
export interface ErrorBody {
  readonly texts: readonly string[];
  /** Its own names: `stream`, where documents have `stream_id`. */
  readonly fields: readonly FieldFault[];
  readonly requestId: string | undefined;
}

/** More than anyone reads. */
const MOST = 20;

/** Reads the four shapes of errors that the API has, whichever it is; of anything else nothing. */
export function parseErrorBody(text: string): ErrorBody {
  const body = parseMapping(text);
  const { errors, error, message, detail, invalid_fields, request_id } = body;
  return {
    texts: [error, message, detail, Array.isArray(errors) ? errors : undefined].flatMap(stringsIn),
    fields: [...fieldsIn(errors), ...fieldsIn(invalid_fields)].slice(0, MOST),
    requestId: typeof request_id === "string" ? request_id : undefined,
  };
}

function parseMapping(text: string): ErrorMembers {
  try {
    const value: unknown = JSON.parse(text);
    return isMapping(value) ? value : {};
  } catch {
    return {};
  }
}

interface ErrorMembers {
  readonly errors?: unknown;
  readonly error?: unknown;
  readonly message?: unknown;
  readonly detail?: unknown;
  readonly invalid_fields?: unknown;
  readonly request_id?: unknown;
}

function isMapping(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldsIn(value: unknown): readonly FieldFault[] {
  return isMapping(value)
    ? Object.entries(value).map(([field, messages]) => ({ field, messages: stringsIn(messages) }))
    : [];
}

function stringsIn(value: unknown): readonly string[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((it) => typeof it === "string").slice(0, MOST);
}
