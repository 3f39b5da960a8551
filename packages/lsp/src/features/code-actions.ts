import type { Diagnostic, Range } from "@restream-lint/core";
import {
  type CodeAction,
  type CodeActionContext,
  type Range as LspRange,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import type { Client } from "../client.ts";
import type { View } from "../view.ts";
import { workspaceEdit } from "../workspace-edit.ts";
import { type ActionData, actionDataOf } from "./code-actions/action-data.ts";
import { createEchoes } from "./code-actions/echoes.ts";
import { disableOffers } from "./code-actions/disable-offers.ts";
import { allOfRuleOffers, fixAllOffers, fixOffers } from "./code-actions/fix-offers.ts";
import { moveOffers } from "./code-actions/move-offers.ts";
import { isAsked, MAX_OFFERS, type Offer, touches } from "./code-actions/offer.ts";

/** What a client asks of a range. */
export interface ActionsAsked {
  readonly range: LspRange;
  readonly context: CodeActionContext;
}

/**
 * What a person can choose to do about a range: mend what is found there, move its secrets out, silence a rule. All
 * diagnostics of the view, those across files too, are needed. A client that asks for edits later gets them then.
 */
export function codeActions(
  view: View,
  diagnostics: readonly Diagnostic[],
  { range, context }: ActionsAsked,
  client: Client,
): CodeAction[] {
  const at = view.converter.rangeIn(range);
  const echoOf = createEchoes(view, context.diagnostics);
  const version = client.resolvesActions ? view.version : undefined;
  let budget = version === undefined ? WORTH_WAITING : UNNOTICED;
  return offersAt(view, diagnostics, at).flatMap((offer): CodeAction[] => {
    if (!isAsked(offer, context)) return [];
    const { title, kind, about, finding, isPreferred } = offer;
    const echoes = finding ? echoOf(finding) : [];
    const action: CodeAction = {
      title,
      kind,
      ...(echoes.length > 0 && { diagnostics: echoes }),
      ...(client.takesPreferred && isPreferred && { isPreferred }),
    };
    const isWanted = version === undefined || offer.isDoubtful === true;
    const isTried = isWanted && (!offer.isCostly || isAffordable());
    const edit = isTried ? editOf(offer, view, client) : undefined;
    if (version === undefined) return edit ? [{ ...action, edit }] : [];
    const data: ActionData = { uri: view.uri, version, ...at, about };
    return isTried && !edit ? [] : [{ ...action, data }];
  });

  function isAffordable(): boolean {
    budget -= view.document.text.length;
    return budget >= 0;
  }
}

/** How many characters to read for actions that nobody may choose: while a cursor moves, and where somebody waits for them. */
const UNNOTICED = 100_000;
const WORTH_WAITING = 2_000_000;

/**
 * The action with its edit; undefined where it was offered for another version of the text, or cannot be done (any more).
 * The view is that of the action's document, as it is now.
 */
export function resolveAction(
  view: View | undefined,
  diagnostics: readonly Diagnostic[],
  action: CodeAction,
  client: Client,
): CodeAction | undefined {
  if (action.edit) return action;
  const data = actionDataOf(action);
  if (!view || !data || data.uri !== view.uri || data.version !== view.version) return undefined;
  const offer = offersAt(view, diagnostics, data).find(
    ({ title, kind, about }) =>
      title === action.title && kind === action.kind && about === data.about,
  );
  const edit = offer && editOf(offer, view, client);
  return edit && { ...action, edit };
}

/** The document whose view and diagnostics resolving an action takes. */
export function documentOfAction(action: CodeAction): string | undefined {
  return actionDataOf(action)?.uri;
}

/** In the order of a menu. */
function offersAt(view: View, diagnostics: readonly Diagnostic[], range: Range): readonly Offer[] {
  const findings = diagnostics.filter((it) => touches(it.range, range)).slice(0, MAX_OFFERS);
  if (view.kind === "settings") return fixOffers(findings);
  return [
    ...fixOffers(findings),
    ...allOfRuleOffers(view, diagnostics, findings),
    ...moveOffers(view, diagnostics, range),
    ...disableOffers(view, findings),
    ...fixAllOffers(view, diagnostics),
  ];
}

function editOf(offer: Offer, view: View, client: Client): WorkspaceEdit | undefined {
  const edits = offer.edits() ?? [];
  return edits.length === 0 ? undefined : workspaceEdit(view, edits, client);
}
