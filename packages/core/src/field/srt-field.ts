import type { Range } from "../range.ts";
import type { Edit } from "../edit.ts";
import { replaceIn, type UriField } from "./uri-field.ts";

/** Where a person looks for what an SRT URI lacks: its host and port; its scheme, if it has neither. */
export function hostAndPortOf({ uri }: UriField): Range {
  const { authority, path, scheme } = uri;
  const place = authority?.hostAndPort ?? path.range;
  return place.start === place.end && scheme ? scheme.range : place;
}

/** Adds a pair before all others of an SRT URI's query. */
export function prependPair(field: UriField, pair: string): Edit | undefined {
  const { query } = field.uri;
  if (!query) return addQuery(field, pair);
  const isFollowed = query.text !== "" && !query.text.startsWith("&");
  return insertIn(field, query.range.start, isFollowed ? `${pair}&` : pair);
}

/** Adds a pair after all others of an SRT URI's query, but before a raw `#`: some tools read nothing after that. */
export function appendPair(field: UriField, pair: string): Edit | undefined {
  const { query, surface } = field.uri;
  if (!query) return addQuery(field, pair);
  const cut = field.pairs.find(({ whole }) =>
    surface.masked.slice(whole.range.start, whole.range.end).includes("#"),
  );
  if (cut) return insertIn(field, cut.whole.range.start, `${pair}&`);
  const isFirst = query.text === "" || query.text.endsWith("&");
  return insertIn(field, query.range.end, isFirst ? pair : `&${pair}`);
}

function addQuery(field: UriField, pair: string): Edit | undefined {
  const { path, authority } = field.uri;
  const { end } = (path.text === "" && authority?.hostAndPort) || path.range;
  return insertIn(field, end, `?${pair}`);
}

function insertIn(field: UriField, offset: number, text: string): Edit | undefined {
  return replaceIn(field, { start: offset, end: offset }, text);
}
