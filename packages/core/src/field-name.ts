import type { Entry } from "./syntax/node.ts";

/**
 * A key in quotes, if a message may repeat it: one that looks like a field's name. A key without a value between braces
 * may be the rest of a secret that a comma cut.
 */
export function fieldName({ key, value }: Entry): string | undefined {
  const name = String(key.value);
  const isHarmless = value !== undefined || key.style !== "flow";
  return isHarmless && /^[a-z][a-z_]{0,23}$/.test(name) ? `"${name}"` : undefined;
}
