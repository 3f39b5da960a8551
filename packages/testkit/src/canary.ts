import { SHOWN, type Shape, SHAPES } from "./canary-places.ts";

/** So many characters of a secret in a row give it away. */
const LENGTH = 6;

const PIECES = new Map(
  Object.entries(SHAPES).map(([shape, secret]) => [shape, [...new Set(piecesOf(secret))]]),
);

function piecesOf(secret: string): string[] {
  const runs = secret.toLowerCase().split(/[^\p{L}\p{N}-]+/u);
  return runs.flatMap((it) =>
    Array.from({ length: Math.max(it.length - LENGTH + 1, 0) }, (_, at) =>
      it.slice(at, at + LENGTH),
    ),
  );
}

/** The line of an output that gives a secret of this shape away. */
export function telling(output: string, shape: Shape): string | undefined {
  const pieces = PIECES.get(shape) ?? [];
  const plain = output.replaceAll(/\x1b\[[0-9;]*m/g, "");
  const text = plain.toLowerCase();
  if (!pieces.some((it) => text.includes(it))) return undefined;
  return plain.split("\n").find((line) => pieces.some((it) => line.toLowerCase().includes(it)));
}

/** Whether it is right that a secret of this shape shows in a place: nobody can tell that it is one. */
export function isShown(place: string, shape: Shape): boolean {
  const part = place.replace(/ \([^()]*\)$/, "");
  return (SHOWN[place] ?? SHOWN[part])?.includes(shape) === true;
}
