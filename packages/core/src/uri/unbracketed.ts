import type { Range } from "../range.ts";
import { isIpv6 } from "./ip.ts";
import { HOLE, type Surface, VOID } from "./surface.ts";

/** An IPv6 address that lacks the brackets of RFC 3986, section 3.2.2, so that nobody can tell its end from a port. */
export interface Unbracketed {
  /** The address and what may be its port. */
  readonly range: Range;
  /** The likelier one first. */
  readonly readings: readonly Reading[];
}

/** One way to read an IPv6 address without brackets. */
export interface Reading {
  /** As `host[:port]` should be written. */
  readonly text: string;
  readonly hasPort: boolean;
}

/** Reads what seems to begin with a group of an IPv6 address and has no brackets; `length` is its host's. */
export function ipv6In(
  { masked }: Surface,
  range: Range,
): { readonly length: number; readonly unbracketed: Unbracketed | undefined } | undefined {
  const written = masked.slice(range.start, range.end);
  const text = written.replaceAll(VOID, "");
  if (!/^[0-9a-f]{0,4}:[^:]*:/i.test(text)) return undefined;
  // A placeholder may be a group, a port or both: where the host ends cannot be told.
  if (text.includes(HOLE)) return { length: written.length, unbracketed: undefined };

  const readings = readingsOf(text);
  const hasPort = readings[0]?.hasPort ?? /:[1-9][0-9]{3,4}$/.test(text);
  return {
    length: hasPort ? written.lastIndexOf(":") : written.length,
    unbracketed: readings.length > 0 ? { range, readings } : undefined,
  };
}

/** No port begins with 0, and no group has five digits. */
function readingsOf(text: string): Reading[] {
  if (text.length > LONGEST) return [];
  const [, address = "", port] = /^(.+):([1-9][0-9]{0,4})$/.exec(text) ?? [];
  return [
    ...(isIpv6(address) ? [{ text: `[${address}]:${port}`, hasPort: true }] : []),
    ...(isIpv6(text) ? [{ text: `[${text}]`, hasPort: false }] : []),
  ];
}

/** An address with its zone ID and port. */
const LONGEST = 69;
