/** A file's text, and where it is. */
export interface FileText {
  readonly uri: string;
  readonly text: string;
}

/** What the server needs of the machine that it runs on. What cannot be read is as if it were not there: nothing here fails. */
export interface Host {
  /** The nearest settings file for what is in a folder, looking upwards to the root of the repository. */
  readonly settingsNear: (folder: string) => Promise<FileText | undefined>;
  /** The restream documents below a folder, by their names or by what settings files say, in a stable order. */
  readonly documentsIn: (folder: string) => Promise<readonly string[]>;
  readonly textOf: (uri: string) => Promise<string | undefined>;
}

/** A host without files. */
export const NO_FILES: Host = {
  settingsNear: () => Promise.resolve(undefined),
  documentsIn: () => Promise.resolve([]),
  textOf: () => Promise.resolve(undefined),
};
