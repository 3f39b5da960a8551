import type { Moved } from "./compare-plan.ts";

/** What has moved, and where: `restreams.yaml:3 "main": …`. Names may hold any character. */
export function movedWords({ side, file, line, name, id, message }: Moved): string {
  if (side === "plan") return message;
  const where = file === undefined ? `restream ${id ?? ""}`.trim() : `${file}:${line}`;
  return `${where}${name && ` "${name}"`}: ${message}`;
}
