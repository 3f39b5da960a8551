import { createFileSettings, languageOf, parseSettings, type Settings } from "@restream-lint/core";
import type { FileText, Host } from "./host.ts";
import { answerWithin, WHILE_TYPING } from "./patience.ts";
import { fileNameOf, folderOf, keyOf, pathFrom } from "./uris.ts";

/** What holds for one file. */
export interface SettingsFor {
  readonly settings: Settings;
  /** Whether the settings say that it is a restream document, or that it is none; undefined where they say nothing. */
  readonly isTaken: boolean | undefined;
}

/** Finds the settings of files: those of the nearest settings file, else those of the editor. */
export interface SettingsFinder {
  /** The very same answer for a file as long as its settings stay as they are. */
  readonly settingsFor: (uri: string) => Promise<SettingsFor>;
  /** The settings file that they are of; undefined where they are the editor's. */
  readonly fileFor: (uri: string) => Promise<FileText | undefined>;
  /** Settings files may have changed: they are looked up again. */
  readonly forgetFiles: () => void;
  /** What the editor is set to may have changed: it is asked again. */
  readonly forgetEditor: () => void;
}

/** What the finder asks of its surroundings. */
export interface Asked {
  readonly host: Pick<Host, "settingsNear">;
  /** The folder of the workspace that a file is in. */
  readonly workspaceFolderOf: (uri: string) => string | undefined;
  /** What the editor is set to, for what is in a folder of the workspace: a value like a settings file's. */
  readonly configurationFor: (folder: string | undefined) => Promise<unknown>;
  /** Told once of settings that are broken, and left out, in words for a person. */
  readonly onBroken: (message: string) => void;
  /** Told of a settings file that was not waited for: from now on it holds. */
  readonly onLate: () => void;
}

/** Makes the finder. */
export function createSettingsFinder(asked: Asked): SettingsFinder {
  const { host, workspaceFolderOf, configurationFor, onBroken, onLate } = asked;
  /** What a host says of each folder, and what is known of that in time. */
  const near = new Map<string, Promise<FileText | undefined>>();
  const inTime = new Map<string, Promise<FileText | undefined>>();
  const configured = new Map<string, Promise<string>>();
  /** What was read last of each settings file, and of what the editor is set to for each folder. */
  const sources = new Map<string, Source>();
  return {
    settingsFor,
    fileFor,
    forgetFiles: () => {
      near.clear();
      inTime.clear();
    },
    forgetEditor: () => configured.clear(),
  };

  async function settingsFor(uri: string): Promise<SettingsFor> {
    const file = await fileFor(uri);
    const source = file ? sourceIn(file) : await sourceInEditor(uri);
    const path = source.folder === undefined ? undefined : pathFrom(source.folder, uri);
    return source.settingsFor(path ?? fileNameOf(uri));
  }

  async function fileFor(uri: string): Promise<FileText | undefined> {
    const folder = folderOf(uri);
    if (folder === undefined) return undefined;
    const key = keyOf(folder);
    return remembered(inTime, key, () => {
      const answer = fileNear(folder);
      return answerWithin(WHILE_TYPING, answer, undefined, (file) => {
        // It may have been asked for anew meanwhile.
        if (!file || near.get(key) !== answer) return;
        inTime.set(key, answer);
        onLate();
      });
    });
  }

  function fileNear(folder: string): Promise<FileText | undefined> {
    return remembered(near, keyOf(folder), () => host.settingsNear(folder, fileNear));
  }

  function sourceIn({ uri, text }: FileText): Source {
    const known = sources.get(keyOf(uri));
    if (known?.text === text) return known;
    const source = sourceOf(text, folderOf(uri), languageOf(uri));
    if (source.fault !== undefined && known?.fault === undefined)
      onBroken(`${fileNameOf(uri)} has errors, so its settings are left out. Open it to see them.`);
    sources.set(keyOf(uri), source);
    return source;
  }

  /** What the editor is set to is read as if it were the text of a settings file in the folder of the workspace. */
  async function sourceInEditor(uri: string): Promise<Source> {
    const folder = workspaceFolderOf(uri);
    const key = folder === undefined ? "" : keyOf(folder);
    const text = await remembered(configured, key, async () =>
      JSON.stringify((await configurationFor(folder)) ?? {}),
    );
    const known = sources.get(key);
    if (known?.text === text) return known;
    const source = sourceOf(text, folder, "json");
    if (source.fault !== undefined && known?.fault !== source.fault)
      onBroken(`The editor's settings of restream-lint are left out: ${source.fault}.`);
    sources.set(key, source);
    return source;
  }
}

/** Settings as they were read. */
interface Source {
  readonly text: string;
  /** Why they are left out; undefined where they hold. */
  readonly fault: string | undefined;
  /** What its globs are counted from; undefined where only a file's name can be compared with them. */
  readonly folder: string | undefined;
  readonly settingsFor: (path: string) => SettingsFor;
}

function sourceOf(
  text: string,
  folder: string | undefined,
  language: "yaml" | "json" | "jsonc",
): Source {
  const { settings, diagnostics } = parseSettings(text, { language });
  const error = diagnostics.find(({ severity }) => severity === "error");
  const byPath = createFileSettings(settings ?? {});
  const known = new Map<string, SettingsFor>();
  return {
    text,
    fault: settings ? undefined : (error?.message ?? "they cannot be read"),
    folder,
    settingsFor: (path) => {
      const found = known.get(path) ?? {
        settings: byPath.settingsFor(path),
        isTaken: byPath.isTaken(path),
      };
      known.set(path, found);
      return found;
    },
  };
}

function remembered<T>(
  known: Map<string, Promise<T>>,
  key: string,
  create: () => Promise<T>,
): Promise<T> {
  const value = known.get(key) ?? create();
  known.set(key, value);
  return value;
}
