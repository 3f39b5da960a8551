import {
  CancellationToken,
  type Connection,
  ErrorCodes,
  ProgressType,
  ResponseError,
} from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import { quietly } from "./outgoing.ts";
import {
  PLAN,
  type PlanAnswer,
  type Planned,
  type PlanParams,
  SUBMIT,
  type SubmitAnswer,
  type SubmitParams,
  type SubmitProgress,
} from "./protocol.ts";
import { accessOf, type Files } from "./submit/access.ts";
import type { Ongoing } from "./submit/ongoing.ts";
import { parsePlanParams, parseSubmitParams } from "./submit/plan-params.ts";
import { type Finding, submittableAt } from "./submit/submittable.ts";
import type { PlannedText, Submitter } from "./submit/submitter.ts";

/** What planning and submitting work with. */
export interface Surroundings extends Finding {
  readonly submitter: () => Promise<Submitter>;
  readonly ongoing: Ongoing;
  readonly files: Files;
}

/** Answers clients that plan and submit with an account of theirs. */
export function wireSubmitRequests(
  connection: Connection,
  { guarded }: Answers,
  { submitter, ongoing, files, ...finding }: Surroundings,
): void {
  connection.onRequest<PlanAnswer, void>(PLAN, guarded(parsed(parsePlanParams, plan)));
  connection.onRequest<SubmitAnswer, void>(SUBMIT, guarded(parsed(parseSubmitParams, submit)));

  async function plan({ textDocument, account }: PlanParams, stop: AbortSignal) {
    return ongoing.during([stop], async (signal): Promise<PlanAnswer> => {
      const view = await submittableAt(textDocument.uri, finding);
      if (view.kind === "refused") return view;
      const access = await accessOf(account, files);
      if ("kind" in access) return access;
      const answer = await (await submitter()).plan(view, access, signal);
      return answer.kind === "refused" ? answer : withoutText(answer);
    });
  }

  async function submit(params: SubmitParams, stop: AbortSignal) {
    const { textDocument, account, saved, allowLive, progress } = params;
    const onProgress = (it: SubmitProgress): void =>
      quietly(() => connection.sendProgress(new ProgressType<SubmitProgress>(), progress, it));
    return ongoing.during([stop], async (signal): Promise<SubmitAnswer> => {
      const view = await submittableAt(textDocument.uri, finding);
      if (view.kind === "refused") return view;
      const access = await accessOf(account, files);
      if ("kind" in access) return access;
      const agreement = { saved, allowLive, onProgress };
      return (await submitter()).submit(view, access, agreement, signal);
    });
  }
}

/** A client of ours shows both sides. */
function withoutText({ text: _, ...planned }: PlannedText): Planned {
  return planned;
}

/** Answers what is asked for rightly, with a signal that is aborted when the client cancels. */
function parsed<P, R>(
  parse: (params: unknown) => P | undefined,
  answer: (params: P, stop: AbortSignal) => Promise<R>,
): (params: unknown, token: unknown) => Promise<R> {
  return async (params, token) => {
    const known = parse(params);
    // Parameters by position, or none at all, put something else in the place of the token.
    if (!known || !CancellationToken.is(token))
      throw new ResponseError(ErrorCodes.InvalidParams, "these are no parameters of this request");
    return answer(known, signalOf(token));
  };
}

/** A signal that is aborted when a client cancels. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  return controller.signal;
}
