/** What is printed once: a format, and where to. */
export interface Printout {
  readonly format: string;
  /** As the user named it; standard output without one. */
  readonly file?: string;
}

/** Reads what `--format` names: a format, behind which `=` and a file may stand, which is empty where none does. */
export function parsePrintout(written: string): Printout {
  const [format = "", ...rest] = written.split("=");
  const file = rest.join("=");
  return rest.length === 0 || STANDARD_OUTPUT.has(file) ? { format } : { format, file };
}

/** As a file, it may be one that a shell has open: a new one in its place would lose all else that is written there. */
const STANDARD_OUTPUT: ReadonlySet<string> = new Set(["-", "/dev/stdout", "/dev/fd/1"]);
