import { didYouMean } from "../did-you-mean.ts";
import { isFilledIn } from "./filled-in.ts";
import { standInFor } from "./plain.ts";
import { schemaErrors } from "../schema/generated/validators.ts";
import { expectedIn, type ShapeName } from "../schema/schema.ts";
import type { Node } from "../syntax/node.ts";
import { parseUri } from "../uri/uri.ts";

/** Names that other tools and the platforms' own pages use, too far from ours to be misspellings. */
const ALSO_CALLED: ReadonlyMap<string, string> = new Map([
  ["address", "uri"],
  ["destination", "uri"],
  ["enabled", "active"],
  ["stream", "stream_id"],
  ["target", "uri"],
  ["title", "name"],
]);

/** Which of the fields that are not there yet an unknown one was probably meant for. */
export function meantField(name: string, absent: readonly string[]): string | undefined {
  const synonym = ALSO_CALLED.get(name.toLowerCase());
  return synonym !== undefined && absent.includes(synonym) ? synonym : didYouMean(name, absent);
}

/** Whether a value could stand in a field: is of its type, and a URI where that is wanted. */
export function fitsIn(
  text: string,
  value: Node | undefined,
  shape: ShapeName,
  field: string,
): boolean {
  if (!value || isFilledIn(text, value, expectedIn(shape, field))) return true;
  if (field === "uri" && value.kind === "scalar")
    return parseUri(String(value.value)).fault === undefined;
  const errors = schemaErrors(shape, { [field]: standInFor(value) });
  return !errors.some(({ instancePath }) => instancePath === `/${field}`);
}
