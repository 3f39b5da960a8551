import type { Action, ShownEntry, ShownPlan } from "./shown-plan.ts";

/** A plan as a terminal shows it, without colours: the first character of a line says what it is about. */
export function planText({ entries, counts, heldBack }: ShownPlan): string {
  const lines = entries.flatMap(linesOf);
  if (heldBack) {
    const isEmpty = entries.every(({ file }) => file === undefined);
    lines.push("", `Nothing is deleted: ${isEmpty ? HOLDS_NONE : IN_DOUBT}.`);
  }
  return [...lines, ...(lines.length > 0 ? [""] : []), planSummary({ counts }), ""].join("\n");
}

const HOLDS_NONE = "the documents hold no restream";
const IN_DOUBT = "a restream that cannot be told yet may be one of those";

const SIGNS: Readonly<Record<Action, string>> = {
  create: "+",
  update: "~",
  delete: "-",
  unchanged: "=",
  ambiguous: "!",
  missing: "!",
  blocked: "!",
  "remote-only": "?",
};

function linesOf(entry: ShownEntry): readonly string[] {
  // They are counted.
  if (entry.action === "unchanged") return [];
  const facts = [
    entry.name === "" ? "(no name)" : JSON.stringify(entry.name),
    ...(entry.stream_id === null ? [] : [`stream ${entry.stream_id}`]),
    ...(entry.id === null ? [] : [`restream ${entry.id}`]),
    ...(entry.file === undefined ? [] : [`${entry.file}:${entry.line}`]),
    ...(entry.live ? ["on air"] : []),
  ];
  return [
    `${SIGNS[entry.action]} ${entry.action} ${facts.join(", ")}`,
    ...entry.fields.map(({ field, from, to }) =>
      entry.action === "create" || entry.action === "delete"
        ? `    ${field}: ${written(to ?? from)}`
        : `    ${field}: ${written(from)} -> ${written(to)}`,
    ),
    ...entry.reasons.map((it) => `    ${it}`),
  ];
}

function written(value: string | number | boolean | null): string {
  if (value === null) return "(none)";
  return value === "" ? '""' : String(value);
}

/** One sentence: how many are created, changed, deleted, left as they are. */
export function planSummary({ counts }: Pick<ShownPlan, "counts">): string {
  const { create, update, unchanged, ambiguous, missing, blocked } = counts;
  const refused = ambiguous + missing + blocked;
  if (create + update + counts.delete + refused === 0) {
    return `Nothing to change: ${unchanged} unchanged${others(counts)}.`;
  }
  return [
    `Plan: ${create} to create, ${update} to change, ${counts.delete} to delete, ${unchanged} unchanged`,
    ...(refused > 0 ? [`, ${refused} refused`] : []),
    `${others(counts)}.`,
  ].join("");
}

function others(counts: ShownPlan["counts"]): string {
  const count = counts["remote-only"];
  return count > 0 ? `, ${count} only at Gcore, left alone` : "";
}
