import type { Setting } from "./base-uri.ts";

/** More than any token has, and less than servers take of a header. */
const LONGEST = 4096;

/** Reads a token as people paste it: blanks, quotes and the words of the header around it are dropped. */
export function parseToken(text: string): Setting {
  const token = withoutQuotes(
    withoutQuotes(text.trim())
      .replace(/^authorization:\s*/i, "")
      .replace(/^apikey(?:\s+|$)/i, "")
      .trim(),
  );
  if (token === "") {
    return {
      fault:
        "There is no API token. Make a permanent one in the Gcore Customer Portal, and set it as GCORE_API_KEY.",
    };
  }
  if (/^bearer\s/i.test(token)) {
    return {
      fault:
        "`Bearer` belongs to what a login gives for an hour. Use a permanent API token, without that word.",
    };
  }
  // A header that cannot be sent would be repeated in what `fetch` says of it.
  if (!/^[!-~]+$/.test(token)) {
    return {
      fault:
        "The API token holds a line break, a blank or another character that no token has. Copy it again, in one piece.",
    };
  }
  if (token.length > LONGEST) {
    return { fault: "What is set as API token is too long to be one. Copy the token alone." };
  }
  return { value: token };
}

function withoutQuotes(text: string): string {
  return text.replace(/^(["'`])(.*)\1$/s, "$2").trim();
}
