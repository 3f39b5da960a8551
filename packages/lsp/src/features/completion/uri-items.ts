import {
  partsReadIn,
  platformsAt,
  type Protocol,
  protocolName,
  PROTOCOLS,
  type Range,
  rtmpPathOf,
  touches,
} from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import type { Offer } from "./offer.ts";
import type { Push } from "./push.ts";
import { srtQueryItems } from "./srt-items.ts";
import { piecesAfter, secretPiece, SERVERS, srtServerPieces } from "./target-pieces.ts";
import { type TypedUri, typedUri } from "./typed-uri.ts";

/** What may stand at the cursor in the value of `uri`. Only what is being typed is replaced. */
export function uriItems(view: View, cursor: Cursor, offset: number): readonly Offer[] {
  const typed = typedUri(view, cursor, offset);
  if (!typed) return [];
  const { uri, at } = typed;
  const { authority, protocol } = uri;
  const start = (authority?.userinfo?.range ?? authority?.hostAndPort)?.start;
  if (!authority || start === undefined || at < start) return schemeItems(typed, start);
  if (!protocol) return [];
  const here = partsReadIn(uri).find(({ part }) => touches(part.range, at));
  if (here?.kind === "host") return hostItems(typed, protocol, authority.hostAndPort);
  const host = authority.host.text;
  if (protocol === "srt") return srtQueryItems(typed, host);
  return at > uri.path.range.start && touches(uri.path.range, at)
    ? pathItems(typed, protocol, host)
    : [];
}

/** A scheme, up to where the authority starts; where none does, whole URIs too. */
function schemeItems(
  { uri: { text }, offer, push }: TypedUri,
  end: number | undefined,
): readonly Offer[] {
  if (end === undefined && /\s/.test(text)) return [];
  const part = { start: 0, end: end ?? text.length };
  const schemes = PROTOCOLS.map((it, index) =>
    offer(part, {
      label: `${it}://`,
      kind: CompletionItemKind.Keyword,
      detail: push.reaches(it) ? undefined : NOT_REACHED,
      pieces: [`${it}://`],
      rank: rankOf(push, it, 100) + index,
    }),
  );
  if (end !== undefined) return schemes;
  const servers = SERVERS.map((server, index) => {
    const { platform, uri, protocol, hostAndPort } = server;
    return offer(part, {
      label: uri,
      detail: push.reaches(protocol) ? platform.name : `${platform.name}: ${NOT_REACHED}`,
      docs: docsOf(platform.name, protocol),
      pieces: [`${protocol}://${hostAndPort}`, ...piecesAfter(server, push)],
      filter: `${uri} ${platform.name}`,
      rank: rankOf(push, protocol, 200) + index,
    });
  });
  const template = offer(part, {
    label: "srt://host:port?mode=caller&latency=…",
    kind: CompletionItemKind.Snippet,
    detail: push.reaches("srt") ? "Any SRT server" : NOT_REACHED,
    docs: "Gcore dials (`mode=caller`), and the latency is written out, as Gcore recommends.",
    pieces: srtServerPieces(push),
    rank: rankOf(push, "srt", 150),
  });
  return [...schemes, template, ...servers];
}

const NOT_REACHED = "Gcore does not list this for the declared source";

function rankOf({ reaches }: Push, protocol: Protocol, rank: number): number {
  return reaches(protocol) ? rank : rank + 1000;
}

function docsOf(name: string, protocol: Protocol): string {
  return `Where ${name} takes ${protocolName(protocol)}.`;
}

function hostItems(
  { uri, offer, push }: TypedUri,
  protocol: Protocol,
  part: Range,
): readonly Offer[] {
  const isLast = part.end === uri.text.length;
  return SERVERS.filter((it) => it.protocol === protocol).map((server, rank) =>
    offer(part, {
      label: server.hostAndPort,
      kind: CompletionItemKind.Module,
      detail: server.platform.name,
      docs: docsOf(server.platform.name, protocol),
      pieces: [server.hostAndPort, ...(isLast ? piecesAfter(server, push) : [])],
      filter: `${server.hostAndPort} ${server.platform.name}`,
      rank,
    }),
  );
}

/** An app of the host's platform; after it, a placeholder in the place of a stream key that is not there yet. */
function pathItems(typed: TypedUri, protocol: Protocol, host: string): readonly Offer[] {
  const { uri, at, offer, push } = typed;
  const { app, streamKey, hasSlash } = rtmpPathOf(uri);
  const platforms = platformsAt(host);
  const apps = [...new Set(platforms.flatMap((it) => it.apps?.value ?? []))];
  // Before the app, another may be inserted; after it, it may have a second segment.
  const start = Math.min(app?.range.start ?? at, at);
  const isAfterApp = app !== undefined && at > app.range.end;
  const fitting = isAfterApp ? apps.filter((it) => it.startsWith(uri.text.slice(start, at))) : apps;
  const end = start === app?.range.start ? segmentEnd(typed) : at;
  const isLast = end === uri.text.length;
  const key = secretPiece(host, "stream key", push);
  const items = fitting.map((name, rank) =>
    offer(
      { start, end },
      {
        label: name,
        kind: CompletionItemKind.Folder,
        detail: platforms[0]?.name,
        docs: `The app that ${platforms[0]?.name ?? "the platform"} takes ${protocolName(protocol)} at; the stream key follows it.`,
        pieces: [name, ...(isLast ? ["/", key] : [])],
        rank,
      },
    ),
  );
  // A `$` begins the placeholder that is offered.
  const typedKey = /(?:^|\/)(\$?)$/.exec(streamKey?.text ?? "")?.[1]?.length;
  if (!isAfterApp || !hasSlash || typedKey === undefined || at < uri.text.length) return items;
  return [
    ...items,
    offer(
      { start: at - typedKey, end: at },
      {
        label: key.stop,
        kind: CompletionItemKind.Variable,
        detail: "The stream key, from a variable",
        docs: "A placeholder: the stream key stays out of this file.",
        pieces: [key],
        rank: 50,
      },
    ),
  ];
}

/** Where the segment of a path ends that the cursor is in. */
function segmentEnd({ uri: { path, surface }, at }: TypedUri): number {
  const slash = surface.masked.indexOf("/", at);
  return slash === -1 ? path.range.end : Math.min(slash, path.range.end);
}
