import { platformsAt, type Protocol, protocolName, PROTOCOLS } from "@restream-lint/core";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Cursor } from "../../cursor/cursor.ts";
import type { View } from "../../view.ts";
import type { Offer } from "./offer.ts";
import type { Push } from "./push.ts";
import { srtQueryItems } from "./srt-items.ts";
import { piecesAfter, queryPieces, secretPiece, SERVERS } from "./target-pieces.ts";
import { type TypedUri, typedUri } from "./typed-uri.ts";

/** What may stand at the cursor in the value of `uri`. Only what is being typed is replaced. */
export function uriItems(view: View, cursor: Cursor, offset: number): readonly Offer[] {
  const typed = typedUri(view, cursor, offset);
  if (!typed) return [];
  const { masked, at } = typed;
  const before = masked.slice(0, at);
  const colon = masked.indexOf("://");
  if (colon === -1 || at < colon + 3) return schemeItems(typed, colon);
  const protocol = PROTOCOLS.find((it) => it === masked.slice(0, colon).toLowerCase());
  const authority = /^[^/?]*/.exec(masked.slice(colon + 3))?.[0] ?? "";
  const authorityEnd = colon + 3 + authority.length;
  if (!protocol || authority.includes("@")) return [];
  if (at <= authorityEnd) {
    const isHost = !before.slice(colon + 3).includes(":");
    return isHost ? hostItems(typed, protocol, { start: colon + 3, end: authorityEnd }) : [];
  }
  const host = authority.replace(/:[0-9]*$/, "");
  if (protocol !== "srt") return pathItems(typed, protocol, host, authorityEnd + 1);
  const query = masked.indexOf("?") + 1;
  return query > 0 && at >= query ? srtQueryItems(typed, host, query) : [];
}

function schemeItems({ masked, offer, push }: TypedUri, colon: number): readonly Offer[] {
  if (colon === -1 && /\s/.test(masked)) return [];
  const schemes = PROTOCOLS.map((it, index) =>
    offer(
      { start: 0, end: colon === -1 ? masked.length : colon + 3 },
      {
        label: `${it}://`,
        kind: CompletionItemKind.Keyword,
        detail: push.reaches(it) ? undefined : NOT_REACHED,
        pieces: [`${it}://`],
        rank: rankOf(push, it, 100) + index,
      },
    ),
  );
  if (colon !== -1) return schemes;
  const whole = { start: 0, end: masked.length };
  const servers = SERVERS.map((server, index) => {
    const { platform, uri, protocol, hostAndPort } = server;
    return offer(whole, {
      label: uri,
      detail: push.reaches(protocol) ? platform.name : `${platform.name}: ${NOT_REACHED}`,
      docs: docsOf(server.platform.name, protocol),
      pieces: [`${protocol}://${hostAndPort}`, ...piecesAfter(server, push)],
      filter: `${uri} ${platform.name}`,
      rank: rankOf(push, protocol, 200) + index,
    });
  });
  const template = offer(whole, {
    label: "srt://host:port?mode=caller&latency=…",
    kind: CompletionItemKind.Snippet,
    detail: push.reaches("srt") ? "Any SRT server" : NOT_REACHED,
    docs: "Gcore dials (`mode=caller`), and the latency is written out, as Gcore recommends.",
    pieces: ["srt://", { stop: "host" }, ":", { stop: "9000" }, ...queryPieces(push)],
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
  { masked, offer, push }: TypedUri,
  protocol: Protocol,
  part: { start: number; end: number },
): readonly Offer[] {
  const isLast = part.end === masked.length;
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
function pathItems(
  { masked, at, offer, push }: TypedUri,
  protocol: Protocol,
  host: string,
  start: number,
): readonly Offer[] {
  const typed = masked.slice(start, at);
  const platforms = platformsAt(host);
  const apps = [...new Set(platforms.flatMap((it) => it.apps?.value ?? []))];
  const fitting = typed.includes("/") ? apps.filter((it) => it.startsWith(typed)) : apps;
  const slash = masked.indexOf("/", at);
  const end = slash === -1 ? masked.length : slash;
  const isLast = end === masked.length;
  const key = secretPiece(host, "stream key", push);
  const items = fitting.map((app, rank) =>
    offer(
      { start, end },
      {
        label: app,
        kind: CompletionItemKind.Folder,
        detail: platforms[0]?.name,
        docs: `The app that ${platforms[0]?.name ?? "the platform"} takes ${protocolName(protocol)} at; the stream key follows it.`,
        pieces: [app, ...(isLast ? ["/", key] : [])],
        rank,
      },
    ),
  );
  // A `$` begins the placeholder that is offered.
  const typedKey = /[^/]\/(\$?)$/.exec(typed)?.[1]?.length;
  if (typedKey === undefined || at < masked.length) return items;
  const name = typeof key === "object" && "stop" in key ? key.stop : "";
  return [
    ...items,
    offer(
      { start: at - typedKey, end: at },
      {
        label: name,
        kind: CompletionItemKind.Variable,
        detail: "The stream key, from a variable",
        docs: "A placeholder: the stream key stays out of this file.",
        pieces: [key],
        rank: 50,
      },
    ),
  ];
}
