/** A file's text, and where it is. */
export interface FileText {
  readonly uri: string;
  readonly text: string;
}

/** What the server needs of the machine that it runs on. What cannot be read is as if it were not there: nothing here fails. */
export interface Host {
  /** Whether a file or folder is for this host to read. */
  readonly reads: (uri: string) => boolean;
  /**
   * The nearest settings file for what is in a folder, looking upwards to the root of the repository, or of what there is.
   * Where that comes to the folder above, `near` may know the answer already.
   */
  readonly settingsNear: (folder: string, near: SettingsNear) => Promise<FileText | undefined>;
  /** The restream documents below a folder, by their names or by what settings files say, in a stable order. */
  readonly documentsIn: (folder: string) => Promise<readonly string[]>;
  readonly textOf: (uri: string) => Promise<string | undefined>;
}

/** The nearest settings file for what is in a folder, as it was found already where it was. */
export type SettingsNear = (folder: string) => Promise<FileText | undefined>;

/** A host without files. */
export const NO_FILES: Host = {
  reads: () => false,
  settingsNear: () => Promise.resolve(undefined),
  documentsIn: () => Promise.resolve([]),
  textOf: () => Promise.resolve(undefined),
};

/** Several hosts as one: the first that reads a file is the only one that is asked for it. */
export function firstOf(hosts: readonly Host[]): Host {
  const hostOf = (uri: string): Host => hosts.find(({ reads }) => reads(uri)) ?? NO_FILES;
  return {
    reads: (uri) => hosts.some(({ reads }) => reads(uri)),
    settingsNear: (folder, near) => hostOf(folder).settingsNear(folder, near),
    documentsIn: (folder) => hostOf(folder).documentsIn(folder),
    textOf: (uri) => hostOf(uri).textOf(uri),
  };
}
