import type { Target } from "../document.ts";
import { DEFAULT_PORTS } from "../uri/uri.ts";
import { ingestFaultOf } from "./ingest-fault.ts";

/**
 * The port that a target's URI means and does not say. Undefined where it says one, where the protocol has none, where a
 * placeholder may hold it, and where the host is wrong anyway.
 */
export function impliedPortOf(target: Target): number | undefined {
  const { authority, protocol } = target.uri;
  if (!protocol || !authority || authority.port || authority.unbracketed) return undefined;
  if (!/^(?:name|public)$/.test(authority.hostKind.kind)) return undefined;
  const fault = ingestFaultOf(target)?.kind;
  return fault === "site" || fault === "host" ? undefined : DEFAULT_PORTS[protocol];
}
