import type { Ignore } from "../settings/settings.ts";

/** What the settings leave alone. It keeps account of what there was. */
export interface Ignoring {
  readonly ignores: (finding: Ignored) => boolean;
  /** Those that no finding fitted. */
  readonly unused: () => readonly Ignore[];
}

/** What of a finding decides whether it is left alone. */
export interface Ignored {
  readonly rule: string;
  /** JSON Pointer. */
  readonly path: string;
}

/** Leaves findings alone that fit an entry of the settings. Each looks up the few places that it is in. */
export function createIgnoring(entries: readonly Ignore[] = []): Ignoring {
  const uses = new Map<string | undefined, Map<string, { isUsed: boolean }>>();
  for (const { rule, path = "" } of entries) {
    const places = uses.get(rule) ?? new Map<string, { isUsed: boolean }>();
    uses.set(rule, places.set(path, { isUsed: false }));
  }
  return {
    ignores({ rule, path }) {
      const fitting = [uses.get(rule), uses.get(undefined)].flatMap((it) => [
        ...(it ? usesAround(path, it) : []),
      ]);
      for (const it of fitting) it.isUsed = true;
      return fitting.length > 0;
    },
    unused: () => entries.filter(({ rule, path = "" }) => !uses.get(rule)?.get(path)?.isUsed),
  };
}

/** What is known of a place, and of all that it is in. */
function* usesAround<T>(path: string, uses: ReadonlyMap<string, T>): Iterable<T> {
  for (let end = path.indexOf("/"); end !== -1; end = path.indexOf("/", end + 1)) {
    const use = uses.get(path.slice(0, end));
    if (use) yield use;
  }
  const own = uses.get(path);
  if (own) yield own;
}
