import { isRestreamRoot, type Located, restreamNodesIn, streamNodesIn } from "./forms.ts";
import type { Edit } from "./rule.ts";
import { type ShapeFault, shapeFaultsIn } from "./shape/shape.ts";
import {
  type MappingNode,
  type Node,
  type ScalarNode,
  type SyntaxTree,
  valueOf,
} from "./syntax/node.ts";
import { type Language, parseSyntax } from "./syntax/syntax.ts";
import { LATENCY_UNITS, type LatencyUnit } from "./uri/latency.ts";
import { PROTOCOLS, type Protocol } from "./uri/uri.ts";
import { type UriField, uriFieldOf } from "./uri-field.ts";

/** Longer texts, in UTF-16 units, are not parsed: 64 MiB. */
export const MAX_LENGTH: number = 64 * 1024 * 1024;

/** One parsed text. Immutable: a changed text is a new document. */
export interface Document {
  readonly text: string;
  readonly language: Language;
  readonly syntax: SyntaxTree;
  /** What does not fit the shape of a restream document. */
  readonly shape: readonly ShapeFault[];
  /** Every restream of the text that could be read without a syntax fault, in its order. */
  readonly restreams: readonly Restream[];
  /** Those of them whose URI can be taken apart. */
  readonly targets: readonly Target[];
  /** Those of them that are pushed to by SRT. */
  readonly srtTargets: readonly Target[];
}

/** One configured push of a stream to a target. What the text does not say, or leaves to a placeholder, is undefined. */
export interface Restream {
  readonly node: MappingNode;
  /** JSON Pointer. */
  readonly path: string;
  readonly uri: UriField | undefined;
  /** As written, so that equal placeholders are equal streams. */
  readonly streamId: string | undefined;
  /** Known to be: not where a placeholder decides. */
  readonly isActive: boolean;
  /** The protocol of its source, as the restream or else its stream declares it. */
  readonly source: Declared<Protocol> | undefined;
  readonly latencyUnit: LatencyUnit | undefined;
  readonly network: Network | undefined;
}

/** A fact, and where the text says it. */
export interface Declared<T> {
  readonly value: T;
  readonly node: ScalarNode;
}

/** What lies between Gcore and a target; decides which SRT latency is right. */
export type Network = "cross-region" | "public-internet";
const NETWORKS: readonly Network[] = ["cross-region", "public-internet"];

/** What the text does not say of itself. */
export interface ParseOptions {
  /** YAML unless said otherwise. */
  readonly language?: Language | undefined;
}

/** Parses any text. Never throws: what is wrong is data in the document. */
export function parseDocument(text: string, { language = "yaml" }: ParseOptions = {}): Document {
  if (text.length > MAX_LENGTH) {
    const syntax = { roots: [], faults: [] };
    return { text, language, syntax, shape: [], restreams: [], targets: [], srtTargets: [] };
  }
  const syntax = parseSyntax(text, language);
  const isBroken = brokenIn(syntax);
  const restreams = syntax.roots.flatMap((root) => restreamsIn(root, isBroken));
  const targets = restreams.flatMap(targetOf);
  return {
    text,
    language,
    syntax,
    shape: shapeFaultsIn(text, syntax.roots, isBroken),
    restreams,
    targets,
    srtTargets: targets.filter(({ uri }) => uri.protocol === "srt"),
  };
}

/** The document after one change of its text. */
export function edit({ text, language }: Document, { range, newText }: Edit): Document {
  const changed = text.slice(0, range.start) + newText + text.slice(range.end);
  return parseDocument(changed, { language });
}

/** The language that a file's name says by its extension; YAML for any that says nothing. */
export function languageOf(fileName: string): Language {
  const name = fileName.toLowerCase();
  if (name.endsWith(".json")) return "json";
  return name.endsWith(".jsonc") ? "jsonc" : "yaml";
}

