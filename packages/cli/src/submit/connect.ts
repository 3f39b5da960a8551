import {
  type Api,
  createApi,
  createDigest,
  DEFAULT_BASE_URI,
  type Digest,
  parseBaseUri,
  parseToken,
} from "@restream-lint/client";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";
import { TOKEN_VARIABLE } from "../token-variable.ts";
import { VERSION } from "../version.ts";
import { Interrupted } from "./interrupted.ts";

/** What commands know of the API. The token itself stays here. */
export interface Gcore {
  readonly api: Api;
  /** Keyed with the token. */
  readonly digest: Digest;
  /** Whether a value that is to be sent has the token in it, also with characters percent-encoded. */
  readonly holdsToken: (value: string) => boolean;
}

/**
 * Makes the client for GCORE_BASE_URL with the token of GCORE_API_KEY, or one that is asked for without an echo. Nothing is
 * sent yet; a host other than Gcore's is named on stderr. Throws a UsageError for what cannot be used.
 */
export async function connect(io: Io, signal: AbortSignal): Promise<Gcore> {
  const baseUrl = baseUriOf(io);
  const { host } = new URL(baseUrl);
  const isElsewhere = host !== new URL(DEFAULT_BASE_URI).host;
  if (isElsewhere) io.stderr.write(`restream-lint: talking to ${printable(host)}\n`);
  const token = await tokenOf(io, isElsewhere ? host : undefined, signal);
  const api = createApi({
    baseUrl,
    token,
    userAgent: `restream-lint/${VERSION}`,
    surroundings: { fetch: io.fetch, wait: io.wait, now: Date.now, random: Math.random },
  });
  return {
    api,
    digest: await createDigest(token),
    holdsToken: (value) => value.includes(token) || decoded(value).includes(token),
  };
}

function baseUriOf({ env }: Io): string {
  const setting = parseBaseUri(env["GCORE_BASE_URL"] || DEFAULT_BASE_URI);
  if ("fault" in setting) throw new UsageError(`GCORE_BASE_URL: ${setting.fault}`);
  return setting.value;
}

/** With each `%41` as the character that it stands for; of tokens, all are ASCII. */
function decoded(value: string): string {
  return value.replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

async function tokenOf(
  { env, ask }: Io,
  host: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  const setting = parseToken(env[TOKEN_VARIABLE] || (await askedToken(ask, host, signal)));
  if ("fault" in setting) throw new UsageError(setting.fault);
  return setting.value;
}

async function askedToken(
  ask: Io["ask"],
  host: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  if (!ask) return "";
  const receiver = host === undefined ? "" : `, to be sent to ${printable(host)}`;
  const question = `API token of Gcore${receiver} (${TOKEN_VARIABLE} is not set; it is not shown): `;
  const answer = await ask(question, { isHidden: true, signal });
  if (answer === undefined) throw new Interrupted();
  return answer;
}
