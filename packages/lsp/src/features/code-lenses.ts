import {
  declaredId,
  entryOf,
  formOf,
  isNull,
  type MappingNode,
  type Node,
  parseUri,
  placeIn,
  protocolName,
  PROTOCOLS,
  streamNodesIn,
  valueOf,
} from "@restream-lint/core";
import type { CodeLens } from "vscode-languageserver-types";
import { COMMANDS } from "../protocol.ts";
import { type Outcome, outcomesIn } from "../submit/outcomes.ts";
import type { View } from "../view.ts";
import { isInactive, targetsIn } from "./targets.ts";

/** What lenses show besides what the text says. */
export interface LensOptions {
  /** Whether documents can be planned and submitted here. */
  readonly canSubmit: boolean;
  /** What became of the document's restreams. */
  readonly outcomes: readonly Outcome[];
}

/**
 * What lists of restreams and each declared stream come to, what became of each restream that was submitted, and what can
 * be done with the document. All others are words alone: nothing happens when they are clicked.
 */
export function codeLenses(view: View, { canSubmit, outcomes }: LensOptions): CodeLens[] {
  const { kind, uri, document, converter } = view;
  if (kind === "settings") return [];
  const { roots } = document.syntax;
  return [
    ...roots.flatMap((root) => [...listLens(root), ...streamLenses(root)]),
    ...(canSubmit ? submitLenses(roots) : []),
    ...outcomeLenses(view, outcomes),
  ]
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, title, command }) => ({
      range: converter.rangeOf({ start, end: start }),
      command: command ? { title, command, arguments: [uri] } : { title, command: "" },
    }));
}

/** A title, where it stands above, and what happens when it is clicked. */
interface Lens {
  readonly start: number;
  readonly title: string;
  readonly command?: string;
}

/** Once for all restreams of a text, above the first ones. */
function submitLenses(roots: readonly Node[]): readonly Lens[] {
  const root = roots.find((it) => targetsIn(it).length > 0);
  if (!root) return [];
  const start = listStart(root);
  return [
    { start, title: "Plan", command: COMMANDS.plan },
    { start, title: "Submit…", command: COMMANDS.submit },
  ];
}

function outcomeLenses(view: View, outcomes: readonly Outcome[]): readonly Lens[] {
  return outcomesIn(view, outcomes).flatMap(({ start, outcome: { words } }) =>
    words === undefined ? [] : [{ start, title: words }],
  );
}

/** Where the list of restreams is named; else where the text begins to be one. */
function listStart(root: Node): number {
  const entry =
    root.kind === "mapping" && formOf(root) === "whole" ? entryOf(root, "restreams") : undefined;
  return entry?.key.range.start ?? root.range.start;
}

function listLens(root: Node): readonly Lens[] {
  const form = formOf(root);
  const entry =
    root.kind === "mapping" && form === "whole" ? entryOf(root, "restreams") : undefined;
  const list = form === "list" ? root : entry?.value;
  if (!entry && form !== "list") return [];
  const targets = targetsIn(root);
  // What is no list, and one of nothing that could be a restream, has faults to speak of, no targets.
  const isEmpty = !list || (list.kind === "sequence" ? list.items.length === 0 : isNull(list));
  if (targets.length === 0 && !isEmpty) return [];
  return [{ start: listStart(root), title: [counted(targets), ...protocols(targets)].join(" · ") }];
}

function streamLenses(root: Node): readonly Lens[] {
  const byStream = new Map<string, MappingNode[]>();
  for (const target of targetsIn(root)) {
    const id = declaredId(target, "stream_id")?.value;
    if (id === undefined) continue;
    const others = byStream.get(id);
    if (others) others.push(target);
    else byStream.set(id, [target]);
  }
  // One ID may be declared, and pushed, many times.
  const titles = new Map(Array.from(byStream, ([id, it]) => [id, `pushed to ${counted(it)}`]));
  return streamNodesIn(root).flatMap(({ node }) => {
    const id = node.kind === "mapping" ? declaredId(node, "id")?.value : undefined;
    if (id === undefined) return [];
    return [{ start: placeIn(node).start, title: titles.get(id) ?? "not pushed to any target" }];
  });
}

function counted(targets: readonly MappingNode[]): string {
  const count = targets.length;
  const inactive = targets.filter(isInactive).length;
  const words = `${count === 0 ? "no" : count} ${count === 1 ? "target" : "targets"}`;
  return inactive === 0 ? words : `${words}, ${inactive} inactive`;
}

/** How many targets each protocol has, where there are several. */
function protocols(targets: readonly MappingNode[]): readonly string[] {
  const counts = new Map<string | undefined, number>();
  for (const target of targets) {
    const uri = valueOf(target, "uri");
    const value = uri?.kind === "scalar" ? uri.value : undefined;
    const protocol = typeof value === "string" ? parseUri(value).protocol : undefined;
    counts.set(protocol, (counts.get(protocol) ?? 0) + 1);
  }
  const named = PROTOCOLS.flatMap((it) => {
    const count = counts.get(it);
    return count === undefined ? [] : [`${count} ${protocolName(it)}`];
  });
  return named.length > 1 ? [named.join(", ")] : [];
}
