/** Where Gcore's API is unless a person sets another place. */
const GCORE = "https://api.gcore.com";

/** A place that a token may be sent to. */
export interface Origin {
  /** What a token is kept for: scheme, host and port. */
  readonly key: string;
  /** As people call it: the host, and the port where it is no usual one. */
  readonly host: string;
}

/** Where a base URI leads; undefined where no token may go. The server says what else is wrong with it. */
export function originOf(baseUri: string): Origin | undefined {
  const written = baseUri.trim() || GCORE;
  if (!URL.canParse(written)) return undefined;
  const { protocol, hostname, host, origin } = new URL(written);
  const isSafe = protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
  return isSafe ? { key: origin, host } : undefined;
}

/** As `URL` writes host names: `127.1` has become `127.0.0.1`. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(?:\.[0-9]{1,3}){3}$/.test(host);
}
