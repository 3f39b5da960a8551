import type { Edit } from "../edit.ts";
import { portOf } from "../uri/authority.ts";
import { isForeignPort } from "../uri/ports.ts";
import { DEFAULT_PORTS, type Protocol } from "../uri/uri.ts";
import { replaceIn, type UriField } from "./uri-field.ts";

/** Writes another scheme, and its own port where one stands that is known for another. */
export function changeScheme(field: UriField, protocol: Protocol): readonly (Edit | undefined)[] {
  const { scheme } = field.uri;
  return [scheme && replaceIn(field, scheme.range, protocol), ...mendPort(field, protocol)];
}

/** Writes a scheme's own port where one stands that is known for another. */
export function mendPort(field: UriField, protocol: Protocol): readonly (Edit | undefined)[] {
  const port = field.uri.authority?.port;
  const number = port && portOf(port);
  if (!port || number === undefined || !isForeignPort(protocol, number)) return [];
  return [replaceIn(field, port.range, String(DEFAULT_PORTS[protocol]))];
}
