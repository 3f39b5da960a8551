import { BODY_FIELDS } from "./body-fields.ts";
import type { Digests, SavedEntry, SavedPlan } from "./saved-plan.ts";
import { ACTIONS } from "./shown-plan.ts";

/** A saved plan, or a sentence that says why a text is none. */
export type ReadPlan =
  | { readonly saved: SavedPlan; readonly fault?: never }
  | { readonly fault: string; readonly saved?: never };

/** Reads what `savePlan` made, from JSON. Never throws, whatever the text; the fault repeats nothing of it. */
export function readSavedPlan(text: string): ReadPlan {
  const value = parsed(text);
  if (!isRecord(value)) return { fault: 'This is no saved plan: make one with "plan --out".' };
  if (value["version"] !== 1) {
    return {
      fault:
        'The plan was saved by another version of this tool: make a new one with "plan --out".',
    };
  }
  const { entries, checksum } = value;
  const read = Array.isArray(entries) ? entries.map(entryIn) : [undefined];
  const known = read.filter((it) => it !== undefined);
  if (known.length < read.length || !isDigest(checksum)) {
    return { fault: 'The saved plan is damaged: make a new one with "plan --out".' };
  }
  return { saved: { version: 1, entries: known, checksum } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** With its fields in the order in which they were saved, as the checksum needs them. */
function entryIn(value: unknown): SavedEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { file, path, line, name, id, live } = value;
  const action = ACTIONS.find((it) => it === value["action"]);
  const sent = digestsIn(value["sent"]);
  const remote = digestsIn(value["remote"]);
  if (!action || typeof name !== "string" || typeof live !== "boolean" || !sent) return undefined;
  const place = isText(file) && isText(path) && isCount(line) ? { file, path, line } : undefined;
  if (!place && [file, path, line].some((it) => it !== undefined)) return undefined;
  if (id !== undefined && !isCount(id)) return undefined;
  if (value["remote"] !== undefined && !remote) return undefined;
  return {
    action,
    ...place,
    name,
    ...(id !== undefined && { id }),
    live,
    sent,
    ...(remote && { remote }),
  };
}

function digestsIn(value: unknown): Digests | undefined {
  if (!isRecord(value)) return undefined;
  const found = BODY_FIELDS.flatMap((field) => {
    const digest = Object.hasOwn(value, field) ? value[field] : undefined;
    return isDigest(digest) ? [[field, digest] as const] : [];
  });
  return found.length === Object.keys(value).length ? Object.fromEntries(found) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isDigest(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
}
