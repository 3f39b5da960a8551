import type { ScalarNode } from "./node.ts";

/** What YAML 1.2's core schema makes of a plain scalar; undefined for numbers in any but the plainest notation. */
export function plainValue(written: string): ScalarNode["value"] | undefined {
  // Digits and signs stand before all letters.
  if (written.charCodeAt(0) <= NINE) {
    if (/^(?:0|[1-9][0-9]{0,14})$/.test(written)) return Number(written);
    if (/^[-+.]*(?:[0-9][0-9a-fx.eEo+-]*|inf|nan)$/i.test(written)) return undefined;
  }
  if (written.length > 5) return written;
  switch (written) {
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    default:
      return written;
  }
}

const NINE = 0x39;
