import { resolve } from "node:path";
import {
  type Document,
  resolvePlaceholders,
  type VariableLookup,
  withoutToken,
} from "@restream-lint/core";
import { envFileVariables } from "./env-file.ts";
import { readMeantText } from "../meant-text.ts";
import type { Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { named } from "../named.ts";
import { printable } from "../printable.ts";

/** Fills in the placeholders of a file's document. */
export type Filler = (file: string, document: Document) => Document;

/**
 * Makes the function that fills in a document's placeholders from what `--env` and `--env-file` allow to be read, and
 * says on stderr which variables are not set.
 */
export function createFiller(args: Arguments, io: Io): Filler {
  const lookUp = createLookUp(args, io);
  return (file, document) => {
    const resolved = resolvePlaceholders(document, lookUp);
    const { unset = [] } = resolved.resolution ?? {};
    if (unset.length > 0) {
      const names = unset.length > MAX_NAMES ? [...unset.slice(0, MAX_NAMES), "…"] : unset;
      const are = unset.length === 1 ? "is" : "are";
      io.stderr.write(
        `restream-lint: ${printable(file)}: ${names.join(", ")} ${are} not set: linted as placeholders\n`,
      );
    }
    return resolved;
  };
}

const MAX_NAMES = 20;

/**
 * The variables that `--env` and `--env-file` allow to be read. The environment wins over files, a later file over those
 * before it. None of them gives the API token. Throws a UsageError for what is no env file.
 */
export function createLookUp(args: Arguments, io: Pick<Io, "cwd" | "env">): VariableLookup {
  const environment: VariableLookup = (name) =>
    args.has("env") && Object.hasOwn(io.env, name) ? io.env[name] : undefined;
  const variables = new Map<string, string>();
  const lookUp = withoutToken((name) => environment(name) ?? variables.get(name));
  for (const file of args.values("env-file")) {
    const text = named(file, () => readMeantText(resolve(io.cwd, file)));
    for (const [name, value] of envFileVariables(text, { name: file, lookUp }))
      variables.set(name, value);
  }
  return lookUp;
}
