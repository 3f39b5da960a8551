import { counted, lineStartsOf, type LiteralSecret } from "@restream-lint/core";
import type { DocumentFile } from "./document-files.ts";
import { nameInLine } from "./reporters/name-in-line.ts";
import { positionText } from "./reporters/position-text.ts";

/** A document and the secrets that are written out in it. */
export interface SecretFile extends DocumentFile {
  readonly secrets: readonly LiteralSecret[];
}

/** Makes the function that says where a secret begins: `file:line:column`. */
export function createPlaces({ file, document }: SecretFile): (secret: LiteralSecret) => string {
  const lineStarts = lineStartsOf(document.text);
  return ({ range }) => `${nameInLine(file)}:${positionText(range, lineStarts)}`;
}

/** `no secrets`, `1 secret`, `2 secrets`. */
export function secretsCounted(count: number): string {
  return count === 0 ? "no secrets" : counted(count, "secret");
}
