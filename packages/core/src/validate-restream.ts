import { lint } from "./lint.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Settings } from "./settings/settings.ts";
import { parseDocument } from "./document.ts";

/** A diagnostic of a value that has no text: its JSON Pointer says where. */
export type ValueDiagnostic = Omit<Diagnostic, "range" | "about" | "fixes" | "related">;

/**
 * Checks a plain value before it is sent to the API: a restream, `{restream}`, `{streams, restreams}` or a list.
 * Throws as `JSON.stringify` does for what JSON cannot hold: a TypeError for a cycle, a RangeError for a depth beyond the stack.
 */
export function validateRestream(value: unknown, settings: Settings = {}): ValueDiagnostic[] {
  const text = JSON.stringify(value, asJson) ?? "null";
  // What is about to be sent has its secrets in it, and in no file.
  const rules = { "hard-coded-secret": "off", ...settings.rules } as const;
  const diagnostics = lint(parseDocument(text, { language: "json" }), { ...settings, rules });
  return diagnostics.map(({ rule, severity, message, path, url }) => ({
    rule,
    severity,
    message,
    path,
    url,
  }));
}

/** IDs are 64-bit integers, which a BigInt may hold. */
function asJson(_key: string, value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
