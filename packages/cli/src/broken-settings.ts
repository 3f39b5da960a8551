import type { Io } from "./io.ts";
import { printable } from "./printable.ts";
import type { SettingsFinder } from "./settings.ts";

/** Says on standard error which settings files are broken; answers whether any is. */
export function tellBrokenSettings(
  finder: SettingsFinder,
  { stderr }: Pick<Io, "stderr">,
): boolean {
  const broken = finder.sources().filter(({ byFile }) => !byFile);
  for (const { file } of broken) {
    stderr.write(`restream-lint: ${printable(file)}: nothing is linted under broken settings\n`);
  }
  return broken.length > 0;
}
