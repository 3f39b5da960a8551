import { changesIn, type Plan, thresholds } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { Interrupted } from "./interrupted.ts";

/**
 * Asks a person whether a plan may be submitted; what goes far needs a whole `yes`, and deleting has a question of its
 * own. Throws where they interrupt.
 */
export async function isAgreed(
  plan: Plan,
  ask: NonNullable<Io["ask"]>,
  io: Io,
  signal: AbortSignal,
): Promise<boolean> {
  const found = thresholds(plan);
  const [deletes, others] = [
    found.filter(({ kind }) => kind === "deletes"),
    found.filter(({ kind }) => kind !== "deletes"),
  ];
  const deleted = deletes.reduce((sum, { count }) => sum + count, 0);
  for (const { message } of others) io.stderr.write(`${message}\n`);
  if (changesIn(plan) > deleted) {
    const isFar = others.length > 0;
    const question = isFar ? "Submit this? Type yes: " : "Submit this? [y/N] ";
    const answer = await answerTo(question);
    if (answer !== "yes" && (isFar || answer !== "y")) return false;
  }
  for (const { message } of deletes) io.stderr.write(`${message}\n`);
  return deletes.length === 0 || (await answerTo("Delete them? Type yes: ")) === "yes";

  async function answerTo(question: string): Promise<string> {
    const answer = await ask(question, { isHidden: false, signal });
    if (answer === undefined) throw new Interrupted();
    return answer.trim().toLowerCase();
  }
}
