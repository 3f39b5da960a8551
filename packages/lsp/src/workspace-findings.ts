import type { CancellationToken } from "vscode-languageserver";
import type { Severity } from "@restream-lint/core";
import { cancelled } from "./answers.ts";
import { turn } from "./lull.ts";
import type { WorkspaceFindings } from "./protocol.ts";
import type { Snapshot } from "./snapshot.ts";
import type { View } from "./view.ts";

/** So many documents are linted before the client is heard again. */
const AT_ONCE = 20;

/** How much there is to say of these views of a snapshot. */
export async function workspaceFindings(
  views: readonly View[],
  { diagnosticsOf }: Pick<Snapshot, "diagnosticsOf">,
  token: CancellationToken,
): Promise<WorkspaceFindings> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  for (const [index, view] of views.entries()) {
    if (index % AT_ONCE === 0) await turn();
    if (token.isCancellationRequested) throw cancelled();
    for (const { severity } of diagnosticsOf(view)) counts[severity] += 1;
  }
  const { error: errors, warning: warnings, info: infos } = counts;
  return { documents: views.length, errors, warnings, infos };
}
