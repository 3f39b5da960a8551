import { redactUri } from "../uri/redact.ts";

/** What begins like the URI of a target, up to where no program would go on with it. */
const TARGETS = /\b(?:rtmps?|srt):[^\s"<>]+/gi;
/** The user information of any other URI. */
const USERINFO = /(?<![a-z0-9+.-])([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@"<>]+@/gi;
/** A header that is a secret up to its end. */
const HEADERS = /((?:authorization|cookie)\\*["']?[ \t]*[:=][ \t]*)\S.*/gi;

const NAME = String.raw`[a-z0-9_-]{0,40}(?:passphrase|streamid|key|token|password|pwd|secret)`;
const SAYS = String.raw`\\*["']?[ \t]*[:=][ \t]*`;
/** Up to the quote that it began with, escaped ones aside. */
const QUOTED = String.raw`(\\*["'])(?:(?!\2)(?:\\.|[^\n\\]))*`;
/** Up to a blank, or to the next pair of a query. */
const BARE = String.raw`(?:(?!&\w{1,40}=)\S)+`;
/** A name that says that a secret follows, and the secret: as in a query, in YAML, in JSON, in code. */
const PAIRS = new RegExp(`(?<![a-z0-9_-])(${NAME}${SAYS})(?:${QUOTED}|${BARE})`, "gi");

/**
 * A text that is no document, such as a line of a log, with `***` for what is secret in the URIs in it and for what
 * follows a word such as `passphrase`. It cannot know a secret that stands by itself. Linear in the text.
 */
export function maskText(text: string): string {
  return text
    .replaceAll(TARGETS, redactUri)
    .replaceAll(USERINFO, "$1***@")
    .replaceAll(HEADERS, "$1***")
    .replaceAll(PAIRS, "$1$2***");
}
