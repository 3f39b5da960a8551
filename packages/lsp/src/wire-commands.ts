import {
  type CancellationToken,
  type Connection,
  type ExecuteCommandParams,
} from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import {
  COMMANDS,
  type PlanAnswer,
  type Refused,
  type SubmitAnswer,
  type SubmitProgress,
} from "./protocol.ts";
import type { Snapshot } from "./snapshot.ts";
import { accessIn, refused } from "./submit/access.ts";
import type { Environment } from "./submit/environment.ts";
import type { PlannedText, Submitter } from "./submit/submitter.ts";
import type { View } from "./view.ts";
import { NO_DOCUMENT, signalOf } from "./wire-submitting.ts";

/** What the commands work with. */
export interface Surroundings {
  readonly submitter: () => Promise<Submitter>;
  readonly snapshot: () => Promise<Snapshot>;
  readonly environment: Environment;
}

/**
 * Runs the commands for clients that have none of their own: shows plans in messages, asks before anything is sent, and
 * shows how it goes. The account is that of the environment.
 */
export function wireCommands(
  connection: Connection,
  { guarded }: Answers,
  { submitter, snapshot, environment }: Surroundings,
): void {
  connection.onExecuteCommand(guarded(executed));

  async function executed(
    { command, arguments: [uri] = [] }: ExecuteCommandParams,
    token: CancellationToken,
  ): Promise<PlanAnswer | SubmitAnswer> {
    const answer = await answerTo(command, uri, token);
    show(answer);
    return answer;
  }

  async function answerTo(
    command: string,
    uri: unknown,
    token: CancellationToken,
  ): Promise<PlannedText | Refused | SubmitAnswer> {
    const view = await documentAt(uri);
    if (!view) return refused(NO_DOCUMENT);
    const access = accessIn(environment);
    if ("kind" in access) return access;
    const { plan, submit } = await submitter();
    const planned = await plan(view, access, signalOf(token));
    if (command !== COMMANDS.submit || planned.kind === "refused" || planned.changes === 0)
      return planned;
    if (!(await isAgreed(planned))) return refused("Not agreed: nothing was changed.");
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin("Submitting restreams", 0, undefined, true);
    try {
      const agreement = {
        saved: planned.saved,
        allowLive: planned.onAir > 0,
        onProgress: ({ done, total, message }: SubmitProgress) =>
          progress.report(Math.floor((100 * done) / total), message),
      };
      const signal = AbortSignal.any([signalOf(token), signalOf(progress.token)]);
      return await submit(view, access, agreement, signal);
    } finally {
      progress.done();
    }
  }

  /** The document that a client names; where it names none, the only one that is open. */
  async function documentAt(uri: unknown): Promise<View | undefined> {
    const { at, views } = await snapshot();
    const open = views.filter(({ kind, version }) => kind === "restreams" && version !== undefined);
    const view = typeof uri === "string" ? at(uri) : open.length === 1 ? open[0] : undefined;
    return view?.kind === "restreams" ? view : undefined;
  }

  async function isAgreed(planned: PlannedText): Promise<boolean> {
    const { host, text, warnings, onAir } = planned;
    const title = onAir > 0 ? "Submit, also on air" : "Submit";
    const message = [cut(text), ...warnings, `Submit this to ${host}?`].join("\n");
    // A client that cannot ask has not asked.
    const answer = await connection.window
      .showWarningMessage(message, { title }, { title: "Cancel" })
      .catch(() => undefined);
    return answer?.title === title;
  }

  function show(answer: PlannedText | Refused | SubmitAnswer): void {
    if (answer.kind === "planned") connection.window.showInformationMessage(cut(answer.text));
    else if (answer.kind === "refused") connection.window.showErrorMessage(answer.message);
    else if (answer.isWhole) connection.window.showInformationMessage(answer.summary);
    else connection.window.showWarningMessage(answer.summary);
  }
}

/** More lines than that are no message any more. */
const MOST_LINES = 40;

/** The text of a plan as a message may have it: its end, which counts everything, is never cut. */
function cut(text: string): string {
  const lines = text.trimEnd().split("\n");
  if (lines.length <= MOST_LINES) return lines.join("\n");
  const [kept, end] = [lines.slice(0, MOST_LINES - 2), lines.slice(-1)];
  return [...kept, `… ${lines.length - kept.length - 1} lines more`, ...end].join("\n");
}
