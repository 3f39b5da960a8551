import { createHash } from "node:crypto";
import type { Located } from "./located.ts";

/**
 * Tells a finding from all others, and stays the same while lines come and go above it, and other restreams where its own has
 * a name that no other one has. Made of what every format shows in any case; never of the source, in which secrets are.
 */
export function fingerprintOf({ path, mark, ordinal }: Located): string {
  const parts = [path, mark.rule, mark.restream ?? null, mark.path, mark.about ?? null, ordinal];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32);
}
