import type { Why } from "./failure.ts";

/** Why a token is not taken, by the four texts that Gcore documents for 401; they hold parts of tokens and are not repeated. */
export function unauthorisedWhy(texts: readonly string[], token: string): Why {
  const found = REASONS.find(({ pattern }) => texts.some((text) => pattern.test(text)));
  // Tokens are a number, `$` or `_`, and the secret.
  const { why, remedy } = found ?? (/^[0-9]+$/.test(token) ? CUT : UNKNOWN);
  return { kind: "unauthorised", why: `${why} (401)`, remedy };
}

const CUT = {
  why: "only the beginning of the API token arrived",
  remedy:
    "Set it again, in one piece. A shell takes `$` and what follows for a variable: there, put it between single quotes, GCORE_API_KEY='…'.",
};
const UNKNOWN = {
  why: "Gcore does not take the API token",
  remedy:
    "Copy it again in one piece, between single quotes where a shell reads it, or make a new one in the Gcore Customer Portal.",
};
const REASONS = [
  { pattern: /bad (?:permanent )?token/i, ...CUT },
  {
    pattern: /not valid for any token type/i,
    why: "the API token was taken for a login (`Bearer`)",
    remedy:
      "Use a permanent API token from the Gcore Customer Portal, not what a login gives, and see that nothing on the way changes the header `Authorization`.",
  },
  {
    pattern: /invalid or expired/i,
    why: "the API token is invalid or has expired",
    remedy: "Make a new one in the Gcore Customer Portal, and set that.",
  },
  {
    pattern: /credentials were not provided/i,
    why: "no API token arrived",
    remedy: "If it is set, something on the way (a proxy) removes the header `Authorization`.",
  },
];
