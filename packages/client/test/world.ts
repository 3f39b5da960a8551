import { type Api, createApi, type KnownRestream, type RestreamBody } from "../src/index.ts";
import type { Surroundings } from "../src/surroundings.ts";

/** A token that shells cut, with a canary of `SHAPES.mixed` in it. */
export const TOKEN = "29841$Xq7Canary9Z";
/** A URI with a canary of `SHAPES.uuid` as its stream key. */
export const KEY = "9f8c2a71-4b3e-4d60-8e17-c5a0d94b7f3a";
/** What most tests create. */
export const BODY: RestreamBody = {
  name: "main",
  uri: `rtmp://live.example.com/app/${KEY}`,
  stream_id: 20,
};

/** A signal that nobody aborts. */
export const NEVER: AbortSignal = new AbortController().signal;

/** What a fake server does with a request; a rejection is a broken connection. */
export type Reaction = (request: Sent) => Response | Promise<Response>;

/** A request that a fake server saw. */
export interface Sent {
  readonly method: string;
  readonly uri: string;
  readonly init: RequestInit;
}

/** Surroundings with a clock that goes on by itself where someone waits for another try, and not where they wait for an answer. */
export interface World extends Surroundings {
  readonly sent: readonly Sent[];
  /** Milliseconds waited between tries. */
  readonly waits: readonly number[];
  /** Ends all that wait for an answer. */
  readonly expire: () => void;
}

const TIMEOUT = 30_000;
const START = Date.UTC(2038, 0, 1);

/** Makes surroundings with a network. `random` is always 0. */
export function createWorld(network: Surroundings["fetch"]): World {
  const sent: Sent[] = [];
  const waits: number[] = [];
  const answers = new Set<() => void>();
  let now = START;
  return {
    sent,
    waits,
    now: () => now,
    random: () => 0,
    async fetch(uri, init) {
      sent.push({ method: init.method ?? "GET", uri, init });
      return network(uri, init);
    },
    async wait(ms, signal) {
      if (signal.aborted) throw new Error("aborted");
      if (ms !== TIMEOUT) {
        waits.push(ms);
        now += ms;
        return undefined;
      }
      return new Promise((resolve, reject) => {
        answers.add(resolve);
        signal.addEventListener("abort", () => {
          answers.delete(resolve);
          reject(new Error("aborted"));
        });
      });
    },
    expire() {
      for (const end of answers) end();
    },
  };
}

/** A client whose server reacts by a list, one after the other; what comes after the last is an error of the test. */
export function apiOf(...reactions: readonly Reaction[]): { api: Api; world: World } {
  const rest = [...reactions];
  const world = createWorld(async (uri, init) => {
    const reaction = rest.shift();
    if (!reaction) throw new Error(`unexpected ${init.method} ${uri}`);
    return reaction({ method: init.method ?? "GET", uri, init });
  });
  return { api: apiIn(world, "https://api.example.com"), world };
}

/** The same surroundings; the first wait between two tries aborts a signal. */
export function stoppedInWait(world: World, controller: AbortController): World {
  return {
    ...world,
    async wait(ms, signal) {
      if (ms !== TIMEOUT) controller.abort();
      return world.wait(ms, signal);
    },
  };
}

/** A client like that of `apiOf`, whose signal is aborted as soon as it waits between two tries. */
export function stopsInWait(
  controller: AbortController,
  ...reactions: readonly Reaction[]
): { api: Api; world: World } {
  const { world } = apiOf(...reactions);
  return { api: apiIn(stoppedInWait(world, controller), "https://api.example.com"), world };
}

/** A client in a world. */
export function apiIn(world: World, baseUrl: string, token: string = TOKEN): Api {
  return createApi({ baseUrl, token, surroundings: world });
}

/** An answer with JSON in it. */
export function json(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reaction {
  return () =>
    new Response(JSON.stringify(body), {
      status,
      headers: { "content-type": "application/json", ...headers },
    });
}

/** An answer with a text in it; none where it is left out. */
export function text(
  status: number,
  body?: string,
  headers: Readonly<Record<string, string>> = {},
): Reaction {
  return () => new Response(body ?? null, { status, headers });
}

/** A connection that breaks, with a code of Node.js where it has one. */
export function broken(code?: string): Reaction {
  return () => {
    throw new TypeError(`fetch failed: APIKey ${TOKEN}`, code ? { cause: { code } } : {});
  };
}

/** One page of restreams, the empty one after it, and the first again, as it was; nothing is looked at once. */
export function listed(...restreams: readonly KnownRestream[]): readonly Reaction[] {
  const page = json(200, restreams);
  return restreams.length === 0 ? [page] : [page, json(200, []), page];
}

/** What a promise is rejected with; an error of the test where it is not. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    (value) => {
      throw new Error(`not rejected: ${JSON.stringify(value)}`);
    },
    (error: unknown) => error,
  );
}
