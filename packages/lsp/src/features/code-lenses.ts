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
import type { View } from "../view.ts";
import { isInactive, targetsIn } from "./targets.ts";

/** What lists of restreams and each declared stream come to. The commands are words alone: nothing happens when they are clicked. */
export function codeLenses({ kind, document, converter }: View): CodeLens[] {
  if (kind === "settings") return [];
  return document.syntax.roots
    .flatMap((root) => [...listLens(root), ...streamLenses(root)])
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, title }) => ({
      range: converter.rangeOf({ start, end: start }),
      command: { title, command: "" },
    }));
}

/** A title, and where it stands above. */
interface Lens {
  readonly start: number;
  readonly title: string;
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
  const start = entry?.key.range.start ?? root.range.start;
  return [{ start, title: [counted(targets), ...protocols(targets)].join(" · ") }];
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
