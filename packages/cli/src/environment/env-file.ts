import { parseEnvFile, type VariableLookup } from "@restream-lint/core";
import { UsageError } from "../errors.ts";

/** What an env file is called in an error, and what else its values may speak of. */
export interface EnvFileOptions {
  readonly name?: string;
  /** Asked for what the file itself has not said before. */
  readonly lookUp?: VariableLookup;
}

/** The variables of an env file. Throws a UsageError that names the line where it is none. */
export function envFileVariables(
  text: string,
  { name = "the env file", lookUp }: EnvFileOptions = {},
): ReadonlyMap<string, string> {
  const { variables, brokenLine } = parseEnvFile(text, lookUp);
  if (brokenLine === undefined) return variables;
  throw new UsageError(`${name}: line ${brokenLine} must be NAME=value, with its quotes closed`);
}
