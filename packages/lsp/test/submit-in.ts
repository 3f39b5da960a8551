import {
  createGcoreApi,
  folderWith,
  type GcoreApi,
  type GcoreApiOptions,
} from "@restream-lint/testkit";
import { onTestFinished } from "vitest";
import {
  type Account,
  PLAN,
  type PlanAnswer,
  type Planned,
  SUBMIT,
  type SubmitAnswer,
} from "../src/protocol.ts";
import type { Environment } from "../src/submit/environment.ts";
import { createSubmitter } from "../src/submit/submitter.ts";
import type { Submitting } from "../src/submit/submitting.ts";
import type { Session, Start } from "./session.ts";
import { startIn, uriOf } from "./start-in.ts";

/** How long an answer is waited for, in milliseconds; no other wait takes that long. */
const TIMEOUT = 30_000;

/** Submitting by this machine's network, with a clock that goes on by itself, but where an answer is waited for. */
export function submittingWith(environment?: Environment): Submitting {
  return {
    environment,
    createSubmitter: async (outcomes, tell) => {
      let ahead = 0;
      const wait = async (ms: number): Promise<void> => {
        if (ms === TIMEOUT) return new Promise(() => {});
        ahead += ms;
      };
      const now = (): number => Date.now() + ahead;
      const surroundings = { fetch, wait, now, random: () => 0 };
      return createSubmitter({ surroundings, userAgent: "restream-lint/0.0.0" }, outcomes, tell);
    },
  };
}

/** A test server that lasts as long as the test, and the account that it is reached with. */
export async function accountAt(
  options: GcoreApiOptions = {},
): Promise<{ readonly server: GcoreApi; readonly account: Account }> {
  const server = await createGcoreApi(options);
  onTestFinished(server.stop);
  return { server, account: { token: server.token, baseUri: server.url } };
}

/** A client with a restream document open, and Gcore. */
export interface Desk {
  readonly server: GcoreApi;
  readonly session: Session;
  readonly account: Account;
  readonly folder: string;
  /** Of the document. */
  readonly uri: string;
  readonly plan: (more?: Partial<Account>) => Promise<PlanAnswer>;
  readonly submit: (planned: Planned, more?: object) => Promise<SubmitAnswer>;
}

/** What there is beside the document. */
export interface Around {
  readonly api?: GcoreApiOptions;
  readonly files?: Readonly<Record<string, string>>;
  readonly start?: Start;
}

/** Opens a document in a folder of its own, with an account at a test server. */
export async function deskWith(text: string, { api, files, start }: Around = {}): Promise<Desk> {
  const folder = folderWith({ "restreams.yaml": text, ...files });
  const { server, account } = await accountAt(api);
  const session = await startIn([folder], { submitting: submittingWith(), ...start });
  onTestFinished(session.end);
  const uri = uriOf(folder, "restreams.yaml");
  await session.open(uri, text);
  return {
    server,
    session,
    account,
    folder,
    uri,
    plan: (more = {}) => session.ask(PLAN, uri, { account: { ...account, ...more } }),
    submit: ({ saved }, more = {}) =>
      session.ask(SUBMIT, uri, { account, saved, allowLive: false, progress: "p", ...more }),
  };
}

/** The plan that an answer is. Throws for any other. */
export function plannedIn(answer: PlanAnswer): Planned {
  if (answer.kind === "refused") throw new Error(answer.message);
  return answer;
}
