import { commands, type ExtensionContext, Uri, window, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { askToken } from "./ask-token.ts";
import { askingServer } from "./asking-server.ts";
import { type Help, type Notice, notice } from "./notice.ts";
import { originOf } from "./origin.ts";
import type { Target } from "./person.ts";
import { plannedIn, type PlanSides } from "./plan-sides.ts";
import { reachFor } from "./reach.ts";
import { createSubmitting } from "./submitting.ts";
import { createTokens } from "./tokens.ts";
import { windowPerson } from "./window-person.ts";
import { IN_BROWSER, NO_DOCUMENT, UNSAFE_BASE_URI, UNTRUSTED } from "./words.ts";

/** What these commands work with. */
export interface Surroundings {
  readonly context: Pick<ExtensionContext, "secrets">;
  readonly client: BaseLanguageClient;
  readonly sides: PlanSides;
  /** Whether the API lets requests in from where this runs. */
  readonly submits: boolean;
  readonly onError: (error: unknown) => void;
}

/** The commands that speak to Gcore. They take a document's URI, or mean the one that is being looked at. */
export type SubmitCommands = Readonly<
  Record<"plan" | "submit" | "setToken" | "removeToken", (given?: unknown) => Promise<void>>
>;

/** Makes the commands. */
export function submitCommands(surroundings: Surroundings): SubmitCommands {
  const { context, client, sides, submits, onError } = surroundings;
  const person = windowPerson(sides);
  const tokens = createTokens(context.secrets, askToken);
  const submitting = createSubmitting({
    server: askingServer(client),
    person,
    tokens,
    reachFor: (target) => reachFor(client, target),
    help,
    onError,
  });
  return {
    plan: (given) => withTarget(given, submitting.plan),
    submit: (given) => withTarget(given, submitting.submit),
    setToken: onDesktop(async () => {
      const origin = originOf(workspace.getConfiguration("restream-lint").get("apiBaseUri", ""));
      if (!origin) return tell(UNSAFE_BASE_URI);
      if ((await tokens.ask(origin)) === undefined) return;
      await tell(notice(`The API token for ${origin.host} is kept in the system's keychain.`));
    }),
    removeToken: onDesktop(async () => {
      const wasThere = await tokens.remove();
      const said = wasThere
        ? "No Gcore API token is kept any more."
        : "No Gcore API token is kept.";
      await tell(notice(said));
    }),
  };

  async function withTarget(given: unknown, run: (target: Target) => Promise<void>): Promise<void> {
    if (!submits) return tell(IN_BROWSER);
    if (!workspace.isTrusted) return tell(UNTRUSTED);
    const uri = uriOf(given);
    if (!uri) return tell(NO_DOCUMENT);
    // The server knows what is open.
    await workspace.openTextDocument(uri);
    await run({
      uri: client.code2ProtocolConverter.asUri(uri),
      name: uri.path.slice(uri.path.lastIndexOf("/") + 1),
    });
  }

  function onDesktop(run: () => Promise<void>): () => Promise<void> {
    return () => (submits ? run() : tell(IN_BROWSER));
  }

  async function tell(said: Notice): Promise<void> {
    const chosen = await person.tell(said);
    if (chosen) await help(chosen);
  }
}

/** The document that a lens, a menu or the palette means; of a plan that is being looked at, the document that it is of. */
function uriOf(given: unknown): Uri | undefined {
  const uri =
    typeof given === "string"
      ? Uri.parse(given)
      : given instanceof Uri
        ? given
        : window.activeTextEditor?.document.uri;
  return uri && (plannedIn(uri) ?? uri);
}

async function help(chosen: Help): Promise<void> {
  const [command, ...given] = HELPING[chosen];
  if (command !== undefined) await commands.executeCommand(command, ...given);
}

/** The commands that help, by what they help with. */
const HELPING: Readonly<Record<Help, readonly string[]>> = {
  plan: ["restream-lint.plan"],
  submit: ["restream-lint.submit"],
  token: ["restream-lint.setToken"],
  problems: ["workbench.actions.view.problems"],
  variables: ["workbench.action.openSettings", "@id:restream-lint.envFile"],
  settings: ["workbench.action.openSettings", "@id:restream-lint.apiBaseUri,restream-lint.envFile"],
  trust: ["workbench.trust.manage"],
};
