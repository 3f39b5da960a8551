import {
  declaredId,
  entryExtentOf,
  entryOf,
  extentOf,
  formOf,
  isStreamId,
  type MappingNode,
  type Node,
  oneLine,
  placeholdersIn,
  placeIn,
  type Range,
  redactedIn,
  restreamNodesIn,
  shownName,
  streamFactsOf,
  streamNodesIn,
  type Target,
  valueOf,
} from "@restream-lint/core";
import type { View } from "../view.ts";

/** Something of a text that is worth a line in its outline, and all such things in it. */
export interface OutlineItem {
  readonly kind: "document" | "list" | "stream" | "restream" | "field" | "host";
  /** Never empty, and free of secrets. */
  readonly name: string;
  readonly detail: string;
  readonly range: Range;
  /** Where its name stands; where it begins, if that is not in it. */
  readonly nameRange: Range;
  readonly children: readonly OutlineItem[];
}

/** The outline of a text, in its order. */
export function outlineOf({ kind, document }: View): readonly OutlineItem[] {
  const { text, syntax } = document;
  const { roots } = syntax;
  if (kind === "settings") return roots.flatMap(settingsIn);
  const targets = new Map<Node, Target>(document.targets.map((it) => [it.restream.node, it]));
  const readable = new Set<Node>(document.restreams.map((it) => it.node));
  const streams = new Map<Node, string>(
    document.streams.map((it) => [it.node, streamFactsOf(it).join(" · ")]),
  );
  return roots.flatMap((root, index): readonly OutlineItem[] => {
    const form = formOf(root);
    const items = form === "whole" ? listsIn(root) : restreamsIn(root, form === "list");
    if (roots.length === 1 || items.length === 0 || form === "wrapped" || form === "body")
      return items;
    const range = extentOf(root);
    return [itemOf("document", `document ${index + 1}`, "", range, undefined, items)];
  });

  function listsIn(root: Node): readonly OutlineItem[] {
    if (root.kind !== "mapping") return [];
    const lists = ["streams", "restreams"].flatMap((name) => {
      const entry = entryOf(root, name);
      if (!entry) return [];
      const alias = entry.value?.alias;
      const children = name === "streams" ? streamsIn(root, alias) : restreamsIn(root, true, alias);
      return [itemOf("list", name, "", entryExtentOf(entry), entry.key.range, children)];
    });
    return lists.toSorted((a, b) => a.range.start - b.range.start);
  }

  function streamsIn(root: Node, alias: Range | undefined): readonly OutlineItem[] {
    return streamNodesIn(root).flatMap(({ node }) => {
      if (node.kind !== "mapping") return [];
      const id = declaredId(node, "id");
      const name = id ? `stream ${shownId(id.value)}`.trimEnd() : "stream without ID";
      const range = alias ?? extentOf(node);
      return [itemOf("stream", name, streams.get(node) ?? "", range, id && placeIn(id.node))];
    });
  }

  function restreamsIn(root: Node, isList: boolean, alias?: Range): readonly OutlineItem[] {
    return restreamNodesIn(root).flatMap(({ node }, index) => {
      if (node.kind !== "mapping") return [];
      const written = valueOf(node, "name");
      const name = nameOf(node) || (isList ? `restream ${index + 1}` : "restream");
      const range = alias ?? extentOf(node);
      return [itemOf("restream", name, detailOf(node), range, written && placeIn(written))];
    });
  }

  /** The name as a person gave it; nothing where a quote without its end may have brought in more. */
  function nameOf(node: MappingNode): string {
    const name = valueOf(node, "name");
    if (name?.kind !== "scalar" || name.value === null || name.tag !== undefined) return "";
    const isOneLine = !/[\r\n]/.test(text.slice(name.range.start, name.range.end));
    return isOneLine || readable.has(node) ? shownName(String(name.value)) : "";
  }

  function detailOf(node: MappingNode): string {
    const active = valueOf(node, "active");
    const target = targets.get(node);
    const facts = [
      active?.kind === "scalar" && active.value === false ? "inactive" : "",
      target ? hostIn(target) : "",
      target?.platform?.name ?? "",
    ];
    return facts.filter((it) => it !== "").join(" · ");
  }
}

/** Where a target's server is: `rtmp://host:port`. */
function hostIn({ uri }: Target): string {
  const { scheme, authority } = uri;
  if (!scheme || !authority) return "";
  const host = redactedIn(uri, authority.hostAndPort);
  return oneLine(`${redactedIn(uri, scheme.range)}://${host}`);
}

function settingsIn(root: Node): readonly OutlineItem[] {
  if (root.kind !== "mapping") return [];
  return root.entries.map((entry) => {
    const { key, value } = entry;
    const name = shownName(String(key.value ?? "")) || "field without a name";
    const hosts = key.value === "targets" && value?.kind === "sequence" ? value.items : [];
    const children = hosts.flatMap((it, index) => hostOf(it, index, value?.alias));
    return itemOf("field", name, "", entryExtentOf(entry), key.range, children);
  });
}

function hostOf(node: Node, index: number, alias: Range | undefined): readonly OutlineItem[] {
  if (node.kind !== "mapping") return [];
  const host = valueOf(node, "host");
  const shown = host?.kind === "scalar" && host.value !== null ? shownName(String(host.value)) : "";
  const range = alias ?? extentOf(node);
  return [itemOf("host", shown || `target ${index + 1}`, "", range, host && placeIn(host))];
}

function itemOf(
  kind: OutlineItem["kind"],
  name: string,
  detail: string,
  range: Range,
  written: Range | undefined,
  children: readonly OutlineItem[] = [],
): OutlineItem {
  const isInside = written && range.start <= written.start && written.end <= range.end;
  const nameRange = isInside ? written : { start: range.start, end: range.start };
  return { kind, name, detail, range, nameRange, children };
}

/** An ID that is one, or is filled in later: anything else may be a secret that was pasted there. */
function shownId(id: string): string {
  const [first] = placeholdersIn(id).found;
  const isFilledIn = first?.range.start === 0 && first.range.end === id.length;
  return isStreamId(id) || isFilledIn ? shownName(id) : "";
}
