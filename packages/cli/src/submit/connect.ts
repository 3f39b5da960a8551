import {
  createGcore,
  createHoldUpWords,
  DEFAULT_BASE_URI,
  type Gcore,
  parseBaseUri,
} from "@restream-lint/client";
import { TOKEN_VARIABLE } from "@restream-lint/core";
import { UsageError } from "../errors.ts";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";
import { VERSION } from "../version.ts";
import { Interrupted } from "./interrupted.ts";

/**
 * Makes the client for GCORE_BASE_URL with the token of GCORE_API_KEY, or one that is asked for without an echo. Nothing is
 * sent yet; a host other than Gcore's is named on stderr. Throws a UsageError, or an ApiError of kind `misconfigured`, for what
 * cannot be used.
 */
export async function connect(io: Io, signal: AbortSignal): Promise<Gcore> {
  const baseUrl = baseUriOf(io);
  const { host } = new URL(baseUrl);
  const isElsewhere = host !== new URL(DEFAULT_BASE_URI).host;
  if (isElsewhere) io.stderr.write(`restream-lint: talking to ${printable(host)}\n`);
  const token = await tokenOf(io, isElsewhere ? host : undefined, signal);
  const wordsOf = createHoldUpWords(io.now);
  return createGcore({
    baseUrl,
    token,
    userAgent: `restream-lint/${VERSION}`,
    surroundings: {
      fetch: io.fetch,
      wait: io.wait,
      now: io.now,
      random: Math.random,
      onHeldUp: (ms, status) => {
        const words = wordsOf(ms, status);
        if (words !== undefined) io.stderr.write(`restream-lint: ${words}\n`);
      },
    },
  });
}

function baseUriOf({ env }: Io): string {
  const setting = parseBaseUri(env["GCORE_BASE_URL"] || DEFAULT_BASE_URI);
  if ("fault" in setting) throw new UsageError(`GCORE_BASE_URL: ${setting.fault}`);
  return setting.value;
}

async function tokenOf(
  { env, ask }: Io,
  host: string | undefined,
  signal: AbortSignal,
): Promise<string> {
  return env[TOKEN_VARIABLE] || (await askedToken(ask, host, signal));
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
