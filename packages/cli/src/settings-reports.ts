import { type Range } from "@restream-lint/core";
import type { FileReport } from "./report.ts";
import type { SettingsSource } from "./settings.ts";

/** What is wrong with the settings files themselves; nothing for those that are right. */
export function settingsReports(sources: readonly SettingsSource[]): FileReport[] {
  return sources.flatMap(({ file, text, parsed: { diagnostics } }) =>
    diagnostics.length === 0 ? [] : [{ file, text, diagnostics, mask: createMask(text) }],
  );
}

/** Settings hold no secrets; an address that somebody pasted into them may. */
function createMask(text: string): (range: Range) => string {
  const masked = text.replaceAll(/\S*(?::\/\/|[?&=])\S*/g, (it) => "*".repeat(it.length));
  return ({ start, end }) => masked.slice(start, end);
}
