import pc from "picocolors";
import { printable } from "../printable.ts";

/** One setting in force. */
export interface Setting {
  readonly name: string;
  readonly value: string | number | null;
  /** Where it is made; undefined where it is as it comes. */
  readonly origin: string | undefined;
  readonly isRule?: boolean;
}

/** What `restream-lint config` prints: what is set, and the rules that are not as they come. */
export function configSheet(
  file: string,
  settingsFile: string | null,
  settings: readonly Setting[],
  color: boolean,
): string {
  const { bold, dim } = pc.createColors(color);
  const fields = settings.filter((it) => !it.isRule);
  const rules = settings.filter((it) => it.isRule && it.origin !== undefined);
  const width = Math.max(...[...fields, ...rules].map(({ name }) => name.length));
  const row = ({ name, value, origin }: Setting) =>
    `  ${name.padEnd(width)}  ${String(value ?? "not set").padEnd(15)}  ${dim(printable(origin ?? "default"))}`;
  return [
    bold(`Settings for ${printable(file)}`),
    settingsFile === null ? "No settings file was found." : `From ${printable(settingsFile)}.`,
    "",
    ...fields.map(row),
    "",
    bold("Rules"),
    ...(rules.length > 0 ? rules.map(row) : ["  all as they come: see restream-lint rules"]),
    "",
  ].join("\n");
}
