import { lchownSync, readdirSync } from "node:fs";
import { join } from "node:path";

const NOBODY = 65_534;

/** Acts in a folder as its owner, for whom modes hold: root may do everything. */
export async function unprivileged<T>(folder: string, act: () => Promise<T> | T): Promise<T> {
  if (process.geteuid?.() !== 0) return await act();
  for (const name of ["", ...readdirSync(folder)]) lchownSync(join(folder, name), NOBODY, NOBODY);
  process.seteuid?.(NOBODY);
  try {
    return await act();
  } finally {
    process.seteuid?.(0);
  }
}
