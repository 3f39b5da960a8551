import type { Part } from "../uri/part.ts";
import { platformsAt } from "./platforms.ts";

/** The platform that Gcore's own ingest is. */
export const GCORE = "Gcore";

/** Whether a host is one of Gcore's own ingest servers; "maybe" where a placeholder stands in it. */
export function isGcoreIngest({ text, isOpen }: Part): boolean | "maybe" {
  return isOpen ? "maybe" : platformsAt(text).some(({ name }) => name === GCORE);
}
