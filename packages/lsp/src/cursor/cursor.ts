import {
  type Document,
  edit,
  type Entry,
  entryOf,
  isNull,
  lineStartBefore,
  type MappingNode,
  type Node,
  nodesAt,
  placesIn,
  type ScalarNode,
  type ShapeName,
} from "@restream-lint/core";
import { jsonSiteAt } from "./json-site.ts";
import type { Site } from "./site.ts";
import { yamlSiteAt } from "./yaml-site.ts";

/** Where in a document something is typed. */
export interface Cursor {
  /** `item` where a list's next item may begin, with a dash that is not there yet. */
  readonly kind: "key" | "item" | "value";
  readonly site: Site;
  /** The document as if what is typed were whole; offsets in it are not those of the text. */
  readonly document: Document;
  readonly root: Node;
  /** The mapping that the key or the value is in; undefined for an item of a list that is no mapping. */
  readonly mapping: MappingNode | undefined;
  /** The shape of that mapping in a restream document. */
  readonly shape: ShapeName | undefined;
  /** The shape that a mapping in the place of the value itself would have. */
  readonly place: ShapeName | undefined;
  /** The keys from the root to the key or the value itself; undefined for the item of a list. */
  readonly path: readonly (string | undefined)[];
  /** Whether the mapping has this key besides what is being typed. */
  readonly isGiven: (key: string) => boolean;
}

/** Reads what is typed at an offset from its line; undefined where nothing can be. */
export function siteAt(document: Document, offset: number): Site | undefined {
  return document.language === "yaml"
    ? yamlSiteAt(document, offset)
    : jsonSiteAt(document.text, offset);
}

/** The keys and the items that a site may be; both where a list may begin, or go on, in the column of its key. */
export function keysAt(document: Document, site: Site): readonly Cursor[] {
  const { key, item } = attemptsFor(document, site);
  const isTried = key !== undefined && !(item && isDashColumn(document, site));
  const found = isTried ? cursorOf(document, site, key) : undefined;
  const mayBeItem = item !== undefined && (!found || mayHoldItem(found));
  return [found ?? [], (mayBeItem && cursorOf(document, site, item)) || []].flat();
}

/** The value that a site may be; undefined where there can be none. */
export function valueAt(document: Document, site: Site): Cursor | undefined {
  const { value } = attemptsFor(document, site);
  return value && cursorOf(document, site, value);
}

/** Whether a key may be meant as a value just as well: it would be alone in an item between brackets. */
export function mayBeValue({ site, mapping }: Cursor): boolean {
  return site.notation === "flow" && mapping?.entries.length === 1;
}

/** Whether nothing but an item can begin in this column: a list has its dashes there, and no mapping its keys. */
function isDashColumn({ text, syntax }: Document, { range: { start } }: Site): boolean {
  const column = columnOf(text, start);
  const around = nodesAt(syntax.roots, text.slice(0, start).trimEnd().length);
  const kinds = around
    .filter(({ node }) => columnOf(text, node.range.start) === column)
    .map(({ node }) => node.kind);
  return kinds.includes("sequence") && !kinds.includes("mapping");
}

/** Whether an item may stand in the place of a key: its mapping begins with it, or a list goes on, or may begin, before it. */
function mayHoldItem({ document: { text }, site, mapping }: Cursor): boolean {
  if (!mapping) return false;
  const before = mapping.entries.findLast(({ key }) => key.range.start < site.range.start);
  if (!before) return true;
  const { value } = before;
  if (value?.kind !== "sequence") return !value || isNull(value);
  return columnOf(text, value.range.start) === columnOf(text, site.range.start);
}

function columnOf(text: string, offset: number): number {
  return offset - lineStartBefore(text, offset);
}

/** What may be tried at a site, as far as its characters tell. */
interface Attempts {
  readonly key?: Attempt;
  readonly item?: Attempt;
  readonly value?: Attempt;
}

/** What to put in the place of what is typed, so that the text can be parsed. */
interface Attempt {
  readonly kind: Cursor["kind"];
  readonly before: string;
  /** The key or the value itself, as written. */
  readonly word: string;
  readonly after: string;
}

/** A key and a value that nobody writes. */
const STAND_IN = "zz-restream-lint-cursor";

function attemptsFor({ text }: Document, site: Site): Attempts {
  const { range, quote, isClosed, notation, gap, role, hasColon, separator } = site;
  const typed = text.slice(range.start, range.end);
  const quoted = notation === "json" ? `"${STAND_IN}"` : STAND_IN;
  const mayBeKept = typed !== "" && (notation !== "json" || quote !== "");
  // Without quotes, YAML would take `rtmp:` for a key.
  const kept = quote === "" && typed.endsWith(":") ? `'${typed}'` : typed + (isClosed ? "" : quote);
  const word = mayBeKept ? kept : quoted;
  const value: Attempt = { kind: "value", before: gap, word, after: separator };
  if (notation === "json") {
    const colon = hasColon ? "" : `:0${separator}`;
    const key: Attempt = { kind: "key", before: "", word: quoted, after: colon };
    return role === "member" ? { key } : { value };
  }
  // What has a placeholder in it is no key of ours.
  if (role === "value" || typed.includes("${")) return { value };
  const colon = hasColon ? "" : ":";
  const key: Attempt = { kind: "key", before: gap, word: STAND_IN, after: colon };
  if (role === "item") return { key, value };
  if (role === "member") return { key: { ...key, after: hasColon ? "" : ": " }, value };
  return { key, value, ...(typed === "" && { item: { ...key, kind: "item", before: "- " } }) };
}

/** What an attempt shows; undefined where the tree does not take it as it was meant. */
function cursorOf(document: Document, site: Site, attempt: Attempt): Cursor | undefined {
  const { kind, before, word, after } = attempt;
  const { text, language } = document;
  const { start, end } = site.range;
  const at = start + before.length;
  const newText = before + word + after;
  const tried =
    newText === text.slice(start, end) ? document : edit(document, { range: site.range, newText });
  const steps = nodesAt(tried.syntax.roots, at + 1);
  const last = steps.at(-1);
  const root = steps[0]?.node;
  if (!root || last?.node.kind !== "scalar" || !isWhole(last.node, at, word)) return undefined;
  if (last.isKey !== (kind !== "value")) return undefined;
  const holder = steps.at(-2)?.node;
  // A word that is all of a YAML text is the beginning of a key.
  if (kind === "value" && !holder && language === "yaml") return undefined;
  const mapping = holder?.kind === "mapping" ? holder : undefined;
  const places = placesIn(root);
  const own = last.entry;
  return {
    kind,
    site,
    document: tried,
    root,
    mapping,
    shape: mapping && places.find((it) => it.node === mapping)?.shape,
    place: kind === "value" ? places.find((it) => it.node === last.node)?.shape : undefined,
    path: steps.slice(1).flatMap(({ entry, isKey }) => keyOf(entry, isKey)),
    isGiven: (key) => mapping !== undefined && isGivenIn(mapping, key, own),
  };
}

function isWhole({ range }: ScalarNode, start: number, word: string): boolean {
  return range.start === start && range.end === start + word.length;
}

function keyOf(entry: Entry | undefined, isKey: boolean): readonly (string | undefined)[] {
  // What is typed in the place of a key is none yet.
  return isKey ? [] : [entry && String(entry.key.value)];
}

function isGivenIn(mapping: MappingNode, key: string, own: Entry | undefined): boolean {
  return (
    entryOf({ ...mapping, entries: mapping.entries.filter((it) => it !== own) }, key) !== undefined
  );
}
