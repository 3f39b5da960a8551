import type { CompletionItemKind } from "vscode-languageserver-types";
import type { Offer } from "./offer.ts";

/** How many items of one kind a client is sent at once: nobody reads more, and every keystroke would send megabytes. */
const MOST = 200;

/** Of every kind of which there are too many, only the first that begin with what is typed; a client has to ask again. */
export function capped(
  offers: readonly Offer[],
  text: string,
  offset: number,
): { readonly offers: readonly Offer[]; readonly isIncomplete: boolean } {
  const crowd = crowdedIn(offers);
  if (crowd.size === 0) return { offers, isIncomplete: false };
  const typed = new Map<number, string>();
  const kept = new Map<CompletionItemKind, number>();
  return { offers: offers.filter(isKept), isIncomplete: true };

  function isKept(offer: Offer): boolean {
    if (!crowd.has(offer.kind)) return true;
    const count = kept.get(offer.kind) ?? 0;
    if (count >= MOST || !beginsAsTyped(offer)) return false;
    kept.set(offer.kind, count + 1);
    return true;
  }

  function beginsAsTyped({ range: { start }, label, filter = label }: Offer): boolean {
    const word = typed.get(start) ?? text.slice(start, offset).toLowerCase();
    typed.set(start, word);
    return filter.toLowerCase().startsWith(word);
  }
}

function crowdedIn(offers: readonly Offer[]): ReadonlySet<CompletionItemKind> {
  const counts = new Map<CompletionItemKind, number>();
  for (const { kind } of offers) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return new Set([...counts].flatMap(([kind, count]) => (count > MOST ? [kind] : [])));
}
