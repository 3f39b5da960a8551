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

/** Leaves findings alone that fit an entry of the settings. */
export function createIgnoring(entries: readonly Ignore[] = []): Ignoring {
  const used = new Set<Ignore>();
  return {
    ignores(finding) {
      const fitting = entries.filter((it) => fits(it, finding));
      for (const it of fitting) used.add(it);
      return fitting.length > 0;
    },
    unused: () => entries.filter((it) => !used.has(it)),
  };
}

function fits({ rule, path }: Ignore, finding: Ignored): boolean {
  return (rule ?? finding.rule) === finding.rule && isWithin(finding.path, path ?? "");
}

/** Whether a JSON Pointer leads to a place or to what is in it. */
function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
