import { setFlagsFromString } from "node:v8";

/**
 * Keeps a process that lives on near the size of what it holds, if it is called before anything large is loaded. V8 lets
 * the young generation grow to 32 MB where much is alive when it is collected, as a document is that is being opened,
 * and the old one to a multiple of what was alive. It reads both flags each time that it would grow one (V8 11 of Node 20
 * and V8 13 of Node 24 do), so they hold for a process that runs. Of a flag that it does not know it prints a line on
 * standard error, and goes on. Electron is left alone: it may have closed its flags.
 */
export function keepHeapSmall(): void {
  if (process.versions["electron"] !== undefined) return;
  for (const flag of FLAGS) setFlagsFromString(flag);
}

/** `--optimize-for-size` does what the second does as well, but takes longer to open a document. */
const FLAGS = ["--semi-space-growth-factor=1", "--heap-growing-percent=50"];
