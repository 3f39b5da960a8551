import { printable } from "../printable.ts";

/** A file's name for the beginning of a line, which GitHub's runner must not take for a command, of which `##[` is the older form. */
export function nameInLine(file: string): string {
  const text = printable(file).replaceAll("##[", "## [");
  return text.trimStart().startsWith("::") ? `./${text}` : text;
}
