import type { IncomingMessage, ServerResponse } from "node:http";
import { act, type Answer, type Terms } from "./act.ts";
import { refusalOf } from "./authorization.ts";
import { errorBody, unauthorised } from "./errors.ts";
import type { Misbehaviour } from "./fault.ts";
import { listen } from "./listen.ts";
import { type Operation, OPERATIONS, parseAsked } from "./operations.ts";
import { pageBefore, type Paging } from "./pages.ts";
import { parseArrived, type Recorded } from "./recorded.ts";
import { createScript } from "./script.ts";
import { sendAnswer, sendFault, statusOf } from "./send.ts";
import { type Seeds, type State, stateOf } from "./state.ts";

/** What a test server starts with, and how it counts. */
export interface GcoreApiOptions extends Seeds {
  /** `API_TOKEN` where left out. */
  readonly token?: string;
  /** Everything on one page where left out. */
  readonly pageSize?: number;
  /** By the page asked for where left out. */
  readonly paging?: Paging;
  /** Streams of another client: a restream of one is refused. */
  readonly foreignStreams?: readonly number[];
  /** `false`: restreams are answered as the OpenAPI document declares them, without an `id`. */
  readonly withIds?: boolean;
}

/** Gcore's API as far as restreams go, on loopback. Its answers depend on what was asked before, and on nothing else. */
export interface GcoreApi {
  /** Of `http:`, without a slash at the end. */
  readonly url: string;
  readonly token: string;
  /** As it is now. */
  readonly state: State;
  /** What came in, in the order of arrival. */
  readonly requests: readonly Recorded[];
  /** How often each operation was asked for. */
  readonly counts: Readonly<Record<Operation, number>>;
  /** How many requests were open at the same time, at most. */
  readonly mostAtOnce: number;
  /** Another origin, where redirects lead. It says that nothing exists and everything was done. */
  readonly elsewhere: { readonly url: string; readonly requests: readonly Recorded[] };
  /** Replaces the script of faults, and counts anew; the first line that fits a request holds. */
  readonly misbehave: (script: readonly Misbehaviour[]) => void;
  /** What somebody else does meanwhile. */
  readonly change: (change: Partial<Pick<State, "restreams" | "streams">>) => void;
  /** Breaks every connection. */
  readonly stop: () => Promise<void>;
}

/** The token where a test names none: a canary of `SHAPES.mixed` after a `$`, which shells eat. */
export const API_TOKEN = "29841$Xq7Canary9Z";

/** Starts a test server. */
export async function createGcoreApi(options: GcoreApiOptions = {}): Promise<GcoreApi> {
  const { token = API_TOKEN } = options;
  const terms: Terms = {
    paging: options.paging ?? "as-asked",
    pageSize: options.pageSize ?? Infinity,
    foreignStreams: options.foreignStreams ?? [],
    withIds: options.withIds ?? true,
  };
  let state = stateOf(options);
  let faultOf = createScript([]);
  const requests: Recorded[] = [];
  const strangers: Recorded[] = [];
  const waiting = new Set<number>();
  let mostAtOnce = 0;

  const other = await listen((request, text, response) => {
    strangers.push(recordedOf(request, text, strangers.length + 1));
    sendAnswer(response, { status: 200, ...(request.method === "GET" && { json: [] }) });
  });
  const server = await listen((request, text, response) => {
    void answer(request, text, response);
  });

  return {
    url: server.url,
    token,
    get state() {
      return state;
    },
    requests,
    get counts() {
      return countsOf(requests);
    },
    get mostAtOnce() {
      return mostAtOnce;
    },
    elsewhere: { url: other.url, requests: strangers },
    misbehave(script) {
      faultOf = createScript(script);
    },
    change,
    async stop() {
      await Promise.all([server.stop(), other.stop()]);
    },
  };

  function change(fields: Parameters<GcoreApi["change"]>[0]): void {
    state = { ...state, ...fields };
  }

  async function answer(
    request: IncomingMessage,
    text: string,
    response: ServerResponse,
  ): Promise<void> {
    const number = requests.length + 1;
    const requestId = number.toString(16).padStart(32, "0");
    const arrived = recordedOf(request, text, number);
    const fault = arrived.operation && faultOf(arrived.operation);
    requests.push({ ...arrived, fault: fault?.kind });
    waiting.add(number);
    mostAtOnce = Math.max(mostAtOnce, waiting.size);
    response.on("close", () => waiting.delete(number));

    const done = fault?.acts === true ? carryOut() : undefined;
    if (!fault || fault.kind === "page-before") return send(carryOut());
    if (fault.kind === "held") {
      await fault.gate.pass();
      return send(done ?? carryOut());
    }
    if (fault.kind === "meanwhile") {
      const right = done ?? carryOut();
      change(fault.change(state));
      return send(right);
    }
    note({ status: statusOf(fault) });
    const moved = `${other.url}${request.url ?? "/"}`;
    return sendFault(response, fault, done ?? { status: 200, json: [] }, moved, requestId);

    function send(answered: Answer): void {
      note({ status: answered.status });
      sendAnswer(response, answered);
    }

    /** Does what is asked, if it may be done. */
    function carryOut(): Answer {
      const refusal = refusalOf(request.headers.authorization, token);
      if (refusal !== undefined) return { status: 401, json: unauthorised(refusal, requestId) };
      const asked = parseAsked(arrived.method, arrived.path);
      if (!asked) return { status: 404, json: errorBody("platform", 404, requestId) };
      const page = new URLSearchParams(arrived.query).get("page");
      const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
      const outcome = act(
        {
          ...asked,
          page: fault?.kind === "page-before" ? pageBefore(page) : page,
          // Rails reads no body of another type.
          body: isJson ? arrived.body : undefined,
          requestId,
        },
        state,
        terms,
      );
      state = outcome.state;
      note({ acted: outcome.answer.status < 300 });
      return outcome.answer;
    }

    function note(more: Partial<Recorded>): void {
      const known = requests[number - 1];
      if (known) requests[number - 1] = { ...known, ...more };
    }
  }

  function recordedOf(request: IncomingMessage, text: string, number: number): Recorded {
    const arrived = parseArrived(request, text, token);
    const operation = parseAsked(arrived.method, arrived.path)?.operation;
    return { number, ...arrived, operation, fault: undefined, acted: false, status: undefined };
  }
}

function countsOf(requests: readonly Recorded[]): Readonly<Record<Operation, number>> {
  const none = Object.fromEntries(OPERATIONS.map((it) => [it, 0])) as Record<Operation, number>;
  for (const { operation } of requests) if (operation) none[operation] += 1;
  return none;
}
