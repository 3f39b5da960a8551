import { errorBody } from "./errors.ts";
import type { Asked } from "./operations.ts";
import { type Pages, pageOf } from "./pages.ts";
import { type RestreamSeed, type State, type StoredRestream, withRestream } from "./state.ts";

/** An answer of the API; without `json` it has no body. */
export interface Answer {
  readonly status: number;
  readonly json?: unknown;
}

/** What comes of a request: an answer, and the state after it. */
export interface Outcome {
  readonly answer: Answer;
  readonly state: State;
}

/** What decides an answer beside the state. */
export interface Terms extends Pages {
  /** Streams of another client: they exist, and nothing may refer to them. */
  readonly foreignStreams: readonly number[];
  /** Restreams are answered with the `id` that the OpenAPI document does not declare. */
  readonly withIds: boolean;
}

/** A request whose token was right. */
export interface Order extends Asked {
  /** The `page` asked for. */
  readonly page: string | null;
  /** The JSON of the body; undefined where there is none. */
  readonly body: unknown;
  readonly requestId: string;
}

/** Does what a request asks, as the OpenAPI document says. */
export function act(order: Order, state: State, terms: Terms): Outcome {
  const { operation, id, page, requestId } = order;
  const restream = state.restreams.find((it) => it.id === id);
  const stream = state.streams.find((it) => it.id === id);
  const missing: Outcome = {
    answer: { status: 404, json: errorBody("platform", 404, requestId) },
    state,
  };
  switch (operation) {
    case "GET /streaming/restreams":
      return answered(pageOf(state.restreams, page, terms).map((it) => told(it, terms)));
    case "POST /streaming/restreams":
      return create(order, state, terms);
    case "GET /streaming/restreams/{restream_id}":
      return restream ? answered(told(restream, terms)) : missing;
    case "PATCH /streaming/restreams/{restream_id}":
      return restream ? update(restream, order, state, terms) : missing;
    case "DELETE /streaming/restreams/{restream_id}":
      if (!restream) return missing;
      return {
        answer: { status: 204 },
        state: { ...state, restreams: state.restreams.filter((it) => it !== restream) },
      };
    case "GET /streaming/streams":
      return answered(pageOf(state.streams, page, terms));
    case "GET /streaming/streams/{stream_id}":
      return stream ? answered(stream) : missing;
  }

  function answered(json: unknown): Outcome {
    return { answer: { status: 200, json }, state };
  }
}

function create(order: Order, state: State, terms: Terms): Outcome {
  const sent = fieldsOf(order.body);
  const errors = errorsIn(sent, state, terms);
  if (errors) return { answer: { status: 422, json: { errors } }, state };
  return { answer: { status: 200 }, state: withRestream(state, present(sent)) };
}

function update(old: StoredRestream, order: Order, state: State, terms: Terms): Outcome {
  const sent = { ...old, ...fieldsOf(order.body) };
  const errors = errorsIn(sent, state, terms);
  if (errors) return { answer: { status: 422, json: { errors } }, state };
  const restream = { ...present(sent), id: old.id };
  return {
    answer: { status: 200, json: told(restream, terms) },
    state: {
      ...state,
      restreams: state.restreams.map((it) => (it === old ? restream : it)),
    },
  };
}

function told({ id, ...declared }: StoredRestream, { withIds }: Terms): unknown {
  return withIds ? { id, ...declared } : declared;
}

/** What a body sets: `live` is a status, and the rest is unknown. */
function fieldsOf(body: unknown): RestreamSeed {
  const restream = isObject(body) ? body["restream"] : undefined;
  if (!isObject(restream)) return {};
  return Object.fromEntries(Object.entries(restream).filter(([name]) => Object.hasOwn(FITS, name)));
}

/** Nothing says what `null` does: here it takes a field away. */
function present(fields: RestreamSeed): RestreamSeed {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

/** The texts of a 422, by the field they blame: `stream` is `stream_id`. Verbatim, with the blank at the end. */
function errorsIn(
  sent: RestreamSeed,
  { streams }: State,
  { foreignStreams }: Terms,
): Readonly<Record<string, readonly string[]>> | undefined {
  const id = sent.stream_id;
  const isForeign = foreignStreams.some((it) => it === id);
  const isKnown = streams.some((it) => it.id === id);
  const wrong = Object.keys(FITS).filter(
    (name) => sent[name] !== undefined && sent[name] !== null && FITS[name]?.(sent[name]) !== true,
  );
  const errors = {
    ...Object.fromEntries(wrong.map((name) => [name, ["is invalid"]])),
    ...(!isKnown && !isForeign && { stream: ["must exist"] }),
    ...(isForeign && { stream: ["does not belong to the same client "] }),
    ...(!/^(?:rtmps?|srt):\/\//i.test(String(sent.uri)) && {
      uri: ["invalid uri, supported protocols are rtmp, rtmps, srt"],
    }),
  };
  return Object.keys(errors).length === 0 ? undefined : errors;
}

const FITS: Readonly<Record<string, (value: unknown) => boolean>> = {
  name: (it) => typeof it === "string",
  active: (it) => typeof it === "boolean",
  uri: (it) => typeof it === "string",
  stream_id: Number.isInteger,
  client_user_id: Number.isInteger,
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
