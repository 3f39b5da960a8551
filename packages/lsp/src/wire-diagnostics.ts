import type { Connection, Diagnostic } from "vscode-languageserver";
import { type Answers, cancelled } from "./answers.ts";
import type { OpenTexts } from "./open-texts.ts";
import type { Reports } from "./reports.ts";
import type { Snapshot } from "./snapshot.ts";
import type { View } from "./view.ts";
import type { Workspace } from "./workspace.ts";
import { workspaceDiagnostics } from "./workspace-diagnostics.ts";

/** What diagnostics are made of, and when. */
export interface Surroundings {
  readonly workspace: Pick<Workspace, "viewOf">;
  readonly texts: Pick<OpenTexts, "at">;
  readonly reports: Reports;
  readonly snapshot: () => Promise<Snapshot>;
  /** What there is to say of a view, as the client takes it. */
  readonly diagnosticsOf: (view: View, all: Snapshot) => Diagnostic[];
  /** Resolves once no text changes any more. */
  readonly settled: () => Promise<void>;
  /** Resolves once the workspace has been looked through. */
  readonly firstLook: Promise<void>;
}

/** Answers a client that asks for diagnostics: of one document, and of all. */
export function wireDiagnostics(
  { languages }: Connection,
  { guarded }: Answers,
  { workspace, texts, reports, snapshot, diagnosticsOf, settled, firstLook }: Surroundings,
): void {
  languages.diagnostics.on(
    guarded(async ({ textDocument: { uri }, previousResultId }, token) => {
      // Whoever types fast has asked again, or cancelled, before this is worked out.
      await settled();
      if (token.isCancellationRequested) throw cancelled();
      const all = await snapshot();
      // What fails is in no snapshot; whoever asks for it hears of that.
      const view = all.at(uri) ?? (await workspace.viewOf(uri));
      const items = view ? diagnosticsOf(view, all) : [];
      return reports.reportOf(view ?? { uri, version: undefined }, items, previousResultId);
    }),
  );
  languages.diagnostics.onWorkspace(async (params, token, work, partial) =>
    guarded(async () => {
      await firstLook;
      if (token.isCancellationRequested) throw cancelled();
      const all = await snapshot();
      const isCurrent = ({ uri, version: of }: View) => texts.at(uri)?.version === of;
      const answering = {
        views: all.views,
        diagnosticsOf: (view: View) => diagnosticsOf(view, all),
        isCurrent,
        reports,
      };
      return workspaceDiagnostics(params, answering, { token, work, partial });
    })(params, token),
  );
}
