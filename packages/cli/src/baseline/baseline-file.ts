import { isAbsolute } from "node:path";
import type { Mark } from "../marks.ts";

/** A finding that is known, or several that nothing tells apart. */
export interface KnownFinding extends Mark {
  /** From the folder of the baseline, with `/`. */
  readonly file: string;
  readonly count: number;
}

/** Reads a baseline; says why a text is none. */
export function parseBaseline(
  text: string,
): { readonly findings: readonly KnownFinding[] } | { readonly fault: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { fault: "is no JSON, so it is no baseline" };
  }
  const { version, findings } = isObject(json) ? json : {};
  if (typeof version !== "number" || !Array.isArray(findings)) return { fault: "is no baseline" };
  if (version !== VERSION) return { fault: `has version ${version}, and this reads ${VERSION}` };
  const at = findings.findIndex((it) => !isKnownFinding(it));
  return at === -1 ? { findings } : { fault: `is no baseline: its finding ${at + 1} is broken` };
}

const VERSION = 1;

/** A baseline as text, one finding a line, so that Git can merge it; in the same order every time. */
export function baselineText(findings: readonly KnownFinding[]): string {
  const lines = findings
    .map(({ file, rule, restream, path, about, count }) => ({
      key: JSON.stringify([file, rule, restream ?? "", path, about ?? ""]),
      line: `\n    ${JSON.stringify({ file, rule, restream, path, about, count })}`,
    }))
    .toSorted((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ line }) => line);
  const list = lines.length === 0 ? "[]" : `[${lines.join(",")}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** No file may be asked for elsewhere than beside the baseline, or up from it: Windows would look for it on the network. */
function isKnownFinding(value: unknown): value is KnownFinding {
  if (!isObject(value)) return false;
  const { file, rule, restream, path, about, count } = value;
  return (
    typeof file === "string" &&
    file !== "" &&
    !isAbsolute(file) &&
    !file.includes("\0") &&
    typeof rule === "string" &&
    (restream === undefined || typeof restream === "string") &&
    typeof path === "string" &&
    (about === undefined || typeof about === "string") &&
    Number.isSafeInteger(count) &&
    Number(count) > 0
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
