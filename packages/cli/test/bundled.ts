import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../../scripts/bundle.ts";

/** It takes seconds, and comes out the same for all tests. */
let bundled: ReturnType<typeof bundle> | undefined;

/** Writes what `pnpm build` would write into a folder. */
export async function bundleInto(folder: string): Promise<void> {
  bundled ??= bundle();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of (await bundled).files) writeFileSync(join(folder, name), text);
}
