import { certainlyFits } from "./certainly-fits.ts";
import { entryPath } from "./field-name.ts";
import { isFilledIn } from "./filled-in.ts";
import { type Place, placesIn, pointer } from "../forms.ts";
import { fitsIn, meantField } from "./meant-field.ts";
import { entriesOf, plainOf } from "./plain.ts";
import { schemaErrors } from "../schema/generated/validators.ts";
import { type Expected, expectedIn, type ShapeName, SHAPES } from "../schema/schema.ts";
import {
  contentOf,
  type Entry,
  isNull,
  MAX_FAULTS,
  type MappingNode,
  type Node,
} from "../syntax/node.ts";
import { findSrtParameter } from "../uri/srt-parameters.ts";

/** Where a text does not fit the JSON Schema of restream documents. */
export type ShapeFault = UnknownField | MissingField | WrongType;

/** A field that the shape does not have. */
export interface UnknownField {
  readonly kind: "unknown-field";
  readonly path: string;
  readonly entry: Entry;
  readonly shape: ShapeName;
  /** The field that was probably meant, if it is not there yet. */
  readonly meant: string | undefined;
  /** Whether the value would fit that field. */
  readonly fits: boolean;
}

/** A field that the shape needs. */
export interface MissingField {
  readonly kind: "missing-field";
  /** Of the mapping. */
  readonly path: string;
  readonly node: MappingNode;
  readonly shape: ShapeName;
  readonly field: string;
  /** Whether an unknown field was probably meant to be it: then that one is to be renamed, and none to be added. */
  readonly isMisspelt: boolean;
}

/** A value that its field cannot have. */
export interface WrongType {
  readonly kind: "wrong-type";
  readonly path: string;
  readonly node: Node;
  /** What holds it; undefined for a root and for an item of a list. */
  readonly entry: Entry | undefined;
  /** The field, or what stands in its place, as a person calls it. */
  readonly name: string;
  readonly expected: Expected;
}

/** Checks every mapping of a document that has a shape, once each, however many aliases lead to it: up to `MAX_FAULTS`. */
export function shapeFaultsIn(
  text: string,
  roots: readonly Node[],
  isBroken: (node: Node) => boolean,
): ShapeFault[] {
  const seen = new Set<object>();
  const all: ShapeFault[] = [];
  for (const place of roots.flatMap(placesIn)) {
    for (const fault of check(place)) all.push(fault);
    if (all.length >= MAX_FAULTS) return all.slice(0, MAX_FAULTS);
  }
  return all;

  function check({ node, path, shape, name }: Place): readonly ShapeFault[] {
    if (seen.has(contentOf(node)) || isBroken(node)) return [];
    seen.add(contentOf(node));
    const expected = { type: "object" };
    if (node.kind === "mapping") {
      const faults = faultsOf(text, node, path, shape);
      if (faults.length === 0 || isFilledIn(text, node, expected)) return NONE;
      return faults.filter(isNew);
    }
    if (isFilledIn(text, node, expected)) return NONE;
    return [{ kind: "wrong-type", path, node, entry: undefined, name, expected }];
  }

  /** What many mappings merge in is wrong once. */
  function isNew(fault: ShapeFault): boolean {
    if (fault.kind === "missing-field" || !fault.entry) return true;
    const isKnown = seen.has(fault.entry);
    seen.add(fault.entry);
    // What stands in the place of a restream has been said to be none.
    if (fault.kind === "wrong-type") seen.add(contentOf(fault.node));
    return !isKnown;
  }
}

/** A mapping that does not fit its shape. */
interface Misfit {
  readonly text: string;
  readonly path: string;
  readonly shape: ShapeName;
  readonly entries: ReadonlyMap<string, Entry>;
  /** The fields of the shape that are not even there without a value. */
  readonly absent: readonly string[];
}

const NONE: readonly ShapeFault[] = [];

function faultsOf(
  text: string,
  node: MappingNode,
  path: string,
  shape: ShapeName,
): readonly ShapeFault[] {
  if (certainlyFits(node, shape)) return NONE;
  const errors = schemaErrors(shape, plainOf(node, shape));
  if (errors.length === 0) return NONE;

  const entries = entriesOf(node);
  const absent = writableFields(shape).filter((field) => !entries.has(field));
  const misfit = { text, path, shape, entries, absent };
  const unknown = errors
    .flatMap(({ params }) => params.additionalProperty ?? [])
    .map((name) => unknownField(misfit, name))
    .filter((it) => it !== undefined);
  const meant = new Set(unknown.map((fault) => fault.meant));
  const missing = errors.flatMap(({ params }) => params.missingProperty ?? []);
  const fields = new Set(errors.map(({ instancePath }) => instancePath.slice(1)));
  return [
    ...unknown,
    ...missing
      .filter(() => !mayMergeMore(text, entries))
      .map((field): MissingField => {
        return { kind: "missing-field", path, node, shape, field, isMisspelt: meant.has(field) };
      }),
    ...Array.from(fields, (field) => wrongType(misfit, field)).filter((it) => it !== undefined),
  ];
}

function writableFields(shape: ShapeName): string[] {
  const fields = Object.entries(SHAPES[shape].properties);
  return fields.flatMap(([name, field]) => (field === true || "readOnly" in field ? [] : [name]));
}

function unknownField(misfit: Misfit, name: string): UnknownField | undefined {
  const { text, path, shape, entries, absent } = misfit;
  const entry = entries.get(name);
  if (!entry || (name === "<<" && mayMergeMore(text, entries))) return undefined;
  if (entry.key.tag !== undefined) return undefined;
  // A mapping of thousands of unknown fields is not a misspelt restream.
  const meant = entries.size > MAX_MISSPELT ? undefined : meantField(name, absent);
  const fits = meant !== undefined && fitsIn(text, entry.value, shape, meant);
  // A `streamid` that is no number is not a misspelt `stream_id`, but SRT's.
  const isMeant = fits || !findSrtParameter(name);
  const place = { path: entryPath(path, entry), entry, shape };
  return { kind: "unknown-field", ...place, meant: isMeant ? meant : undefined, fits };
}

const MAX_MISSPELT = 100;

function wrongType({ text, path, shape, entries }: Misfit, field: string): WrongType | undefined {
  const entry = entries.get(field);
  const node = entry?.value;
  const expected = expectedIn(shape, field);
  // A read-only field has no effect, whatever its value is.
  if (!node || isNull(node) || expected.readOnly || isFilledIn(text, node, expected)) {
    return undefined;
  }
  const place = { path: pointer(path, field), node, entry };
  return { kind: "wrong-type", ...place, name: field, expected };
}

/** Whether something that is filled in later is merged in, with any fields. */
function mayMergeMore(text: string, entries: ReadonlyMap<string, Entry>): boolean {
  const merge = entries.get("<<");
  return merge?.value !== undefined && isFilledIn(text, merge.value, { type: "object" });
}
