import type { Fault, Misbehaviour } from "./fault.ts";
import type { Operation } from "./operations.ts";

/** What meets the next request for an operation: each call counts as one. */
export function createScript(
  script: readonly Misbehaviour[],
): (operation: Operation) => Fault | undefined {
  const seen = script.map(() => 0);
  return (operation) => {
    let met: Fault | undefined;
    for (const [index, { on, nth, fault }] of script.entries()) {
      if (on !== undefined && on !== operation) continue;
      const number = (seen[index] ?? 0) + 1;
      seen[index] = number;
      if (nth === undefined || nth === number) met ??= fault;
    }
    return met;
  };
}
