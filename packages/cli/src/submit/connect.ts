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
import { VERSION } from "../version.ts";
import { Interrupted } from "./interrupted.ts";

/** What commands know of the API. The token itself stays here. */
export interface Gcore {
  readonly api: Api;
  /** Keyed with the token. */
  readonly digest: Digest;
}

/**
 * Makes the client for GCORE_BASE_URL with the token of GCORE_API_KEY, or one that is asked for without an echo. Nothing is
 * sent yet. Throws a UsageError for what cannot be used.
 */
export async function connect(io: Io, signal: AbortSignal): Promise<Gcore> {
  const baseUrl = baseUriOf(io);
  const token = await tokenOf(io, signal);
  const api = createApi({
    baseUrl,
    token,
    userAgent: `restream-lint/${VERSION}`,
    surroundings: { fetch: io.fetch, wait: io.wait, now: Date.now, random: Math.random },
  });
  return { api, digest: await createDigest(token) };
}

function baseUriOf({ env }: Io): string {
  const setting = parseBaseUri(env["GCORE_BASE_URL"] || DEFAULT_BASE_URI);
  if ("fault" in setting) throw new UsageError(`GCORE_BASE_URL: ${setting.fault}`);
  return setting.value;
}

async function tokenOf({ env, ask }: Io, signal: AbortSignal): Promise<string> {
  const setting = parseToken(env["GCORE_API_KEY"] || (await askedToken(ask, signal)));
  if ("fault" in setting) throw new UsageError(setting.fault);
  return setting.value;
}

async function askedToken(ask: Io["ask"], signal: AbortSignal): Promise<string> {
  if (!ask) return "";
  const answer = await ask("API token of Gcore (GCORE_API_KEY is not set; it is not shown): ", {
    isHidden: true,
    signal,
  });
  if (answer === undefined) throw new Interrupted();
  return answer;
}
