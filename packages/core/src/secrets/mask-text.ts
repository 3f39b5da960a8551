import { redactUri } from "../uri/redact.ts";

/** What begins like the URI of a target, up to where no program would go on with it. */
const URIS = /\b(?:rtmps?|srt):[^\s"'`<>\\]+/gi;

/** A name that says that a secret follows, and the secret: as in a query, in YAML, in JSON, in a header. */
const PAIRS =
  /(?<![a-z0-9])((?:[a-z0-9]{1,20}[-_])?(?:passphrase|streamid|stream_?key|key|token|apikey|password|secret|authorization)["'\\]{0,2}[ \t]{0,8}[:=][ \t]{0,8}["'\\]{0,2}(?:bearer[ \t]+)?)([^\s"'\\&,;{}]+)/gi;

/**
 * A text that is no document, such as a line of a log, with `***` for what is secret in the URIs in it and for what
 * follows a word such as `passphrase`. It cannot know a secret that stands by itself.
 */
export function maskText(text: string): string {
  return text.replaceAll(URIS, redactUri).replaceAll(PAIRS, "$1***");
}
