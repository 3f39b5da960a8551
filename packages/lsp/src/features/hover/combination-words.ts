import {
  checkCombination,
  listed,
  type Protocol,
  protocolName,
  RESTREAM_GUIDE,
} from "@restream-lint/core";
import { cited } from "./markdown.ts";

/** Which sources reach a target of this protocol, and whether the declared one does. */
export function targetWords(target: Protocol, source: Protocol | undefined): string {
  const { sources, supported } = checkCombination(source ?? target, target);
  const known = `Gcore lists ${names(sources)} sources for ${protocolName(target)} targets (${cited(RESTREAM_GUIDE)}).`;
  if (!source) return known;
  const verdict = supported ? "is one of them" : "is not one of them";
  return `${known} This restream's source, ${protocolName(source)}, ${verdict}.`;
}

/** Which targets a source of this protocol reaches. */
export function sourceWords(source: Protocol): string {
  const { targets } = checkCombination(source, source);
  return `Gcore lists ${names(targets)} targets for ${protocolName(source)} sources (${cited(RESTREAM_GUIDE)}).`;
}

function names(protocols: readonly Protocol[]): string {
  return listed(protocols.map(protocolName), "and");
}
