import { isRestreamFile, SETTINGS_FILES } from "@restream-lint/core";
import { CompletionItemKind, type TextDocument } from "vscode";
import type { Middleware } from "vscode-languageclient";

/** A key of JSON with what shows that it is one. */
const KEY = /"(?:[^"\\]|\\.)*"(?=[ \t]*:)/;
/** What stands before a cursor in a URI, which the schema takes for any text. */
const IN_URI = /"uri"[ \t]*:[ \t]*"(?:[^"\\]|\\.)*$/;
/** What the schema offers as well: keys, and the words that a value may be. */
const OFFERED: readonly (CompletionItemKind | undefined)[] = [
  CompletionItemKind.Field,
  CompletionItemKind.Keyword,
  CompletionItemKind.EnumMember,
];

/**
 * Leaves to VS Code's own JSON support what it knows from the schemas that package.json contributes: it would offer fields,
 * and tell what they are, a second time.
 */
export const besideJsonSchema: Pick<Middleware, "provideCompletionItem" | "provideHover"> = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const answer = await next(document, position, context, token);
    const before = document.lineAt(position).text.slice(0, position.character);
    if (!answer || !hasSchema(document) || IN_URI.test(before)) return answer;
    const { items, isIncomplete = false } = Array.isArray(answer) ? { items: answer } : answer;
    return { items: items.filter(({ kind }) => !OFFERED.includes(kind)), isIncomplete };
  },
  provideHover: (document, position, token, next) =>
    hasSchema(document) && document.getWordRangeAtPosition(position, KEY)
      ? undefined
      : next(document, position, token),
};

/** Whether package.json contributes a schema for a document: by its name, as `jsonValidation` says there. */
function hasSchema({ languageId, uri }: TextDocument): boolean {
  const name = uri.path.slice(uri.path.lastIndexOf("/") + 1);
  return languageId.startsWith("json") && (isRestreamFile(name) || SETTINGS_FILES.includes(name));
}
