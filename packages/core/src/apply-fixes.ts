import { composeEdits } from "./compose-edits.ts";
import { type Document, withText } from "./document.ts";
import { applyEdits } from "./fix.ts";
import { lint } from "./lint.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Settings } from "./settings/settings.ts";
import type { Fix } from "./rule.ts";
import type { Edit } from "./edit.ts";

/** How far fixing may go. */
export interface FixOptions {
  /** Also applies a suggestion, where a finding has no fix, offers just one, and does not leave it to a person. */
  readonly unsafe?: boolean;
  /** Mends what this rule finds, and nothing else. */
  readonly rule?: string;
}

/** Fixes can make room for others; a set that has not settled by then never will. */
const MAX_ROUNDS = 10;

/** What fixing came to. */
export interface Fixed {
  readonly document: Document;
  /** How many fixes. */
  readonly applied: number;
  /** What makes the document of the one that was given: in the order of the text, and no larger than the fixes. */
  readonly edits: readonly Edit[];
}

/** Applies fixes until there is nothing left to mend. */
export function applyFixes(
  document: Document,
  settings: Settings = {},
  { unsafe = false, rule: only }: FixOptions = {},
): Fixed {
  let current = document;
  let applied = 0;
  const rounds: (readonly Edit[])[] = [];
  for (let round = 0; round < MAX_ROUNDS; round++) {
    // All rules are asked: what a comment comes to is known only then.
    const diagnostics = lint(current, settings).filter(
      ({ rule }) => only === undefined || rule === only,
    );
    const suggestions = unsafe ? suggestionsOf(diagnostics) : [];
    const { edits, count } = apart([...diagnostics.flatMap(safeFixOf), ...suggestions]);
    const text = applyEdits(current.text, edits);
    if (text === current.text) break;
    applied += count;
    rounds.push(edits);
    current = withText(current, text);
  }
  return { document: current, applied, edits: composeEdits(document.text, rounds) };
}

function safeFixOf({ fixes }: Diagnostic): readonly Fix[] {
  return fixes.filter(({ safe }) => safe).slice(0, 1);
}

/** One for each restream at a time: what one of them mends may be what another would mend in its own way. */
function suggestionsOf(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  const byRestream = new Map<string, Fix>();
  for (const { path, fixes } of diagnostics) {
    const [only, ...others] = fixes;
    const restream = /^(?:\/restreams?)?(?:\/[0-9]+)?/.exec(path)?.[0] ?? "";
    if (!only || only.safe || only.byHand || others.length > 0) continue;
    if (!byRestream.has(restream)) {
      byRestream.set(restream, only);
    }
  }
  return [...byRestream.values()];
}

/** The edits of those fixes that touch no earlier one; the others wait for the next round. */
function apart(fixes: readonly Fix[]): { edits: Edit[]; count: number } {
  const edits: Edit[] = [];
  let count = 0;
  let end = -1;
  for (const fix of fixes.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (fix.edits.length === 0 || fix.edits.some(({ range }) => range.start <= end)) continue;
    edits.push(...fix.edits);
    count += 1;
    end = Math.max(end, ...fix.edits.map(({ range }) => range.end));
  }
  return { edits, count };
}

function startOf({ edits }: Fix): number {
  return Math.min(...edits.map(({ range }) => range.start));
}
