import { counted } from "@restream-lint/core";
import type { Plan } from "./plan.ts";

/** Something in a plan that a person has to agree to. */
export interface Threshold {
  readonly kind: "updates" | "deletes" | "live";
  /** How many restreams it is about. */
  readonly count: number;
  /** A sentence. */
  readonly message: string;
}

/** So large a share of what is there may change unasked: 30 %. */
const LARGEST_SHARE = 0.3;

/** What needs a person's consent: many changes at once, anything that is deleted, and anything that is on air. */
export function thresholds({ entries }: Plan): readonly Threshold[] {
  const of = (action: string) => entries.filter((it) => it.action === action).length;
  const [updates, deletes] = [of("update"), of("delete")];
  const existing = updates + deletes + of("unchanged") + of("remote-only");
  const live = entries.filter(
    (it) => "live" in it && it.live && it.action !== "remote-only",
  ).length;
  const found: readonly Threshold[] = [
    {
      kind: "updates",
      count: updates > existing * LARGEST_SHARE ? updates : 0,
      message: `${updates} of ${existing} restreams would change: more than ${LARGEST_SHARE * 100} %.`,
    },
    {
      kind: "deletes",
      count: deletes,
      message: `${counted(deletes, "restream")} would be deleted; one that is on air stops.`,
    },
    {
      kind: "live",
      count: live,
      message: `${counted(live, "restream")} would be changed while on air: viewers may see the push break off.`,
    },
  ];
  return found.filter(({ count }) => count > 0);
}
