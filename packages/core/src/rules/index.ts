import type { Rule } from "../rule.ts";
import { srtNotCaller } from "./srt-not-caller.ts";

/** Every rule, in the order the documentation lists them: by group, then as product and protocol order them. */
export const rules: readonly Rule[] = [
  // The document.
  // Any URI.
  // RTMP and RTMPS.
  // SRT.
  srtNotCaller,
  // Gcore and targets.
];
