import { appendFileSync, statSync } from "node:fs";
import { isFileError } from "@restream-lint/files";
import type { Io } from "../io.ts";
import { printable } from "../printable.ts";
import type { FileReport, Paper, Summary } from "../report.ts";
import { markdown } from "../reporters/markdown.ts";
import { reasonOf } from "../reason-of.ts";

/** In bytes, of all that a step writes; of a longer one, GitHub shows nothing. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
const LARGEST = 1024 * 1024;

/** Adds what was found to the job summary of a GitHub workflow, if this is one; where it cannot be written, that is said and nothing else. */
export async function writeJobSummary(
  reports: readonly FileReport[],
  summary: Summary,
  paper: Paper,
  { env, stderr }: Pick<Io, "env" | "stderr">,
): Promise<void> {
  const path = env["GITHUB_STEP_SUMMARY"];
  if (path === undefined || path === "") return;
  const text = `${markdown(reports, summary, paper)}\n`;
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    if (size + Buffer.byteLength(text) <= LARGEST) appendFileSync(path, text);
    else stderr.write("restream-lint: the job summary is full: nothing is added to it\n");
  } catch (error) {
    if (!isFileError(error)) throw error;
    stderr.write(
      `restream-lint: the job summary cannot be written: ${printable(path)}: ${reasonOf(error)}\n`,
    );
  }
}
