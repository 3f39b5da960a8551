/**
 * How lists are cut into pages, which nothing documents: by the page asked for; everything whatever is asked;
 * or by the page asked for, with the last page in place of those after it.
 */
export type Paging = (typeof PAGINGS)[number];

/** Every way. */
export const PAGINGS = ["as-asked", "ignores-page", "repeats-last"] as const;

/** How large pages are, and what comes after the last. */
export interface Pages {
  readonly paging: Paging;
  /** Infinity: everything is on the first. */
  readonly pageSize: number;
}

/** One page of a list; the first is 1, and what is not a page number is the first. */
export function pageOf<T>(
  all: readonly T[],
  asked: string | null,
  { paging, pageSize }: Pages,
): readonly T[] {
  if (paging === "ignores-page" || pageSize === Infinity) {
    return paging === "as-asked" && numberOf(asked) > 1 ? [] : all;
  }
  const last = Math.max(Math.ceil(all.length / pageSize), 1);
  const page = paging === "repeats-last" ? Math.min(numberOf(asked), last) : numberOf(asked);
  return all.slice((page - 1) * pageSize, page * pageSize);
}

/** The page before one, which a server that has lost its place answers. */
export function pageBefore(asked: string | null): string {
  return String(Math.max(numberOf(asked) - 1, 1));
}

function numberOf(asked: string | null): number {
  return Math.max(Math.trunc(Number(asked)) || 1, 1);
}
