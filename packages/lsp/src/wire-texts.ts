import type { Connection, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { isForeign } from "./folders.ts";
import type { OpenTexts } from "./open-texts.ts";
import { isSettingsFile } from "./uris.ts";

/** Who hears of what a client tells. */
export interface Listeners {
  readonly texts: OpenTexts;
  readonly textsChanged: () => void;
  /** A file may have changed that is not open. */
  readonly diskChanged: () => void;
  readonly edited: (uri: string, changes: readonly TextDocumentContentChangeEvent[]) => void;
  readonly closed: (uri: string) => void;
  /** The client tells its settings, or that they changed. */
  readonly told: (settings: unknown) => void;
  readonly editorChanged: () => void;
  /** Whether the client watches files for us. */
  readonly isWatching: () => boolean;
}

/** Hears what a client tells of its texts, its files and its settings. */
export function wireTexts(
  connection: Connection,
  { texts, textsChanged, diskChanged, edited, closed, told, editorChanged, isWatching }: Listeners,
): void {
  connection.onDidOpenTextDocument(({ textDocument }) => {
    texts.open(textDocument);
    textsChanged();
  });
  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    try {
      texts.change(textDocument, contentChanges);
    } finally {
      // A change that is none fails, after others may have been made.
      edited(textDocument.uri, contentChanges);
    }
    textsChanged();
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    texts.close(uri);
    closed(uri);
    textsChanged();
  });
  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => {
    // Who watches no files says at least this; and nobody watches beyond the folders of the workspace.
    if (!isWatching() || isSettingsFile(uri)) diskChanged();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => !isForeign(uri))) diskChanged();
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    told(settings);
    editorChanged();
  });
}
