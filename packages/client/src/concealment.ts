import { maskText, parseUri, secretsIn } from "@restream-lint/core";

/** So many characters of a secret in a row give it away. */
const TELLING = 6;
/** A shorter secret cannot be told from other words. */
const SHORTEST = 4;
/** More than any sentence has. */
const LONGEST = 200;
/** What is looked at of a text. */
const READ = 4000;

/** Makes a text of a server fit to be shown: on one line, cut after 200 characters, without what we sent in secret. */
export type Conceal = (text: string) => string;

/** Makes the function for what is said of a request, which the server may repeat in pieces. */
export function createConceal(token: string, uri = ""): Conceal {
  const ofUri = secretsIn(parseUri(uri)).map(({ start, end }) => uri.slice(start, end));
  const pieces = piecesOf([token, ...token.split(/[$_]/), ...ofUri]);
  return (text) => {
    // What cannot be seen goes first: it could stand in a secret.
    const visible = text
      .slice(0, READ)
      .replaceAll(/[\s\p{Cc}]+/gu, " ")
      .replaceAll(/[\p{Cf}\p{Cs}]/gu, "")
      .trim();
    return cut(withoutPieces(maskText(visible), pieces));
  };
}

function piecesOf(secrets: readonly string[]): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const secret of secrets) {
    const length = Math.min(secret.length, TELLING);
    if (length < SHORTEST) continue;
    for (let at = 0; at + length <= secret.length; at++) {
      pieces.add(secret.slice(at, at + length).toLowerCase());
    }
  }
  return pieces;
}

function withoutPieces(text: string, pieces: ReadonlySet<string>): string {
  const isSecret = new Uint8Array(text.length);
  for (let length = SHORTEST; length <= TELLING; length++) {
    for (let at = 0; at + length <= text.length; at++) {
      const piece = text.slice(at, at + length).toLowerCase();
      if (pieces.has(piece)) isSecret.fill(1, at, at + length);
    }
  }
  let result = "";
  for (let at = 0; at < text.length; ) {
    const isHidden = isSecret[at] === 1;
    const next = isSecret.indexOf(isHidden ? 0 : 1, at);
    const end = next === -1 ? text.length : next;
    result += isHidden ? "***" : text.slice(at, end);
    at = end;
  }
  return result;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= LONGEST
    ? text
    : `${characters
        .slice(0, LONGEST - 1)
        .join("")
        .trimEnd()}…`;
}
