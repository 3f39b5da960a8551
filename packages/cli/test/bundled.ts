import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../../../scripts/bundle.ts";

/** It takes seconds, and comes out the same for all tests. */
let bundled: ReturnType<typeof bundle> | undefined;

/** Writes what `pnpm build` would write into a folder, which other tests may be running it from: no file is ever half there. */
export async function bundleInto(folder: string): Promise<void> {
  bundled ??= bundle();
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of (await bundled).files) {
    const written = join(folder, `${name}.${randomUUID()}`);
    // What could be run before can be run after.
    const mode = statSync(join(folder, name), { throwIfNoEntry: false })?.mode;
    writeFileSync(written, text, { mode });
    renameSync(written, join(folder, name));
  }
}
