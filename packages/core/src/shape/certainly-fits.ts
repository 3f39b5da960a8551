import { type Expected, expectedIn, type ShapeName, SHAPES } from "../schema/schema.ts";
import type { Entry, MappingNode, Node } from "../syntax/node.ts";

/**
 * A quick look that spares ordinary mappings the validators, which cost a tenth of a start to load.
 * It says yes only where the schema has nothing to say, and no wherever that takes more than a look.
 */
export function certainlyFits({ entries, merged }: MappingNode, shape: ShapeName): boolean {
  if (merged.length > 0) return false;
  const { required, else: otherwise } = SHAPES[shape];
  const needed = required ?? otherwise?.required ?? [];
  return (
    entries.every((entry) => isPlain(entry, shape)) &&
    needed.every((name) => entries.some(({ key, value }) => key.value === name && value))
  );
}

function isPlain({ key, value }: Entry, shape: ShapeName): boolean {
  const name = String(key.value);
  if (!value || !Object.hasOwn(SHAPES[shape].properties, name)) return false;
  return isOfType(value, expectedIn(shape, name));
}

function isOfType(
  node: Node,
  { type, enum: values, minimum = 0, exclusiveMinimum }: Expected,
): boolean {
  if (node.kind !== "scalar")
    return node.kind === (type.includes("array") ? "sequence" : "mapping");
  const { value } = node;
  if (values) return typeof value === "string" && values.includes(value);
  if (typeof value === "number") {
    const isNumber =
      type.includes("number") || (type.includes("integer") && Number.isSafeInteger(value));
    return isNumber && value >= minimum && value > (exclusiveMinimum ?? -1);
  }
  return value !== null && type.includes(typeof value);
}
