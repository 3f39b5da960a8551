import { lineBreakNear, lineStartBefore, type Protocol, protocolName } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import type { Offer } from "./offer.ts";
import { type Push, pushAt } from "./push.ts";
import { choiceOf, type Piece } from "./snippet.ts";
import { piecesAfter, SERVERS, srtServerPieces } from "./target-pieces.ts";

/** Whole restreams, where one may begin: to the platforms that are known, and to an SRT server. */
export function restreamItems(view: View, cursor: Cursor): readonly Offer[] {
  const frame = frameOf(view, cursor);
  if (!frame) return [];
  const push = pushAt(view, cursor);
  // One for each platform: the first server that it shows.
  const servers = SERVERS.filter(
    (it, index) => SERVERS.findIndex(({ platform }) => platform === it.platform) === index,
  );
  return [
    ...servers.map((server) =>
      offer(server.platform.name, server.protocol, [
        `${server.protocol}://${server.hostAndPort}`,
        ...piecesAfter(server, push),
      ]),
    ),
    offer("SRT server", "srt", srtServerPieces(push)),
  ].map((it, index) => ({ ...it, rank: 50 + index }));

  function offer(name: string, protocol: Protocol, uri: readonly Piece[]): Offer {
    const label = `${cursor.kind === "item" ? "- " : ""}restream to ${name}`;
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: `By ${protocolName(protocol)}`,
      docs: `A restream to ${name}, with places for what only you know.`,
      range: cursor.site.range,
      pieces: frame?.(restreamWith(cursor, push, name, uri)) ?? [],
      filter: label,
      rank: 0,
    };
  }
}

/** The fields of a restream, one for each piece of the frame to put on a line. */
function restreamWith(
  { site }: Cursor,
  { streamIds }: Push,
  name: string,
  uri: readonly Piece[],
): readonly (readonly Piece[])[] {
  const isBlock = site.notation === "block";
  const mark = isBlock ? "" : '"';
  const key = (it: string): string => (site.notation === "json" ? `"${it}": ` : `${it}: `);
  return [
    [key("name"), mark, { stop: name }, mark],
    [key("stream_id"), choiceOf(streamIds)],
    [key("uri"), mark, ...uri, mark],
  ];
}

type Frame = (fields: readonly (readonly Piece[])[]) => readonly Piece[];

/** What goes around the fields of a whole restream; undefined where none may begin. */
function frameOf({ document: { text } }: View, cursor: Cursor): Frame | undefined {
  const { kind, site, shape, place, root, mapping, path } = cursor;
  const { range, gap, notation, quote, hasColon, separator } = site;
  if (quote !== "" || hasColon) return undefined;
  const feed = lineBreakNear(text, range.start);
  if (notation !== "block") {
    if (kind !== "value" || path.at(-1) !== undefined) return undefined;
    const inBraces: Frame = (fields) => ["{ ", ...joined(fields, ", "), " }"];
    if (place === "restream") return (fields) => [...inBraces(fields), separator];
    return place === "whole" && notation === "json"
      ? (fields) => ['{ "restreams": [', ...inBraces(fields), "] }"]
      : undefined;
  }
  if (kind === "value" || mapping === undefined || mapping.entries.length > 1) return undefined;
  if (mapping === root && shape === "whole") {
    return (fields) => [`restreams:${feed}  - `, ...joined(fields, `${feed}    `)];
  }
  if (shape !== "restream" || path.length === 0 || path.at(-1) !== undefined) return undefined;
  const margin = text.slice(lineStartBefore(text, range.start), range.start);
  const dash = kind === "item" ? "- " : gap;
  // A client indents every line like the one that it inserts into.
  const indent = " ".repeat(margin.trimStart().length + dash.length);
  return (fields) => [dash, ...joined(fields, feed + indent)];
}

function joined(fields: readonly (readonly Piece[])[], separator: string): readonly Piece[] {
  return fields.flatMap((it, index) => (index === 0 ? it : [separator, ...it]));
}
