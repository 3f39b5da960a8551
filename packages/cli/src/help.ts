import { type Command, COMMANDS, LINT, type Option } from "./options.ts";

/** The help of a command that is named so, from the same table that parses its options. */
export function help(command: string): string {
  return helpOf(COMMANDS.find(({ name }) => name === command) ?? LINT);
}

function helpOf(command: Command): string {
  const isMain = command.name === LINT.name;
  const others = COMMANDS.filter(({ name }) => name !== LINT.name);
  const sections = [
    `Usage: ${usageOf(command)}\n\n${command.summary}.`,
    ...(isMain ? [`Commands:\n${table(others.map(commandRow))}`] : []),
    `Options:\n${table(command.options.map(optionRow))}`,
    ...(command.isRemote ? [`Environment:\n${table(ENVIRONMENT)}`] : []),
    ...(isMain ? [`Exit status:\n${table(EXIT_STATUSES)}`] : []),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** What the environment says to commands that ask the API. */
export const ENVIRONMENT: readonly (readonly [string, string])[] = [
  [
    "GCORE_API_KEY",
    "the API token, between single quotes in a shell; without it, a terminal asks for it, and does not show it",
  ],
  ["GCORE_BASE_URL", "where the API is, https alone but on this machine; Gcore's own without it"],
];

/** The contract of the exit status. */
export const EXIT_STATUSES: readonly (readonly [string, string])[] = [
  ["0", "no errors; plan, submit and pull: done"],
  ["1", "errors found, or more warnings than --max-warnings; a restream was refused, or failed"],
  ["2", "wrong usage, a file that cannot be read, broken settings, or no API token"],
  ["3", "nothing to lint"],
  ["4", "the API cannot be reached, or does not take the token"],
  ["5", "plan --detailed-exitcode: something would change"],
  ["130", "interrupted"],
];

/** `restream-lint explain <rule>`. */
export function usageOf({ name, usage, options }: Command): string {
  const parts = ["restream-lint", name, options.length > 0 ? "[options]" : "", usage];
  return parts.filter((it) => it !== "").join(" ");
}

function commandRow({ name, usage, summary }: Command): [string, string] {
  return [`${name} ${usage}`.trim(), summary];
}

/** An option as it is written, and what it does. */
export function optionRow({
  name,
  short,
  value,
  isValueOptional,
  choices,
  isRepeatable,
  summary,
}: Option): [string, string] {
  const shown = isValueOptional ? `[=<${value}>]` : value === undefined ? "" : ` <${value}>`;
  const written = `${short === undefined ? "    " : `-${short}, `}--${name}${shown}`;
  const values = choices ? ` (${choices.join(", ")})` : "";
  return [written, `${summary}${values}${isRepeatable ? "; may be repeated" : ""}`];
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join("\n");
}
