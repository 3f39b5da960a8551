import { MAX_LENGTH } from "./max-length.ts";
import { isRestreamRoot, type Located, restreamNodesIn, streamNodesIn } from "./forms.ts";
import type { Edit } from "./edit.ts";
import { type ShapeFault, shapeFaultsIn } from "./shape/shape.ts";
import { platformOf } from "./gcore/platforms.ts";
import type { Platform } from "./gcore/target-facts.ts";
import type { VariableLookup } from "./placeholder/fill-in.ts";
import { type Resolution, resolveSyntax, unsetIn } from "./placeholder/resolve.ts";
import { type Network, type Restream, restreamsIn } from "./restream.ts";
import type { Node, SyntaxTree } from "./syntax/node.ts";
import { type Stream, streamsIn } from "./stream.ts";
import type { Suppressions } from "./suppression/suppression.ts";
import { type Language, parseSyntax } from "./syntax/syntax.ts";
import type { LatencyUnit } from "./uri/latency.ts";
import type { UriField } from "./field/uri-field.ts";

/** One parsed text. Immutable: a changed text is a new document. */
export interface Document {
  readonly text: string;
  readonly language: Language;
  readonly syntax: SyntaxTree;
  /** What does not fit the shape of a restream document. */
  readonly shape: readonly ShapeFault[];
  /** Every source stream that the text declares, in its order. */
  readonly streams: readonly Stream[];
  /** Every restream of the text that could be read without a syntax fault, in its order. */
  readonly restreams: readonly Restream[];
  /** Those of them whose URI can be taken apart. */
  readonly targets: readonly Target[];
  /** Those of them that are pushed to by SRT. */
  readonly srtTargets: readonly Target[];
  /** What its comments suppress; only the rules about that are shown it, when all others have been asked. */
  readonly suppressions?: Suppressions;
  /** Whether it is known that no comment suppresses anything. */
  readonly isUnsuppressed?: true;
  /** The text that its own is a part of, where restreams are left out that nothing is wrong with. */
  readonly wholeText?: () => string;
  /** Where its placeholders were filled in. */
  readonly resolution?: Resolution;
}

/** What the text does not say of itself. */
export interface ParseOptions {
  /** YAML unless said otherwise. */
  readonly language?: Language | undefined;
}

/** Parses any text. Never throws: what is wrong is data in the document. */
export function parseDocument(text: string, { language = "yaml" }: ParseOptions = {}): Document {
  if (text.length > MAX_LENGTH) {
    const syntax = { roots: [], faults: [] };
    const none = { shape: [], streams: [], restreams: [], targets: [], srtTargets: [] };
    return { text, language, syntax, ...none };
  }
  return documentOf(text, language, parseSyntax(text, language));
}

/** The document of a text that is parsed. */
export function documentOf(text: string, language: Language, syntax: SyntaxTree): Document {
  const isBroken = brokenIn(syntax);
  const restreams = syntax.roots.flatMap((root) => restreamsIn(text, root, isBroken));
  const targets = restreams.flatMap(targetOf);
  return {
    text,
    language,
    syntax,
    shape: shapeFaultsIn(text, syntax.roots, isBroken),
    streams: syntax.roots.flatMap(streamsIn),
    restreams,
    targets,
    srtTargets: targets.filter(isSrt),
  };
}

/**
 * The document with its placeholders filled in, where a variable or a default says with what; the others stay as they
 * are, and `resolution.unset` names them. Findings still stand where the text is written, and say nothing that came
 * from a variable.
 */
export function resolvePlaceholders(document: Document, lookUp: VariableLookup): Document {
  const written = writtenOf(document);
  const { text, language } = written;
  const { syntax, filled } = resolveSyntax(text, written.syntax, lookUp);
  const resolved = documentOf(text, language, syntax);
  return { ...resolved, resolution: { written, lookUp, filled, unset: unsetIn(resolved) } };
}

/** The document as its text says it, whatever was filled in. */
export function writtenOf(document: Document): Document {
  return document.resolution?.written ?? document;
}

/** The document after one change of its text. */
export function edit(document: Document, { range, newText }: Edit): Document {
  const { text } = document;
  return withText(document, text.slice(0, range.start) + newText + text.slice(range.end));
}

/** Another text, read as the document was. */
export function withText({ language, resolution }: Document, text: string): Document {
  const document = parseDocument(text, { language });
  return resolution ? resolvePlaceholders(document, resolution.lookUp) : document;
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
  /** What is known of the server that its host and stream key lead to. */
  readonly platform: Platform | undefined;
  /** What the settings say of restreams that do not say so themselves. */
  readonly defaults: Defaults;
}

/** What holds for all targets of which nothing nearer is known. */
export interface Defaults {
  readonly latencyUnit?: LatencyUnit | undefined;
  readonly network?: Network | undefined;
}

const NO_DEFAULTS: Defaults = {};

function targetOf(restream: Restream): Target[] {
  const field = restream.uri;
  if (!field || field.uri.fault) return [];
  const platform = platformIn(field, platformOf);
  return [{ restream, field, uri: field.uri, platform, defaults: NO_DEFAULTS }];
}

type PlatformLookup = (host: string, streamKey?: string) => Platform | undefined;

function platformIn({ uri, rtmp }: UriField, lookUp: PlatformLookup): Platform | undefined {
  const host = uri.authority?.host;
  return host && !host.isOpen ? lookUp(host.text, rtmp?.streamKey?.text) : undefined;
}

/** The document as it is judged where more is known of its targets than it says. */
export function withKnowledge(
  document: Document,
  defaults: Defaults,
  lookUp: PlatformLookup,
): Document {
  const targets = document.targets.map((target) => ({
    ...target,
    platform: platformIn(target.field, lookUp),
    defaults,
  }));
  return { ...document, targets, srtTargets: targets.filter(isSrt) };
}

function isSrt({ uri }: Target): boolean {
  return uri.protocol === "srt";
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
