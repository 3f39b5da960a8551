import {
  exactRangeIn,
  pageOf,
  platformPageOf,
  type Range,
  RULES_BY_ID,
  rulesNamedIn,
  type ScalarNode,
  suppressionsOf,
} from "@restream-lint/core";
import type { DocumentLink } from "vscode-languageserver-types";
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
    kind === "settings"
      ? syntax.roots.flatMap(rulesNamedIn).flatMap(settingsLinks)
      : [...commentLinks(), ...hostLinks()];
  // What aliases stand for is written once.
  const byStart = new Map(
    links.toSorted((a, b) => a.range.start - b.range.start).map((it) => [it.range.start, it]),
  );
  return [...byStart.values()].map(({ range, ...page }) => ({
    range: converter.rangeOf(range),
    ...page,
  }));

  function commentLinks(): Link[] {
    return suppressionsOf(document).flatMap(({ names }) =>
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

function settingsLinks(node: ScalarNode): Link[] {
  const { value } = node;
  return typeof value === "string"
    ? linkOf(value, exactRangeIn(node, { start: 0, end: value.length }))
    : [];
}
