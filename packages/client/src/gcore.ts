import { type Api, type ApiOptions, createApi } from "./api.ts";
import { ApiError } from "./api-error.ts";
import { createDigest, type Digest } from "./plan/digest.ts";
import { parseToken } from "./token.ts";

/** An account at Gcore, as far as submitting goes. The token itself stays inside. */
export interface Gcore {
  readonly api: Api;
  /** Keyed with the token; of one host, it is nothing at another one. */
  readonly digest: Digest;
  /** Whether a value that is to be sent has the token in it, also with characters percent-encoded. */
  readonly holdsToken: (value: string) => boolean;
}

/** Makes what speaks to an account. Nothing is sent yet; rejects with an `ApiError` of kind `misconfigured`. */
export async function createGcore(options: ApiOptions): Promise<Gcore> {
  const setting = parseToken(options.token);
  if ("fault" in setting) throw new ApiError("misconfigured", setting.fault);
  const { value: token } = setting;
  const digest = await createDigest(token);
  return {
    api: createApi({ ...options, token }),
    digest: (text) => digest(JSON.stringify([options.baseUrl, text])),
    holdsToken: (value) => value.includes(token) || decoded(value).includes(token),
  };
}

/** With each `%41` as the character that it stands for; of tokens, all are ASCII. */
function decoded(value: string): string {
  return value.replaceAll(/%([0-7][0-9a-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
