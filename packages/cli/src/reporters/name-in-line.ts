import { printable } from "../printable.ts";

/** A file's name for the beginning of a line, which GitHub's runner must not take for a command, wherever the line goes on. */
export function nameInLine(file: string): string {
  const text = printable(file);
  return text.trimStart().startsWith("::") ? `./${text}` : text;
}
