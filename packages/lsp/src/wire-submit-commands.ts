import {
  type Connection,
  ErrorCodes,
  type ExecuteCommandParams,
  MessageType,
  ResponseError,
} from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import { COMMANDS, type Refused, type SubmitProgress } from "./protocol.ts";
import { type Access, accessIn } from "./submit/access.ts";
import type { Environment } from "./submit/environment.ts";
import type { Ongoing } from "./submit/ongoing.ts";
import { type Finding, onlySubmittable, submittableAt } from "./submit/submittable.ts";
import type { PlannedText, Submitter } from "./submit/submitter.ts";
import type { View } from "./view.ts";
import { signalOf } from "./wire-submit-requests.ts";

/** What the commands work with. */
export interface Surroundings extends Finding {
  /** Whether it is the server that runs them. */
  readonly runsCommands: () => boolean;
  readonly submitter: () => Promise<Submitter>;
  readonly ongoing: Ongoing;
  readonly environment: Environment;
  /** Shows a person what came of a command. */
  readonly tell: (type: MessageType, message: string) => void;
  /** Something of ours failed. */
  readonly failed: (error: unknown) => void;
}

/**
 * Runs the commands for clients that have none of their own: shows plans in messages, asks before anything is sent, and
 * shows how it goes. The account is that of the environment.
 */
export function wireSubmitCommands(
  connection: Connection,
  { guarded }: Answers,
  { submitter, ongoing, environment, tell, ...rest }: Surroundings,
): void {
  connection.onExecuteCommand(guarded(execute));

  /** Answers at once: a person may take longer to decide than a client waits for an answer. */
  async function execute({ command, arguments: given }: ExecuteCommandParams): Promise<null> {
    const uri: unknown = Array.isArray(given) ? given[0] : undefined;
    const run = rest.runsCommands() ? runOf(command) : undefined;
    if (!run || (uri !== undefined && typeof uri !== "string"))
      throw new ResponseError(ErrorCodes.InvalidParams, "there is no such command");
    run(uri).catch((error: unknown) => {
      rest.failed(error);
      tell(MessageType.Error, "restream-lint failed at this command.");
    });
    return null;
  }

  function runOf(command: unknown): ((uri: string | undefined) => Promise<void>) | undefined {
    if (command === COMMANDS.plan) return plan;
    return command === COMMANDS.submit ? submit : undefined;
  }

  async function plan(uri: string | undefined): Promise<void> {
    const planned = await plannedAt(uri);
    if (planned.kind === "refused") tellRefused(planned);
    else tellPlanned(planned);
  }

  async function submit(uri: string | undefined): Promise<void> {
    const planned = await plannedAt(uri);
    if (planned.kind === "refused") return tellRefused(planned);
    if (planned.changes === 0) return tellPlanned(planned);
    const answer = await agreementTo(planned);
    if (answer !== "agreed") return tell(MessageType.Info, UNSENT[answer]);
    const submitted = await during("Submitting restreams", (report, signal) =>
      // Whatever has changed meanwhile, submitting finds.
      withAccess(planned.uri, async (view, access) => {
        const { saved, onAir } = planned;
        const onProgress = ({ done, total, message }: SubmitProgress) =>
          report(Math.floor((100 * done) / total), message);
        const agreement = { saved, allowLive: onAir > 0, onProgress };
        return (await submitter()).submit(view, access, agreement, signal);
      }),
    );
    if (submitted.kind === "refused") return tellRefused(submitted);
    tell(submitted.isWhole ? MessageType.Info : MessageType.Warning, submitted.summary);
  }

  function plannedAt(
    uri: string | undefined,
  ): Promise<(PlannedText & { readonly uri: string }) | Refused> {
    return during("Planning restreams", (_, signal) =>
      withAccess(uri, async (view, access) => {
        const answer = await (await submitter()).plan(view, access, signal);
        return answer.kind === "refused" ? answer : { ...answer, uri: view.uri };
      }),
    );
  }

  async function withAccess<T>(
    uri: string | undefined,
    work: (view: View, access: Access) => Promise<T>,
  ): Promise<T | Refused> {
    const view = await (uri === undefined ? onlySubmittable(rest) : submittableAt(uri, rest));
    if (view.kind === "refused") return view;
    const access = accessIn(environment);
    return "kind" in access ? access : work(view, access);
  }

  /** Works while a client shows how it goes, and may cancel it. */
  async function during<T>(
    title: string,
    work: (
      report: (percentage: number, message: string) => void,
      signal: AbortSignal,
    ) => Promise<T>,
  ): Promise<T> {
    // Who does not want to see it need not.
    const progress = await connection.window.createWorkDoneProgress().catch(() => undefined);
    progress?.begin(title, 0, undefined, true);
    const cancelled = progress ? [signalOf(progress.token)] : [];
    try {
      return await ongoing.during(cancelled, (signal) =>
        work((percentage, message) => progress?.report(percentage, message), signal),
      );
    } finally {
      progress?.done();
    }
  }

  async function agreementTo(planned: PlannedText): Promise<"agreed" | keyof typeof UNSENT> {
    const { host, text, warnings, onAir } = planned;
    const agreed = onAir > 0 ? "Submit, also on air" : "Submit";
    const message = [shortened(text), ...warnings, `Submit this to ${host}?`].join("\n");
    try {
      // Some editors take the first for what is meant.
      const answer = await connection.window.showWarningMessage(
        message,
        { title: "Cancel" },
        { title: agreed },
      );
      return answer?.title === agreed ? "agreed" : "declined";
    } catch {
      return "unasked";
    }
  }

  function tellPlanned({ text, warnings }: PlannedText): void {
    tell(MessageType.Info, [shortened(text), ...warnings].join("\n"));
  }

  function tellRefused({ message, remedy }: Refused): void {
    tell(MessageType.Error, remedy === "variables" ? `${message} ${FILLED_BY}` : message);
  }
}

const UNSENT = {
  declined: "Nothing was submitted.",
  unasked:
    "Nothing was submitted: this editor does not ask what a language server wants to know. `restream-lint submit` in a shell does.",
} as const;

const FILLED_BY =
  "Placeholders are filled in from what the editor starts the server with: `restream-lint lsp --env`, or `--env-file FILE`.";

/** More lines than that are no message any more. */
const MOST_LINES = 40;

/** The text of a plan as a message may have it: its end, which counts everything, is never cut. */
function shortened(text: string): string {
  const lines = text.trimEnd().split("\n");
  if (lines.length <= MOST_LINES) return lines.join("\n");
  const [kept, end] = [lines.slice(0, MOST_LINES - 2), lines.slice(-1)];
  return [...kept, `… ${lines.length - kept.length - 1} lines more`, ...end].join("\n");
}
