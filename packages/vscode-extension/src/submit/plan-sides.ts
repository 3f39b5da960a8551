import {
  commands,
  type Disposable,
  EventEmitter,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Sides, Target } from "./person.ts";

/** Of the texts that a plan is shown as. They are nobody's files: nothing in them is linted. */
export const PLAN_SCHEME = "restream-lint-plan";

/** What stands in a window that was opened anew: plans are kept nowhere. */
const GONE = "# This plan is gone. Plan the document again.\n";

/** The editors that plans are shown in. */
export interface PlanSides extends Disposable {
  readonly compare: (target: Target, sides: Sides, title: string) => Promise<void>;
  /** Closes the one of a document, if there is one. */
  readonly close: (target: Target) => Promise<void>;
}

/** Shows plans as comparisons that nobody can write in, one for each document. */
export function showPlanSides(): PlanSides {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const subscriptions = [
    changed,
    workspace.registerTextDocumentContentProvider(PLAN_SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? GONE,
    }),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  ];
  return {
    compare: async (target, { before, after }, title) => {
      const [left, right] = [sideOf(target, "before"), sideOf(target, "after")];
      texts.set(left.toString(), before).set(right.toString(), after);
      changed.fire(left);
      changed.fire(right);
      await commands.executeCommand("vscode.diff", left, right, title, { preview: true });
    },
    close: async (target) => {
      const right = sideOf(target, "after").toString();
      const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
      await window.tabGroups.close(
        tabs.filter(
          ({ input }) => input instanceof TabInputTextDiff && input.modified.toString() === right,
        ),
      );
    },
    dispose: () => {
      for (const it of subscriptions) it.dispose();
    },
  };
}

/** The document that a text shows a plan of; undefined for every other text. */
export function plannedIn({ scheme, query }: Uri): Uri | undefined {
  return scheme === PLAN_SCHEME ? Uri.parse(query) : undefined;
}

/** The name ends so that the editor takes it for YAML, and stays itself so that two plans can be told apart. */
function sideOf({ uri, name }: Target, side: "before" | "after"): Uri {
  return Uri.from({ scheme: PLAN_SCHEME, path: `/${side}/${name}.yaml`, query: uri });
}
