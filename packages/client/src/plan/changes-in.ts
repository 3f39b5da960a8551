import type { Plan } from "./plan.ts";

/** How many restreams a plan would create, change or delete. */
export function changesIn({ entries }: Plan): number {
  return entries.filter(
    ({ action }) => action === "create" || action === "update" || action === "delete",
  ).length;
}

/** How many of these are on air. */
export function liveChangesIn({ entries }: Plan): number {
  return entries.filter((it) => (it.action === "update" || it.action === "delete") && it.live)
    .length;
}
