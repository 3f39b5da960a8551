import { languages, type QuickPickItem, window } from "vscode";
import type { ListedRule } from "@restream-lint/lsp/protocol";

/** Lets a person choose a rule; those that found something where the cursor is stand first. Undefined if none was chosen. */
export async function chooseRule(rules: readonly ListedRule[]): Promise<ListedRule | undefined> {
  const here = rulesAtCursor();
  const items = rules.map((rule): QuickPickItem & { readonly rule: ListedRule } => ({
    label: rule.id,
    description: here.has(rule.id) ? `${rule.severity} · at the cursor` : rule.severity,
    detail: rule.summary,
    rule,
  }));
  const chosen = await window.showQuickPick(
    items.toSorted((a, b) => Number(here.has(b.label)) - Number(here.has(a.label))),
    { title: "Explain a rule", placeHolder: "What is checked, and why", matchOnDetail: true },
  );
  return chosen?.rule;
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = window.activeTextEditor;
  if (!editor) return new Set();
  const found = languages
    .getDiagnostics(editor.document.uri)
    .filter(
      ({ source, range }) =>
        source === "restream-lint" && range.intersection(editor.selection) !== undefined,
    );
  return new Set(found.map(({ code }) => String(typeof code === "object" ? code.value : code)));
}
