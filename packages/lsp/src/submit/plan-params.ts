import type { Account, PlanParams, SubmitParams } from "../protocol.ts";
import { isRecord } from "../record.ts";

/** What a client sent with `PLAN`, if it is that: the protocol's library checks no types. */
export function parsePlanParams(params: unknown): PlanParams | undefined {
  if (!isRecord(params)) return undefined;
  const { textDocument } = params;
  const uri = isRecord(textDocument) ? textDocument["uri"] : undefined;
  const account = parseAccount(params["account"]);
  return typeof uri === "string" && account ? { textDocument: { uri }, account } : undefined;
}

/** The same for `SUBMIT`: consent that is not exactly that is none. */
export function parseSubmitParams(params: unknown): SubmitParams | undefined {
  const planned = parsePlanParams(params);
  if (!planned || !isRecord(params)) return undefined;
  const { saved, allowLive, progress } = params;
  if (typeof saved !== "string" || typeof allowLive !== "boolean") return undefined;
  return typeof progress === "string" ? { ...planned, saved, allowLive, progress } : undefined;
}

function parseAccount(account: unknown): Account | undefined {
  if (!isRecord(account)) return undefined;
  const { token, baseUri, envFile } = account;
  if (typeof token !== "string" || typeof baseUri !== "string") return undefined;
  if (typeof envFile === "string") return { token, baseUri, envFile };
  return envFile === undefined || envFile === null ? { token, baseUri } : undefined;
}
