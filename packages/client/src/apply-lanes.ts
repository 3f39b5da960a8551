import type { Appliable } from "./apply-entry.ts";

/**
 * What may be done side by side, and in each lane one after the other, in the order of the plan. Creates of one stream and
 * URI share a lane: if an answer were lost, nothing would tell which of them was done.
 */
export function lanesOf(entries: readonly Appliable[]): readonly (readonly Appliable[])[] {
  const lanes = new Map<unknown, Appliable[]>();
  for (const entry of entries) {
    const key = entry.action === "create" ? identityOf(entry) : entry;
    const lane = lanes.get(key);
    if (lane) lane.push(entry);
    else lanes.set(key, [entry]);
  }
  return [...lanes.values()];
}

function identityOf({ body }: Extract<Appliable, { readonly action: "create" }>): string {
  const { stream_id, uri } = body();
  return JSON.stringify([stream_id, uri]);
}
