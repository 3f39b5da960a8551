/** Where Gcore's API is, as its document says. */
export const DEFAULT_BASE_URI = "https://api.gcore.com";

/** What a person set, cleaned, or a sentence on why it cannot be used, which repeats nothing of it. */
export type Setting = { readonly value: string } | { readonly fault: string };

/** What people set it by. */
export const BASE_URI_SETTING = "GCORE_BASE_URL (in VS Code restream-lint.apiBaseUri)";

/** Reads `GCORE_BASE_URL`: an `https:` URI, or `http:` on this very machine, without a slash at its end. */
export function parseBaseUri(text: string): Setting {
  const written = text.trim();
  if (!URL.canParse(written)) {
    return { fault: `The base URI is no URI. Write one such as ${DEFAULT_BASE_URI}.` };
  }
  const { protocol, hostname, username, password, origin, pathname } = new URL(written);
  if (protocol !== "https:" && !(protocol === "http:" && isLoopback(hostname))) {
    return {
      fault:
        "The base URI must begin with `https://`: the API token would travel in the clear. `http://` is for servers on this machine alone.",
    };
  }
  if (username || password) {
    return {
      fault:
        "The base URI holds a user name or a password, which the API does not take. Remove what stands before the `@`.",
    };
  }
  if (/[?#]/.test(written)) {
    return {
      fault:
        "The base URI holds a `?` or a `#`, after which no path can be added. Remove it and what follows.",
    };
  }
  return { value: origin + pathname.replace(/\/+$/, "") };
}

/** As `URL` writes host names: `127.1` has become `127.0.0.1`. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}
