import { DEFAULT_BASE_URI, parseBaseUri } from "@restream-lint/client";
import {
  MAX_LENGTH,
  parseEnvFile,
  TOKEN_VARIABLE,
  type VariableLookup,
  withoutToken,
} from "@restream-lint/core";
import { isWithin } from "../folders.ts";
import type { Account, Refused } from "../protocol.ts";
import { fileNameOf } from "../uris.ts";
import type { Environment } from "./environment.ts";

/** An account, made ready to be used. */
export interface Access {
  /** As pasted. */
  readonly token: string;
  /** Without a slash at its end. */
  readonly baseUri: string;
  /** What placeholders are filled in from; undefined for nothing. */
  readonly lookUp: VariableLookup | undefined;
}

/** What an env file is read with. */
export interface Files {
  readonly folders: () => readonly string[];
  readonly textOf: (uri: string) => Promise<string | undefined>;
}

/** The access that a client brings. */
export async function accessOf(
  { token, baseUri, envFile }: Account,
  files: Files,
): Promise<Access | Refused> {
  const setting = parseBaseUri(baseUri || DEFAULT_BASE_URI);
  if ("fault" in setting) return refused(setting.fault);
  const lookUp = envFile === undefined ? undefined : await variablesOf(envFile, files);
  if (typeof lookUp === "string") return refused(lookUp, "variables");
  return { token, baseUri: setting.value, lookUp };
}

/** The access that the server's environment gives. */
export function accessIn({ variable, placeholders }: Environment): Access | Refused {
  const setting = parseBaseUri(variable("GCORE_BASE_URL") || DEFAULT_BASE_URI);
  if ("fault" in setting) return refused(`GCORE_BASE_URL: ${setting.fault}`);
  const lookUp = placeholders();
  if (typeof lookUp === "string") return refused(lookUp, "variables");
  return { token: variable(TOKEN_VARIABLE) ?? "", baseUri: setting.value, lookUp };
}

/** Makes a refusal. */
export function refused(message: string, remedy?: Refused["remedy"]): Refused {
  return { kind: "refused", message, ...(remedy && { remedy }) };
}

/** What an env file says; or a sentence that says why it cannot be read. Its name may not lead out of the workspace; a link that the workspace holds may. */
async function variablesOf(
  uri: string,
  { folders, textOf }: Files,
): Promise<VariableLookup | string> {
  const name = fileNameOf(uri);
  if (!isWithin(folders(), uri))
    return `${name} is outside of the workspace: name an env file inside of it.`;
  const text = await textOf(uri);
  if (text === undefined) return `${name} cannot be read: there is no such env file.`;
  // Of one that is too large, only the beginning is read.
  if (text.length > MAX_LENGTH) return `${name} is too large to be an env file.`;
  const { variables, brokenLine } = parseEnvFile(text);
  if (brokenLine !== undefined)
    return `${name}: line ${brokenLine} must be NAME=value, with its quotes closed.`;
  return withoutToken((it) => variables.get(it));
}
