import {
  appliedSummary,
  apply,
  changesIn,
  comparePlan,
  createHoldUpWords,
  factsOf,
  liveChangesIn,
  liveObjection,
  movedWords,
  outcomeWord,
  planSides,
  planSummary,
  planText,
  readSavedPlan,
  remedyOf,
  savePlan,
  shownPlan,
  thresholds,
} from "@restream-lint/client";
import type { Planned, Refused, SubmitAnswer, SubmitProgress } from "../protocol.ts";
import { keyOf } from "../uris.ts";
import type { View } from "../view.ts";
import { type Access, refused } from "./access.ts";
import type { Network } from "./network.ts";
import type { Outcomes } from "./outcomes.ts";
import { appliedOutcomes } from "./outcomes-of.ts";
import { type Preparation, prepare, type Prepared } from "./preparation.ts";

/** What a person agreed to, and where they hear how it goes. */
export interface Agreement {
  /** Of `Planned`. */
  readonly saved: string;
  readonly allowLive: boolean;
  readonly onProgress: (progress: SubmitProgress) => void;
}

/** A plan, with its text as a terminal shows it. */
export type PlannedText = Planned & { readonly text: string };

/** Plans and submits documents: one at a time each, and one submission at a time. What becomes of their restreams is told to `outcomes`. */
export interface Submitter {
  readonly plan: (
    view: View,
    access: Access,
    signal: AbortSignal,
  ) => Promise<PlannedText | Refused>;
  /** Does what was planned, unless that would be something else now. Once aborted, what is under way is finished. */
  readonly submit: (
    view: View,
    access: Access,
    agreement: Agreement,
    signal: AbortSignal,
  ) => Promise<SubmitAnswer>;
}

const BUSY = "This document is being planned or submitted already: wait until that is over.";
/** In the place of a document: all of them may hold the same target. */
const SUBMITTING = "";
const OTHER_BUSY = "Another document is being submitted: wait until that is over.";

/** How many restreams are worked on at the same time. */
const CONCURRENCY = 4;

/** Makes what plans and submits; `tell` says why it takes long, if it does. */
export function createSubmitter(
  { surroundings, userAgent }: Network,
  outcomes: Outcomes,
  tell: (message: string) => void,
): Submitter {
  const wordsOf = createHoldUpWords(surroundings.now);
  const onHeldUp = (ms: number, status: number): void => {
    const words = wordsOf(ms, status);
    if (words !== undefined) tell(`${words}.`);
  };
  const network: Network = { surroundings: { ...surroundings, onHeldUp }, userAgent };
  const busy = new Set<string>();
  return {
    plan: (view, access, signal) =>
      alone(keyOf(view.uri), BUSY, async () => {
        const prepared = await preparation(view, access, signal);
        return prepared.kind === "prepared" ? plannedOf(prepared, access) : prepared.refused;
      }),
    submit: (view, access, agreement, signal) =>
      alone(keyOf(view.uri), BUSY, () =>
        alone(SUBMITTING, OTHER_BUSY, async () => {
          const prepared = await preparation(view, access, signal);
          if (prepared.kind === "unprepared") return prepared.refused;
          const objection = await objectionTo(prepared, agreement);
          return objection ?? submitted(view, prepared, agreement, signal);
        }),
      ),
  };

  /** Two at once would create what both of them plan to. */
  async function alone<T>(
    key: string,
    whyNot: string,
    work: () => Promise<T>,
  ): Promise<T | Refused> {
    if (busy.has(key)) return refused(whyNot);
    busy.add(key);
    try {
      return await work();
    } finally {
      busy.delete(key);
    }
  }

  async function preparation(
    view: View,
    access: Access,
    signal: AbortSignal,
  ): Promise<Preparation> {
    const prepared = await prepare(view, access, network, signal);
    // Whatever was told before is out of date.
    outcomes.tell(view.uri, prepared.kind === "unprepared" ? prepared.outcomes : []);
    return prepared;
  }

  async function submitted(
    { uri }: View,
    { plan, gcore, remote, document }: Prepared,
    { onProgress }: Agreement,
    signal: AbortSignal,
  ): Promise<SubmitAnswer> {
    const total = changesIn(plan);
    let done = 0;
    const results = await apply(plan, gcore.api, remote, {
      concurrency: CONCURRENCY,
      isFailFast: false,
      signal,
      onApplied: (applied) => {
        done += 1;
        onProgress({ done, total, message: `${outcomeWord(applied)} ${factsOf(applied)}` });
      },
    });
    outcomes.tell(uri, appliedOutcomes(results, document));
    const remedy = remedyOf(results);
    const summary = appliedSummary(results, signal.aborted);
    return {
      kind: "submitted",
      summary: remedy === undefined ? summary : `${summary} ${sentence(remedy)}`,
      isWhole: remedy === undefined,
    };
  }
}

async function plannedOf(
  { plan, gcore, warnings }: Prepared,
  { baseUri }: Access,
): Promise<PlannedText> {
  const shown = shownPlan(plan);
  return {
    kind: "planned",
    host: new URL(baseUri).host,
    ...planSides(plan),
    text: planText(shown),
    summary: planSummary(shown),
    changes: changesIn(plan),
    onAir: liveChangesIn(plan),
    warnings: [...thresholds(plan).map(({ message }) => message), ...warnings],
    saved: JSON.stringify(await savePlan(plan, gcore.digest)),
  };
}

/** Why a plan that a person agreed to is not to be applied now. */
async function objectionTo(
  { plan, gcore }: Prepared,
  { saved: text, allowLive }: Agreement,
): Promise<Refused | undefined> {
  const { saved } = readSavedPlan(text);
  if (!saved) return refused("Nothing was changed: what was agreed to is no plan. Plan again.");
  const compared = await comparePlan(saved, plan, gcore.digest);
  if (compared !== "same") {
    const { moved } = compared;
    const named = moved.slice(0, MOST_MOVED).map(movedWords);
    const more = moved.length > MOST_MOVED ? [`And ${moved.length - MOST_MOVED} more.`] : [];
    const words = [...named, ...more].join(" ");
    return refused(`Nothing was changed, for something has moved since. ${words} Plan again.`);
  }
  const live = allowLive ? undefined : liveObjection(plan);
  return live === undefined ? undefined : refused(`${live}.`);
}

/** Nobody reads more of them. */
const MOST_MOVED = 5;

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
