import type { Surroundings } from "@restream-lint/client";

/** What Gcore is reached with. */
export interface Network {
  readonly surroundings: Surroundings;
  /** Such as `restream-lint/1.0.0`. */
  readonly userAgent: string;
}