/** The language of a text without a name, by its first character: `[` and `{` begin JSON, `/` a comment of JSONC. */
export function languageOfText(text: string): Language {
  if (/^\s*\//.test(text)) return "jsonc";
  return /^\s*[[{]/.test(text) ? "json" : "yaml";
}

const FILE_NAME = /(?:^|[\\/])(?:restreams?|[^\\/]*\.restreams?)\.(?:ya?ml|jsonc?)$/i;

/** Whether a file's name says that it holds a restream document. */
export function isRestreamFile(fileName: string): boolean {
  return FILE_NAME.test(fileName);
}

/** Whether a text's root says that it is a restream document, whatever its file is called. */
export function isRestreamDocument({ syntax }: Document): boolean {
  return syntax.roots.some(isRestreamRoot);
}

/** A restream and its URI. */
export interface Target {
  readonly restream: Restream;
  readonly field: UriField;
  readonly uri: UriField["uri"];
}

function targetOf(restream: Restream): Target[] {
  const field = restream.uri;
  return field && !field.uri.fault ? [{ restream, field, uri: field.uri }] : [];
}

/** Whether a syntax fault stands in a node or before its end, after the node before it: then what was read of it proves nothing. */
function brokenIn({ roots, faults }: SyntaxTree): (node: Node) => boolean {
  if (faults.length === 0) return () => false;
  const nodes = roots.flatMap((root) =>
    [root, ...streamNodesIn(root), ...restreamNodesIn(root)].map(nodeOf),
  );
  const starts = [...new Set(nodes.map(({ range }) => range.start))].toSorted((a, b) => a - b);
  const broken = new Set<number | undefined>();
  let next = 0;
  // Both come in the order of the text.
  for (const { range } of faults) {
    while ((starts[next] ?? Infinity) <= range.start) next += 1;
    broken.add(starts[next - 1]);
  }
  return ({ range }) => broken.has(range.start);
}

function nodeOf(it: Node | Located): Node {
  return "node" in it ? it.node : it;
}

function restreamsIn(root: Node, isBroken: (node: Node) => boolean): Restream[] {
  const sources = sourcesIn(root);
  return restreamNodesIn(root).flatMap(({ node, path }) =>
    node.kind === "mapping" && !isBroken(node) ? restreamOf(node, path, sources) : [],
  );
}

function restreamOf(
  node: MappingNode,
  path: string,
  sources: ReadonlyMap<string, Declared<Protocol>>,
): Restream {
  const uri = scalarIn(node, "uri");
  const streamId = scalarIn(node, "stream_id");
  const id = streamId && !streamId.tag ? String(streamId.value) : undefined;
  return {
    node,
    path,
    uri: uri && uriFieldOf(uri, `${path}/uri`),
    streamId: id,
    isActive: (scalarIn(node, "active")?.value ?? true) === true,
    source:
      declared(node, "source_protocol", PROTOCOLS) ??
      (id === undefined ? undefined : sources.get(id)),
    latencyUnit: declared(node, "latency_unit", LATENCY_UNITS)?.value,
    network: declared(node, "network", NETWORKS)?.value,
  };
}

/** The declared protocol of each source stream, by its ID; the first where one is there twice. */
function sourcesIn(root: Node): ReadonlyMap<string, Declared<Protocol>> {
  const sources = new Map<string, Declared<Protocol>>();
  for (const { node } of streamNodesIn(root)) {
    if (node.kind !== "mapping") continue;
    const id = scalarIn(node, "id");
    const protocol = declared(node, "protocol", PROTOCOLS);
    if (id && protocol && !sources.has(String(id.value))) sources.set(String(id.value), protocol);
  }
  return sources;
}

/** A scalar field that is there; null is the same as absent. */
function scalarIn(node: MappingNode, key: string): ScalarNode | undefined {
  const value = valueOf(node, key);
  return value?.kind === "scalar" && value.value !== null ? value : undefined;
}

function declared<T extends string>(
  mapping: MappingNode,
  key: string,
  known: readonly T[],
): Declared<T> | undefined {
  const node = scalarIn(mapping, key);
  const value = known.find((it) => it === node?.value);
  return node && value !== undefined ? { value, node } : undefined;
}
