import { type Connection, MessageType } from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import { once } from "./once.ts";
import type { Outgoing } from "./outgoing.ts";
import type { Files } from "./submit/access.ts";
import type { Ongoing } from "./submit/ongoing.ts";
import type { Outcomes } from "./submit/outcomes.ts";
import type { Finding } from "./submit/submittable.ts";
import type { Submitting } from "./submit/submitting.ts";
import { wireSubmitCommands } from "./wire-submit-commands.ts";
import { wireSubmitRequests } from "./wire-submit-requests.ts";

/** What planning and submitting work with, whoever asks. */
export interface Surroundings extends Finding {
  readonly outcomes: Outcomes;
  readonly ongoing: Ongoing;
  readonly files: Files;
  readonly outgoing: Pick<Outgoing, "tell" | "failed">;
  /** Whether the client leaves the commands to the server. */
  readonly runsCommands: () => boolean;
}

/** Answers clients that bring an account, and runs the commands of those that do not. */
export function wireSubmit(
  connection: Connection,
  answers: Answers,
  { createSubmitter, environment }: Submitting,
  { outcomes, files, outgoing, runsCommands, ...others }: Surroundings,
): void {
  const inform = (message: string): void => outgoing.tell(MessageType.Info, message);
  const shared = { submitter: once(() => createSubmitter(outcomes, inform)), ...others };
  wireSubmitRequests(connection, answers, { ...shared, files });
  if (!environment) return;
  wireSubmitCommands(connection, answers, { ...shared, ...outgoing, environment, runsCommands });
}
