/** More pages than any account has. */
const MOST_PAGES = 1000;
/** A page that we have seen counts twice, and is asked for again: a server may have lost its place for once. */
const PATIENCE = 4;

/** What pages held. */
export interface Paged<T> {
  readonly items: readonly T[];
  /** Whether a page came that was empty, or not there: else the server only repeated itself, or it was enough. */
  readonly isEnded: boolean;
}

/**
 * All items of a list, from page 1 on, each once; undefined where it does not end. `load` says undefined where there
 * is no such page. Each page's new ones are shown to `isEnough`, which may end it there. How long pages are is
 * documented nowhere, and some servers answer the first to everything.
 */
export async function allPages<T>(
  load: (page: number) => Promise<readonly T[] | undefined>,
  identityOf: (item: T) => string,
  isEnough: (fresh: readonly T[], page: number) => boolean = () => false,
): Promise<Paged<T> | undefined> {
  const found: T[] = [];
  const seen = new Set<string>();
  let patience = PATIENCE;
  let first = "";
  let previous = "";
  for (let page = 1; page <= MOST_PAGES; ) {
    const items = await load(page);
    if (!items || items.length === 0) return { items: found, isEnded: true };
    const identities = items.map(identityOf);
    const content = JSON.stringify(identities);
    const isRepeated = content === first || content === previous;
    // Of one page, equal ones are different ones: without IDs they may look alike.
    const fresh = items.filter((_, at) => !seen.has(identities[at] ?? ""));
    if (fresh.length > 0) {
      found.push(...fresh);
      for (const identity of identities) seen.add(identity);
      if (isEnough(fresh, page)) return { items: found, isEnded: false };
      patience = PATIENCE;
    } else {
      patience -= isRepeated ? 2 : 1;
      if (patience <= 0) return { items: found, isEnded: false };
    }
    if (page === 1) first = content;
    if (!isRepeated) page += 1;
    previous = content;
  }
  return undefined;
}
