import { type Protocol, protocolName } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { Site } from "../../cursor/site.ts";
import type { View } from "../../view.ts";
import { feedAt } from "./feed.ts";
import type { Offer } from "./offer.ts";
import { pushAt } from "./push.ts";
import type { Piece } from "./snippet.ts";
import { streamIdPiece } from "./stream-items.ts";
import { piecesAfter, SERVERS, srtServerPieces } from "./target-pieces.ts";

/** Whole restreams, where one may begin: to the platforms that are known, and to an SRT server. */
export function restreamItems(view: View, cursor: Cursor): readonly Offer[] {
  const frame = frameOf(view, cursor);
  if (!frame) return [];
  const { lines, line } = frame;
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
    const { notation } = cursor.site;
    return {
      label,
      kind: CompletionItemKind.Snippet,
      detail: `By ${protocolName(protocol)}`,
      docs: `A restream to ${name}, with places for what only you know.`,
      range: cursor.site.range,
      pieces: (lines ?? line)(
        fieldsOf(notation, name, streamIdPiece(push.streamIds, notation), uri),
      ),
      plain: line(
        // A stream that is left out is reported; an empty ID might be no value.
        fieldsOf(notation === "json" ? notation : "flow", name, onlyIn(push.streamIds), uri),
      ),
      filter: label,
      rank: 0,
    };
  }
}

/** The place of a stream's ID where no one can choose: undefined unless there is just one. */
function onlyIn([first, ...others]: readonly string[]): Piece | undefined {
  return others.length === 0 ? first : undefined;
}

/** The fields of a restream, each to be put on a line of its own, or after a comma. */
function fieldsOf(
  notation: Site["notation"],
  name: string,
  streamId: Piece | undefined,
  uri: readonly Piece[],
): Fields {
  const mark = notation === "block" ? "" : '"';
  const key = (it: string): string => (notation === "json" ? `"${it}": ` : `${it}: `);
  return [
    [key("name"), mark, { stop: name }, mark],
    ...(streamId === undefined ? [] : [[key("stream_id"), streamId]]),
    [key("uri"), mark, ...uri, mark],
  ];
}

type Fields = readonly (readonly Piece[])[];

/** What goes around the fields of a whole restream. */
interface Frame {
  /** In block notation: one field on each line. */
  readonly lines?: (fields: Fields) => readonly Piece[];
  readonly line: (fields: Fields) => readonly Piece[];
}

/** Undefined where no whole restream may begin. */
function frameOf({ document: { text } }: View, cursor: Cursor): Frame | undefined {
  const { kind, site, shape, place, root, mapping, path } = cursor;
  const { range, gap, notation, quote, hasColon, separator } = site;
  if (quote !== "" || hasColon) return undefined;
  if (notation !== "block") {
    if (kind !== "value" || path.at(-1) !== undefined) return undefined;
    if (place === "restream") return { line: (fields) => [...inBraces(fields), separator] };
    return place === "whole" && notation === "json"
      ? { line: (fields) => ['{ "restreams": [', ...inBraces(fields), "] }"] }
      : undefined;
  }
  if (kind === "value" || mapping === undefined || mapping.entries.length > 1) return undefined;
  if (mapping === root && shape === "whole") {
    const feed = feedAt(text, range.start, "");
    return {
      lines: (fields) => [`restreams:${feed}  - `, ...joined(fields, `${feed}    `)],
      line: (fields) => ["restreams: [", ...inBraces(fields), "]"],
    };
  }
  if (shape !== "restream" || path.length === 0 || path.at(-1) !== undefined) return undefined;
  const dash = kind === "item" ? "- " : gap;
  return {
    lines: (fields) => [dash, ...joined(fields, feedAt(text, range.start, dash))],
    line: (fields) => [dash, ...inBraces(fields)],
  };
}

function inBraces(fields: Fields): readonly Piece[] {
  return ["{ ", ...joined(fields, ", "), " }"];
}

function joined(fields: Fields, separator: string): readonly Piece[] {
  return fields.flatMap((it, index) => (index === 0 ? it : [separator, ...it]));
}
