import { FIRST_SETTINGS, SETTINGS_FILES } from "@restream-lint/core";
import { commands, Uri, window, workspace, WorkspaceEdit, type WorkspaceFolder } from "vscode";

/** Opens the settings file that holds; where there is none, offers to write a first one. */
export async function openSettings(settings: string | null | undefined): Promise<void> {
  if (settings) return open(Uri.parse(settings));
  const folder = await chooseFolder();
  if (!folder) return;
  const present = await settingsIn(folder);
  if (present) return open(present);
  const uri = Uri.joinPath(folder.uri, ".restream-lint.yaml");
  const choice = await window.showInformationMessage(
    `No settings file holds here. Write a first .restream-lint.yaml into ${folder.name}?`,
    "Write It",
    "Open Editor Settings",
  );
  if (choice === "Open Editor Settings")
    await commands.executeCommand("workbench.action.openSettings", "restream-lint");
  if (choice !== "Write It") return;
  const edit = new WorkspaceEdit();
  edit.createFile(uri, {
    ignoreIfExists: true,
    contents: new TextEncoder().encode(FIRST_SETTINGS),
  });
  if (await workspace.applyEdit(edit)) return open(uri);
  await window.showErrorMessage(
    `${folder.name} cannot be written to, so there is no settings file now.`,
  );
}

/** The settings file of a folder itself: where nobody was asked, or nobody answered, there may be one all the same. */
async function settingsIn({ uri: folder }: WorkspaceFolder): Promise<Uri | undefined> {
  for (const name of SETTINGS_FILES) {
    const uri = Uri.joinPath(folder, name);
    const isThere = await workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );
    if (isThere) return uri;
  }
  return undefined;
}

/** The folder of the workspace that the document is in, else the one that a person names. */
async function chooseFolder(): Promise<WorkspaceFolder | undefined> {
  const document = window.activeTextEditor?.document;
  const around = document && workspace.getWorkspaceFolder(document.uri);
  if (around) return around;
  const [only, ...more] = workspace.workspaceFolders ?? [];
  if (only && more.length === 0) return only;
  if (only) return window.showWorkspaceFolderPick();
  await commands.executeCommand("workbench.action.openSettings", "restream-lint");
  return undefined;
}

async function open(uri: Uri): Promise<void> {
  await window.showTextDocument(await workspace.openTextDocument(uri));
}
