import { type CancellationToken, type Connection, ProgressType } from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import {
  PLAN,
  type PlanAnswer,
  type PlanParams,
  SUBMIT,
  type SubmitAnswer,
  type SubmitParams,
  type SubmitProgress,
} from "./protocol.ts";
import type { Snapshot } from "./snapshot.ts";
import { accessOf, type Files, refused } from "./submit/access.ts";
import type { Submitter } from "./submit/submitter.ts";

/** What planning and submitting work with. */
export interface Surroundings {
  readonly submitter: () => Promise<Submitter>;
  readonly snapshot: () => Promise<Snapshot>;
  readonly files: Files;
}

/** Answers clients that plan and submit with an account of theirs. */
export function wireSubmitting(
  connection: Connection,
  { guarded }: Answers,
  { submitter, snapshot, files }: Surroundings,
): void {
  connection.onRequest<PlanAnswer, void>(PLAN, guarded(plan));
  connection.onRequest<SubmitAnswer, void>(SUBMIT, guarded(submit));

  async function plan(
    { textDocument, account }: PlanParams,
    token: CancellationToken,
  ): Promise<PlanAnswer> {
    const view = (await snapshot()).at(textDocument.uri);
    if (view?.kind !== "restreams") return refused(NO_DOCUMENT);
    const access = await accessOf(account, files);
    if ("kind" in access) return access;
    return (await submitter()).plan(view, access, signalOf(token));
  }

  async function submit(
    { textDocument, account, saved, allowLive, progress }: SubmitParams,
    token: CancellationToken,
  ): Promise<SubmitAnswer> {
    const view = (await snapshot()).at(textDocument.uri);
    if (view?.kind !== "restreams") return refused(NO_DOCUMENT);
    const access = await accessOf(account, files);
    if ("kind" in access) return access;
    const onProgress = (it: SubmitProgress): void => {
      connection
        .sendProgress(new ProgressType<SubmitProgress>(), progress, it)
        .catch(() => undefined);
    };
    const agreement = { saved, allowLive, onProgress };
    return (await submitter()).submit(view, access, agreement, signalOf(token));
  }
}

/** Said of what is not ours to send anywhere. */
export const NO_DOCUMENT = "This is no restream document.";

/** A signal that is aborted when a client cancels. */
export function signalOf(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  token.onCancellationRequested(() => controller.abort());
  if (token.isCancellationRequested) controller.abort();
  return controller.signal;
}
