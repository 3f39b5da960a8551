import { CancellationToken, type Connection } from "vscode-languageserver";
import type { Answers } from "./answers.ts";
import { listedRules } from "./features/listed-rules.ts";
import { statusOf } from "./features/status.ts";
import {
  LINT_WORKSPACE,
  RULES,
  STATUS,
  type Status,
  type StatusParams,
  type WorkspaceFindings,
} from "./protocol.ts";
import type { SettingsFinder } from "./settings-finder.ts";
import type { Snapshot } from "./snapshot.ts";
import { keyOf } from "./uris.ts";
import type { Workspace } from "./workspace.ts";
import { workspaceFindings } from "./workspace-findings.ts";

/** What these requests are about. */
export interface Surroundings {
  readonly workspace: Pick<Workspace, "views">;
  readonly finder: Pick<SettingsFinder, "fileFor">;
  readonly snapshot: () => Promise<Snapshot>;
  /** Looks at the disk again, and has the client ask for everything again. */
  readonly lookAgain: () => Promise<void>;
  /** Whether a text is a file of its own, and no copy of one. */
  readonly isFile: (uri: string) => boolean;
}

/** Answers what our own clients ask beside LSP. */
export function wireOwnRequests(
  connection: Connection,
  { guarded }: Answers,
  { workspace, finder, snapshot, lookAgain, isFile }: Surroundings,
): void {
  connection.onRequest(STATUS, guarded(status));
  connection.onRequest(LINT_WORKSPACE, withoutParameters(guarded(lintWorkspace)));
  connection.onRequest(RULES, withoutParameters(guarded(async () => listedRules())));

  async function status({ textDocument: { uri } }: StatusParams): Promise<Status> {
    const view = (await workspace.views()).find((it) => keyOf(it.uri) === keyOf(uri));
    return statusOf(view, (await finder.fileFor(uri))?.uri);
  }

  async function lintWorkspace(token: CancellationToken): Promise<WorkspaceFindings> {
    await lookAgain();
    const all = await snapshot();
    const views = all.views.filter(({ uri }) => isFile(uri));
    return workspaceFindings(views, all, token);
  }
}

/** Clients leave parameters out, or send some that say nothing: the token is what comes last. */
function withoutParameters<R>(
  answer: (token: CancellationToken, same: CancellationToken) => Promise<R>,
): (...given: readonly CancellationToken[]) => Promise<R> {
  return (...given) => {
    const token = given.at(-1) ?? CancellationToken.None;
    return answer(token, token);
  };
}
