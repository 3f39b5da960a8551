import type { ErrorShape } from "./errors.ts";
import type { Gate } from "./gate.ts";
import type { Operation } from "./operations.ts";
import type { State } from "./state.ts";

/** How one answer goes wrong. Where it `acts`, what was asked is done first; without the right token nothing is. */
export type Fault =
  /** The connection is reset, and no answer comes. */
  | { readonly kind: "drop"; readonly acts: boolean }
  /** The connection ends after half of the body. */
  | { readonly kind: "cut"; readonly acts: boolean }
  /** Another status, in a shape of its own. */
  | {
      readonly kind: "status";
      readonly acts: boolean;
      readonly status: number;
      /** `platform` where left out. */
      readonly shape?: ErrorShape | "html" | "empty";
      /** The value of the `Retry-After` header: seconds, an HTTP date, or nonsense. */
      readonly retryAfter?: string;
    }
  /** The status is 200 and the body is this. */
  | {
      readonly kind: "body";
      readonly acts: boolean;
      readonly text: string;
      /** `application/json` where left out. */
      readonly type?: string;
    }
  /** To `elsewhere`, another origin, where `to` is left out. */
  | {
      readonly kind: "redirect";
      readonly acts: false;
      readonly status: 301 | 302 | 303 | 307 | 308;
      readonly to?: string;
    }
  /** The right answer, once the gate is open; where it does not act before, it acts then. */
  | { readonly kind: "held"; readonly acts: boolean; readonly gate: Gate }
  /** The body goes on until the client has had enough. */
  | {
      readonly kind: "endless";
      readonly acts: boolean;
      /** The length that the head declares, in bytes. */
      readonly length?: number;
    }
  /** A part of the body comes, and then nothing more. */
  | { readonly kind: "stalled"; readonly acts: boolean }
  /** The right answer; and right after it was made, this is what somebody else has done. */
  | {
      readonly kind: "meanwhile";
      readonly acts: true;
      readonly change: (state: State) => Partial<Pick<State, "restreams" | "streams">>;
    }
  /** A list answers the page before the one that was asked for. */
  | { readonly kind: "page-before"; readonly acts: false };

/** When an answer goes wrong, and how. */
export interface Misbehaviour {
  /** Every operation where left out. */
  readonly on?: Operation;
  /** Which of those requests, from 1, counted since `misbehave` was called; all where left out. */
  readonly nth?: number;
  readonly fault: Fault;
}

/** One of each fault that needs nothing from the test. */
export const FAULTS = {
  droppedBefore: { kind: "drop", acts: false },
  droppedAfter: { kind: "drop", acts: true },
  cutBefore: { kind: "cut", acts: false },
  cutAfter: { kind: "cut", acts: true },
  failedBefore: { kind: "status", acts: false, status: 500 },
  failedAfter: { kind: "status", acts: true, status: 500 },
  timeout: { kind: "status", acts: false, status: 408 },
  conflict: { kind: "status", acts: false, status: 409 },
  throttled: { kind: "status", acts: false, status: 429, retryAfter: "1" },
  throttledUntil: {
    kind: "status",
    acts: false,
    status: 429,
    retryAfter: "Fri, 01 Jan 2038 00:00:02 GMT",
  },
  htmlBefore: { kind: "status", acts: false, status: 502, shape: "html" },
  htmlAfter: { kind: "status", acts: true, status: 502, shape: "html" },
  emptyErrorBefore: { kind: "status", acts: false, status: 503, shape: "empty" },
  goodHtml: {
    kind: "body",
    acts: false,
    text: "<html><body>Sign in</body></html>",
    type: "text/html",
  },
  emptyBody: { kind: "body", acts: true, text: "" },
  brokenJson: { kind: "body", acts: true, text: '[{"id": 3001, "uri": "srt://exa' },
  wrongShape: { kind: "body", acts: true, text: '[{"id": "x", "uri": 5, "stream_id": null}, 7]' },
  wrappedList: { kind: "body", acts: true, text: '{"restreams": []}' },
  moved: { kind: "redirect", acts: false, status: 301 },
  redirected: { kind: "redirect", acts: false, status: 307 },
  endless: { kind: "endless", acts: true },
  huge: { kind: "endless", acts: true, length: 1_000_000_000_000 },
  stalledBefore: { kind: "stalled", acts: false },
  stalledAfter: { kind: "stalled", acts: true },
  pageBefore: { kind: "page-before", acts: false },
} as const;
