import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { SETTINGS_FILES } from "@restream-lint/core";

/** The nearest settings file for what is in a folder, looking upwards to the root of the repository. */
export function nearestSettings(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const name = SETTINGS_FILES.find((it) => existsSync(join(at, it)));
    if (name !== undefined) return join(at, name);
    if (dirname(at) === at || existsSync(join(at, ".git"))) return undefined;
  }
}
