/** What can be asked of the API, as its OpenAPI document names it. */
export type Operation = (typeof OPERATIONS)[number];

/** Every operation that the server knows: all of `openapi.yaml`. */
export const OPERATIONS = [
  "GET /streaming/restreams",
  "POST /streaming/restreams",
  "GET /streaming/restreams/{restream_id}",
  "PATCH /streaming/restreams/{restream_id}",
  "DELETE /streaming/restreams/{restream_id}",
  "GET /streaming/streams",
  "GET /streaming/streams/{stream_id}",
] as const;

/** One operation, and the ID in its path. */
export interface Asked {
  readonly operation: Operation;
  /** 0, which nothing has, where the path has none. */
  readonly id: number;
}

/** What a request asks for; undefined where the path is unknown, or not with this method. */
export function parseAsked(method: string, path: string): Asked | undefined {
  const parts = /^\/streaming\/(restreams|streams)(?:\/(\d+))?$/.exec(path);
  if (!parts) return undefined;
  const [, list, id] = parts;
  const template = id === undefined ? "" : `/{${list === "streams" ? "stream" : "restream"}_id}`;
  const name = `${method} /streaming/${list}${template}`;
  const operation = OPERATIONS.find((it) => it === name);
  return operation && { operation, id: Number(id ?? 0) };
}
