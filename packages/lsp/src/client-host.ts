import {
  createFileSettings,
  type FileSettings,
  isRestreamFile,
  languageOf,
  parseSettings,
  SETTINGS_FILES,
} from "@restream-lint/core";
import { fileTexts } from "./file-texts.ts";
import { isForeign, isWithin } from "./folders.ts";
import type { FileText, Host, SettingsNear } from "./host.ts";
import { answerWithin } from "./patience.ts";
import { FILES_IN, type FilesInParams, TEXT_OF, type TextOfParams } from "./protocol.ts";
import { fileNameOf, folderOf, isSettingsFile, keyOf, pathFrom } from "./uris.ts";

/** What a client host asks of its surroundings. */
export interface Asked {
  /** Whether the client reads files. */
  readonly canAsk: () => boolean;
  /** The folders of the workspace: nothing else is asked for. */
  readonly folders: () => readonly string[];
  readonly request: (method: string, params: TextOfParams | FilesInParams) => Promise<unknown>;
}

/** In milliseconds: the files may have to come over a network, and nobody who types waits for them. */
const PATIENCE = 30_000;
/** More is no answer to count on. */
const MOST_FILES = 100_000;
const LONGEST_URI = 4096;

/** Makes the host of what a client reads for the server. What it does not answer, or not rightly, is not there. */
export function createClientHost({ canAsk, folders, request }: Asked): Host {
  /** How many answers to each method are waited for no longer. */
  const overdue = new Map<string, number>();
  return {
    reads: (uri) => canAsk() && isWithin(folders(), uri),
    settingsNear,
    documentsIn,
    textOf,
  };

  async function settingsNear(folder: string, near: SettingsNear): Promise<FileText | undefined> {
    const uris = SETTINGS_FILES.map((name) => `${folder}${name}`);
    const parent = folderOf(folder.replace(/\/$/, ""));
    const [here, above] = await Promise.all([
      fileTexts({ textOf }, uris),
      parent === undefined ? undefined : near(parent),
    ]);
    return here[0] ?? above;
  }

  async function documentsIn(folder: string): Promise<readonly string[]> {
    const files = filesBelow(folder, await answerTo(FILES_IN, { folder }));
    const texts = await fileTexts({ textOf }, settingsFilesOf(files));
    const settings = new Map(texts.map((it) => [folderIn(pathIn(folder, it.uri)), settingsIn(it)]));
    return files.filter((uri) => {
      const path = pathIn(folder, uri);
      return !isSettingsFile(uri) && (isTaken(path, settings) ?? isRestreamFile(path));
    });
  }

  async function textOf(uri: string): Promise<string | undefined> {
    const text = await answerTo(TEXT_OF, { uri });
    return typeof text === "string" ? text : undefined;
  }

  async function answerTo(method: string, params: TextOfParams | FilesInParams): Promise<unknown> {
    // Who has not answered yet is not asked for more of the same.
    if (overdueOf(method) > 0) return undefined;
    const answer = request(method, params).catch(() => undefined);
    const given = await answerWithin<unknown>(PATIENCE, answer, OVERDUE, () =>
      overdue.set(method, overdueOf(method) - 1),
    );
    if (given !== OVERDUE) return given;
    overdue.set(method, overdueOf(method) + 1);
    return undefined;
  }

  function overdueOf(method: string): number {
    return overdue.get(method) ?? 0;
  }
}

const OVERDUE = Symbol();

/** The files that an answer names, if it is one, each once and in a stable order. */
function filesBelow(folder: string, answer: unknown): readonly string[] {
  if (!Array.isArray(answer) || answer.length > MOST_FILES) return [];
  const uris = answer.filter(
    (it: unknown): it is string =>
      typeof it === "string" &&
      it.length <= LONGEST_URI &&
      isWithin([folder], it) &&
      !isForeign(`/${pathIn(folder, it)}`),
  );
  return Array.from(new Map(uris.map((it) => [keyOf(it), it])).values()).toSorted();
}

/** The settings files of a list; of several in a folder, the one that holds is the last. */
function settingsFilesOf(files: readonly string[]): readonly string[] {
  return SETTINGS_FILES.toReversed().flatMap((name) =>
    files.filter((uri) => fileNameOf(uri) === name),
  );
}

function settingsIn({ uri, text }: FileText): FileSettings {
  const { settings } = parseSettings(text, { language: languageOf(uri) });
  return createFileSettings(settings ?? {});
}

/** What the nearest settings say of a path. */
function isTaken(path: string, byFolder: ReadonlyMap<string, FileSettings>): boolean | undefined {
  let folder = path;
  do {
    folder = folderIn(folder);
    const settings = byFolder.get(folder);
    if (settings) return settings.isTaken(path.slice(folder.length));
  } while (folder !== "");
  return undefined;
}

/** The path of the folder that a path is in, with its `/`; nothing for the topmost. */
function folderIn(path: string): string {
  return path.slice(0, path.replace(/\/$/, "").lastIndexOf("/") + 1);
}

function pathIn(folder: string, uri: string): string {
  return pathFrom(folder, uri) ?? "";
}
