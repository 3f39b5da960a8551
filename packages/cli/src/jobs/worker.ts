import { parentPort, workerData } from "node:worker_threads";
import { lintShare, type Work } from "./lint-share.ts";

// What each thread of `--jobs` but the first runs.

// As one text, it is here and there again sooner than as a copy of each object.
void lintShare(workerData as Work, (share) => {
  parentPort?.postMessage(JSON.stringify(share), []);
}).then(() => {
  parentPort?.postMessage(null, []);
});
