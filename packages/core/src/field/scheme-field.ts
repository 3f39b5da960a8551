import type { Edit } from "../edit.ts";
import { type Platform, UNNAMED } from "../gcore/target-facts.ts";
import { portOf } from "../uri/authority.ts";
import { isForeignPort } from "../uri/ports.ts";
import { DEFAULT_PORTS, type Protocol } from "../uri/uri.ts";
import { replaceIn, type UriField } from "./uri-field.ts";

/** Writes another scheme, and its own port where one stands that is known for another, or that the platform does not document. */
export function changeScheme(
  field: UriField,
  protocol: Protocol,
  platform?: Platform,
): readonly (Edit | undefined)[] {
  const { scheme } = field.uri;
  return [
    scheme && replaceIn(field, scheme.range, protocol),
    ...mendPort(field, protocol, platform),
  ];
}

/** Writes a scheme's own port where one stands that is known for another, or that the platform does not document. */
export function mendPort(
  field: UriField,
  protocol: Protocol,
  platform?: Platform,
): readonly (Edit | undefined)[] {
  const port = field.uri.authority?.port;
  const number = port && portOf(port);
  if (!port || number === undefined) return [];
  const usual = DEFAULT_PORTS[protocol];
  const known = platform && portsOf(platform, protocol);
  if (known ? known.includes(number) : !isForeignPort(protocol, number)) return [];
  const right = known?.includes(usual ?? 0) === false ? known[0] : usual;
  return [replaceIn(field, port.range, String(right))];
}

/** Where a platform takes a scheme; undefined where that is not known. */
function portsOf({ name, ports }: Platform, protocol: Protocol): readonly number[] | undefined {
  const usual = DEFAULT_PORTS[protocol];
  const listed = ports?.value[protocol];
  if (listed || name === UNNAMED || usual === undefined) return listed;
  return [usual];
}
