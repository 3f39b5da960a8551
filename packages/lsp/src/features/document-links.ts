import {
  exactRangeIn,
  type Node,
  pageOf,
  platformPageOf,
  type Range,
  type ScalarNode,
  suppressionsIn,
  valueOf,
} from "@restream-lint/core";
import type { DocumentLink } from "vscode-languageserver-types";
import { RULES_BY_ID } from "../rules-by-id.ts";
import type { View } from "../view.ts";

/** A page about what stands in a range of the text. */
interface Link {
  readonly range: Range;
  readonly target: string;
  readonly tooltip: string;
}

/**
 * The pages of the rules that a text names, and what known platforms say of their hosts: all of them pages that we know, and
 * none that the text does.
 */
export function documentLinks({ kind, document, converter }: View): DocumentLink[] {
  const { syntax } = document;
  const links =
    kind === "settings" ? syntax.roots.flatMap(ruleLinksIn) : [...commentLinks(), ...hostLinks()];
  // What aliases stand for is written once.
  const byStart = new Map(
    links.toSorted((a, b) => a.range.start - b.range.start).map((it) => [it.range.start, it]),
  );
  return [...byStart.values()].map(({ range, ...page }) => ({
    range: converter.rangeOf(range),
    ...page,
  }));

  function commentLinks(): Link[] {
    return suppressionsIn(document.text, document.language, RULES_BY_ID).flatMap(({ names }) =>
      names.flatMap(({ text, range }) => linkOf(text, range)),
    );
  }

  function hostLinks(): Link[] {
    return document.targets.flatMap(({ platform, field, uri }) => {
      const page = platform && platformPageOf(platform);
      const range = page && uri.authority && exactRangeIn(field.node, uri.authority.host.range);
      if (!range) return [];
      return [
        { range, target: page.page, tooltip: `What ${page.by} says of pushing streams to it` },
      ];
    });
  }
}

function linkOf(id: string, range: Range | undefined): Link[] {
  const rule = RULES_BY_ID.get(id);
  return rule && range ? [{ range, target: pageOf(id), tooltip: rule.docs.summary }] : [];
}

/** Where settings name rules: in `rules`, in `overrides` and in `ignore`. */
function ruleLinksIn(root: Node): Link[] {
  const ids = [
    ...keysOf(fieldOf(root, "rules")),
    ...itemsOf(fieldOf(root, "overrides")).flatMap((it) => keysOf(fieldOf(it, "rules"))),
    ...itemsOf(fieldOf(root, "ignore")).flatMap((it) => fieldOf(it, "rule") ?? []),
  ];
  return ids.flatMap((node) =>
    node.kind === "scalar" && typeof node.value === "string"
      ? linkOf(node.value, exactRangeIn(node, { start: 0, end: node.value.length }))
      : [],
  );
}

function fieldOf(node: Node, key: string): Node | undefined {
  return node.kind === "mapping" ? valueOf(node, key) : undefined;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === "sequence" ? node.items : [];
}

function keysOf(node: Node | undefined): readonly ScalarNode[] {
  return node?.kind === "mapping" ? node.entries.map(({ key }) => key) : [];
}
