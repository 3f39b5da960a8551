import { BASE_URI_SETTING } from "./base-uri.ts";
import type { ApiError } from "./api-error.ts";
import { createFailure } from "./failure.ts";
import type { ApiRequest } from "./request.ts";

/** Why no answer came, from what `fetch` threw. That is never shown itself: it may repeat what was sent. */
export function connectionFailure(request: ApiRequest, host: string, thrown: unknown): ApiError {
  const code = codeOf(thrown);
  const known = REASONS.find(({ pattern }) => pattern.test(code));
  const suffix = code === "" ? "" : ` (${code})`;
  return createFailure(request, {
    kind: "unreachable",
    isUncertain: known === undefined,
    why: `${host} ${known?.why ?? "did not answer: the connection broke"}${suffix}`,
    remedy: known?.remedy ?? "Check the network, and try again.",
  });
}

/** What happens before anything is sent. Codes of Node.js; browsers tell none. */
const REASONS = [
  {
    pattern: /^(?:ENOTFOUND|EAI_AGAIN)$/,
    why: "is a name that cannot be found",
    remedy: `Check the network and ${BASE_URI_SETTING}.`,
  },
  {
    pattern: /^(?:ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT)$/,
    why: "takes no connections",
    remedy: `Check the network, a firewall or proxy on the way, and ${BASE_URI_SETTING}.`,
  },
  {
    pattern: /^(?:CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|ERR_TLS_CERT_)/,
    why: "shows a certificate that is not trusted",
    remedy:
      "Something on the way (a proxy) may stand in for it: give Node.js its certificate with NODE_EXTRA_CA_CERTS.",
  },
];

function codeOf(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined;
  const code =
    typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : "";
  return /^[A-Z][A-Z_0-9]{2,49}$/.test(code) ? code : "";
}
