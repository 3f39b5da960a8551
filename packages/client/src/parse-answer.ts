import { answerErrors } from "./generated/answer-validators.ts";
import type { RemoteRestream, RemoteStream } from "./remote.ts";

/** What an answer says, or why it is none: it ends a sentence that begins with `the answer`, and repeats nothing of it. */
export type Parsed<T> = { readonly value: T } | { readonly flaw: string };

/** Reads a restream. A `null` that says nothing more than a missing field is left out. */
export function parseRestream(text: string): Parsed<RemoteRestream> {
  return parsedAs(text, (value) => itemOf("restream", value, "", restreamOf));
}

/** Reads what a change answers: the restream, or nothing, which says that it was done. */
export function parseChanged(text: string): Parsed<RemoteRestream | undefined> {
  return text.trim() === "" ? { value: undefined } : parseRestream(text);
}

/** Reads a page of restreams. */
export function parseRestreams(text: string): Parsed<readonly RemoteRestream[]> {
  return parsedAs(text, (value) => listOf("restream", value, restreamOf));
}

/** Reads a page of streams, without their secrets, which nobody here needs. */
export function parseStreams(text: string): Parsed<readonly RemoteStream[]> {
  return parsedAs(text, (value) => listOf("stream", value, streamOf));
}

/** Reads what says only that something was done: nothing, or JSON that tells of no error. */
export function parseDone(text: string): Parsed<unknown> {
  if (text.trim() === "") return { value: undefined };
  return parsedAs(text, (value) =>
    isMapping(value) &&
    ["error", "errors", "exception_class"].some((it) => Object.hasOwn(value, it))
      ? { flaw: "says that it was done and tells of an error" }
      : { value },
  );
}

function parsedAs<T>(text: string, read: (value: unknown) => Parsed<T>): Parsed<T> {
  const written = text.trim();
  if (written === "") return { flaw: "is empty" };
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return {
      flaw: written.startsWith("<")
        ? "is a web page, as of a login or a proxy"
        : "is broken: it is not JSON, or only a part of it",
    };
  }
  return read(value);
}

function listOf<T>(
  shape: "restream" | "stream",
  value: unknown,
  read: (value: object) => T,
): Parsed<readonly T[]> {
  if (!Array.isArray(value)) return { flaw: "is no list" };
  const list: T[] = [];
  for (const [index, item] of value.entries()) {
    const parsed = itemOf(shape, item, `/${index}`, read);
    if ("flaw" in parsed) return parsed;
    list.push(parsed.value);
  }
  return { value: list };
}

function itemOf<T>(
  shape: "restream" | "stream",
  value: unknown,
  pointer: string,
  read: (value: object) => T,
): Parsed<T> {
  const [error] = answerErrors(shape, value);
  if (isMapping(value) && !error) return { value: read(value) };
  const place = pointer + (error?.instancePath ?? "");
  return { flaw: `is not what the API documents${place === "" ? "" : `, at ${place}`}` };
}

function restreamOf(value: object): RemoteRestream {
  return Object.fromEntries(
    Object.entries(value).filter(([name, it]) => it !== null || !NEVER_NULL.has(name)),
  );
}

const NEVER_NULL = new Set(["id", "name", "active", "uri", "stream_id", "live", "pull"]);
const SECRET = /token|passphrase|push_url/;
const SOURCES = ["rtmp", "srt", "webrtc", "https", null];

function streamOf(value: object): RemoteStream {
  const { id, ...rest }: Readonly<Record<string, unknown>> = Object.fromEntries(
    Object.entries(value).filter(
      ([name, it]) =>
        !SECRET.test(name) &&
        (it !== null || !NEVER_NULL.has(name) || name === "uri") &&
        // A new one says nothing to us.
        (name !== "stream_source_type" || SOURCES.includes(it)),
    ),
  );
  if (typeof id !== "number") throw new Error("The schema lets a stream without an ID pass.");
  return { ...rest, id };
}

function isMapping(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
