import { listed } from "@restream-lint/core";
import { parseArgs } from "node:util";
import { UsageError } from "./errors.ts";
import type { Command, Option } from "./options.ts";

/** What was given on the command line, checked against the command's options. */
export interface Arguments {
  readonly paths: readonly string[];
  has(option: string): boolean;
  /** The last value given. */
  value(option: string): string | undefined;
  values(option: string): readonly string[];
}

/** Reads the arguments of a command; throws a UsageError for what it does not know. */
export async function parseArguments(
  command: Command,
  argv: readonly string[],
): Promise<Arguments> {
  const given = new Map<string, string[]>();
  // Where there is nothing to parse, Node's parser need not be loaded.
  const isParsed = argv.some((argument) => /^-./.test(argument));
  const paths = isParsed ? [] : [...argv];
  for (const token of isParsed ? tokensOf(command, argv) : []) {
    if (token.kind === "positional") paths.push(token.value);
    if (token.kind !== "option") continue;
    const option = command.options.find(({ name }) => name === token.name);
    if (!option) {
      const { unknownOption } = await import("./unknown-option.ts");
      throw unknownOption(command, token.rawName);
    }
    checkValue(option, token.rawName, token.value);
    given.set(option.name, [...(given.get(option.name) ?? []), token.value ?? ""]);
  }
  return argumentsOf(paths, given);
}

/** Arguments by what was given: the values of each option, of which a switch has none. */
export function argumentsOf(
  paths: readonly string[],
  given: ReadonlyMap<string, readonly string[]>,
): Arguments {
  return {
    paths,
    has: (option) => given.has(option),
    value: (option) => given.get(option)?.at(-1),
    values: (option) => given.get(option) ?? [],
  };
}

function tokensOf(command: Command, argv: readonly string[]) {
  const options = command.options.map(({ name, short, value, isValueOptional }) => [
    name,
    parseOption(short, isValueOptional ? undefined : value),
  ]);
  return parseArgs({
    args: [...argv],
    options: Object.fromEntries(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens;
}

function parseOption(short: string | undefined, value: string | undefined) {
  const type = value === undefined ? ("boolean" as const) : ("string" as const);
  return short === undefined ? { type } : { type, short };
}

function checkValue(option: Option, written: string, given: string | undefined): void {
  const { value, choices, takesFile } = option;
  if (value === undefined && given !== undefined) {
    throw new UsageError(`${written} takes no value`);
  }
  const isMissing = given === undefined && !option.isValueOptional;
  if (value !== undefined && (isMissing || given === "")) {
    throw new UsageError(`${written} needs a value: ${written} <${value}>`);
  }
  const chosen = takesFile ? given?.split("=")[0] : given;
  if (choices && chosen !== undefined && !choices.includes(chosen)) {
    throw new UsageError(`${written} must be ${listed(choices)}`);
  }
}
