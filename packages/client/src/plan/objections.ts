import { counted } from "@restream-lint/core";
import { liveChangesIn } from "./changes-in.ts";
import type { Plan } from "./plan.ts";
import { isRefused } from "./plan-entry.ts";

// Why a plan is not applied, in words that end a sentence; undefined where nothing speaks against it.

/** What a person has to settle first. */
export function unsettledObjection({ entries }: Plan): string | undefined {
  const count = entries.filter(isRefused).length;
  if (count === 0) return undefined;
  return `${counted(count, "restream")} ${count === 1 ? "is" : "are"} refused: nothing is sent before that is settled`;
}

/** What is changed only where a person allows it. */
export function liveObjection(plan: Plan): string | undefined {
  const count = liveChangesIn(plan);
  if (count === 0) return undefined;
  return `${counted(count, "restream")} would be changed while on air, so nothing is sent`;
}

/** Whether variables are missing that somebody could have set. */
export function isUnfilled({ entries }: Plan): boolean {
  return entries.some(
    (it) => it.action === "blocked" && it.obstacles.some(({ variables }) => variables.length > 0),
  );
}
