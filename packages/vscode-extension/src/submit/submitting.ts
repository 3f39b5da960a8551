import type { CancellationToken } from "vscode";
import type {
  Account,
  PlanAnswer,
  Planned,
  PlanParams,
  SubmitAnswer,
  SubmitParams,
  SubmitProgress,
} from "@restream-lint/lsp/protocol";
import type { Help, Notice } from "./notice.ts";
import type { Origin } from "./origin.ts";
import type { Person, Target } from "./person.ts";
import type { Tokens } from "./tokens.ts";
import * as words from "./words.ts";

/** What the language server is asked. */
export interface Server {
  readonly plan: (params: PlanParams, token: CancellationToken) => Promise<PlanAnswer>;
  readonly submit: (
    params: Omit<SubmitParams, "progress">,
    onProgress: (progress: SubmitProgress) => void,
    token: CancellationToken,
  ) => Promise<SubmitAnswer>;
}

/** How Gcore is reached for a document, but for the token. */
export interface Reach extends Omit<Account, "token"> {
  readonly origin: Origin;
}

/** What planning and submitting work with. */
export interface Surroundings {
  readonly server: Server;
  readonly person: Person;
  readonly tokens: Tokens;
  /** How Gcore is reached for a document, or why nothing may be sent for it. */
  readonly reachFor: (target: Target) => Reach | Notice;
  /** What helps, but for planning, submitting and another token. */
  readonly help: (help: Help) => Promise<unknown>;
  readonly onError: (error: unknown) => void;
}

/** What a person can do with a document. */
export interface Submitting {
  /** Shows what submitting it would change. */
  readonly plan: (target: Target) => Promise<void>;
  /** Plans it, asks, and does what the plan says. */
  readonly submit: (target: Target) => Promise<void>;
}

/** A plan, and what it was made with. */
interface Session {
  readonly planned: Planned;
  readonly params: PlanParams;
}

/** Makes the commands: each tells at its end what came of it, unless the person broke it off. */
export function createSubmitting(surroundings: Surroundings): Submitting {
  const { server, person, tokens, reachFor, help, onError } = surroundings;
  const busy = new Set<string>();
  const submitting: Submitting = {
    plan: (target) => alone(target, "plan", planNotice),
    submit: (target) => alone(target, "submit", submitNotice),
  };
  return submitting;

  /** Does one thing at a time with a document; who reads the notice at its end can begin another one. */
  async function alone(
    target: Target,
    command: keyof Submitting,
    work: (target: Target) => Promise<Notice | undefined>,
  ): Promise<void> {
    const ended = busy.has(target.uri) ? words.busyNotice(target.name) : await locked(target, work);
    const chosen = ended && (await person.tell(ended));
    if (chosen === "token") return withAnotherToken(target, command);
    if (chosen === "plan" || chosen === "submit") return submitting[chosen](target);
    if (chosen) await help(chosen);
  }

  async function locked(
    target: Target,
    work: (target: Target) => Promise<Notice | undefined>,
  ): Promise<Notice | undefined> {
    busy.add(target.uri);
    try {
      return await work(target);
    } finally {
      busy.delete(target.uri);
    }
  }

  async function withAnotherToken(target: Target, command: keyof Submitting): Promise<void> {
    const reach = reachFor(target);
    const isGiven = "origin" in reach && (await tokens.ask(reach.origin)) !== undefined;
    if (isGiven) await submitting[command](target);
  }

  async function planNotice(target: Target): Promise<Notice | undefined> {
    const session = await planned(target);
    return session && "planned" in session
      ? words.planNotice(target.name, session.planned)
      : session;
  }

  async function submitNotice(target: Target): Promise<Notice | undefined> {
    const session = await planned(target);
    if (!session || !("planned" in session)) return session;
    const { host, saved, changes } = session.planned;
    if (changes === 0) return words.planNotice(target.name, session.planned);
    const question = words.submitQuestion(target.name, session.planned);
    if (!(await person.agrees(question))) return undefined;
    const params = { ...session.params, saved, allowLive: question.allowsLive };
    const answer = await person.watch(`Submitting ${target.name} to ${host}`, (report, token) =>
      carriedOut(params, report, token),
    );
    if (!answer) return words.UNKNOWN_OUTCOME;
    if (answer.kind === "refused") return refused(target, answer, host);
    await person.closeComparison(target);
    return words.outcomeNotice(target.name, host, answer);
  }

  /** Undefined where the server has not said what it did. */
  async function carriedOut(
    params: Omit<SubmitParams, "progress">,
    report: (step: words.Step) => void,
    token: CancellationToken,
  ): Promise<SubmitAnswer | undefined> {
    try {
      return await server.submit(params, (it) => report(words.stepOf(it)), token);
    } catch (error) {
      onError(error);
      return undefined;
    }
  }

  /** Plans a document and shows the plan; undefined where the person broke it off. */
  async function planned(target: Target): Promise<Session | Notice | undefined> {
    const reach = reachFor(target);
    if (!("origin" in reach)) return reach;
    const { origin, ...account } = reach;
    const token = await tokens.tokenFor(origin);
    if (token === undefined) return undefined;
    const params = { textDocument: { uri: target.uri }, account: { ...account, token } };
    const answer = await person.watch(`Planning ${target.name} at ${origin.host}`, (_, cancel) =>
      unlessCancelled(cancel, server.plan(params, cancel)),
    );
    if (answer?.kind !== "planned") return answer && refused(target, answer, origin.host);
    if (answer.changes > 0) await person.compare(target, answer, titleOf(target, answer.host));
    else await person.closeComparison(target);
    return { planned: answer, params };
  }

  async function refused(
    target: Target,
    answer: Exclude<PlanAnswer, Planned>,
    host: string,
  ): Promise<Notice> {
    if (answer.sides) await person.compare(target, answer.sides, titleOf(target, host));
    else await person.closeComparison(target);
    return words.refusalNotice(answer);
  }
}

/** An answer that somebody still waits for. */
async function unlessCancelled<T>(
  token: CancellationToken,
  answer: Promise<T>,
): Promise<T | undefined> {
  try {
    const given = await answer;
    return token.isCancellationRequested ? undefined : given;
  } catch (error) {
    if (token.isCancellationRequested) return undefined;
    throw error;
  }
}

function titleOf({ name }: Target, host: string): string {
  return `Plan: ${name} → ${host}`;
}
