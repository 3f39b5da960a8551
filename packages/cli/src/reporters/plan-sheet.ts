import pc from "picocolors";
import { printable } from "../printable.ts";

/** A plan's text with colours: the first character of a line says what it is about. */
export function planSheet(text: string, color: boolean): string {
  const { dim, green, red, yellow } = pc.createColors(color);
  const tints: Readonly<Record<string, (line: string) => string>> = {
    "+": green,
    "~": yellow,
    "-": red,
    "!": red,
    "?": dim,
    "=": dim,
  };
  return text
    .split("\n")
    .map(printable)
    .map((line) => tints[line.charAt(0)]?.(line) ?? line)
    .join("\n");
}
