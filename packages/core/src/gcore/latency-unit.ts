import type { Target } from "../document.ts";
import { valueOf } from "../syntax/node.ts";
import type { LatencyUnit } from "../uri/latency.ts";

/** The unit that a target reads `latency` in, as far as that is known. */
export interface KnownUnit {
  /** `open` where it is declared in a way that says nothing yet, as by a placeholder. */
  readonly unit: LatencyUnit | "open" | undefined;
  /** What says so: the restream, what is known of its host, or what the settings say of all; undefined where nothing does. */
  readonly by: "restream" | "host" | "settings" | undefined;
}

/** Finds the unit of a target's latency: the nearest that says something wins. */
export function latencyUnitOf({ restream, platform, defaults }: Target): KnownUnit {
  if (restream.latencyUnit) return { unit: restream.latencyUnit, by: "restream" };
  const declared = valueOf(restream.node, "latency_unit");
  const isNull = declared?.kind === "scalar" && declared.value === null;
  if (declared && !isNull) return { unit: "open", by: "restream" };
  if (platform?.latencyUnit) return { unit: platform.latencyUnit.value, by: "host" };
  const { latencyUnit } = defaults;
  return { unit: latencyUnit, by: latencyUnit && "settings" };
}
