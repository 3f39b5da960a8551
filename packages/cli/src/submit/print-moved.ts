import type { Moved } from "@restream-lint/client";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";

/** Says on stderr what is no longer as it was when a plan was made. */
export function printMoved(moved: readonly Moved[], io: Io): void {
  for (const it of moved)
    io.stderr.write(`restream-lint: ${printable(`${placeOf(it)}${it.message}`)}\n`);
}

function placeOf({ side, file, line, name, id }: Moved): string {
  if (side === "plan") return "";
  const where = file === undefined ? `restream ${id ?? ""}`.trim() : `${file}:${line}`;
  return `${where}${name && ` "${name}"`}: `;
}
