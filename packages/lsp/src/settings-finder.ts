import {
  createFileSettings,
  type FileSettings,
  languageOf,
  type ParsedSettings,
  parseSettings,
  type Settings,
} from "@restream-lint/core";
import type { Host } from "./host.ts";
import { fileNameOf, folderOf, keyOf, pathFrom } from "./uris.ts";

/** What holds for one file. */
export interface SettingsFor {
  readonly settings: Settings;
  /** Whether the settings say that it is a restream document, or that it is none; undefined where they say nothing. */
  readonly isTaken: boolean | undefined;
}

/** Finds the settings of files: those of the nearest settings file, else those of the editor. */
export interface SettingsFinder {
  /** The same answer for a file until `forget` is called. */
  readonly settingsFor: (uri: string) => Promise<SettingsFor>;
  readonly forget: () => void;
}

/** What the editor is set to, for what is in a folder: a value like a settings file's. */
export type Configuration = (uri: string) => Promise<unknown>;

/** Makes the finder; what is broken is left out, and `onBroken` is told which settings file that is, once. */
export function createSettingsFinder(
  host: Host,
  configuration: Configuration,
  onBroken: (fileName: string) => void,
): SettingsFinder {
  const byFile = new Map<string, Promise<SettingsFor>>();
  const byFolder = new Map<string, Promise<Source | undefined>>();
  const broken = new Set<string>();
  return {
    settingsFor: (uri) => remembered(byFile, keyOf(uri), () => settingsFor(uri)),
    forget: () => {
      byFile.clear();
      byFolder.clear();
    },
  };

  async function settingsFor(uri: string): Promise<SettingsFor> {
    const folder = folderOf(uri);
    const source =
      folder === undefined
        ? undefined
        : await remembered(byFolder, keyOf(folder), () => sourceIn(folder));
    const { byPath, folder: base } = source ?? (await configured(uri));
    const path = pathFrom(base, uri) ?? fileNameOf(uri);
    return { settings: byPath.settingsFor(path), isTaken: byPath.isTaken(path) };
  }

  async function sourceIn(folder: string): Promise<Source | undefined> {
    const found = await host.settingsNear(folder);
    if (!found) return undefined;
    const { uri, text } = found;
    const parsed = parseSettings(text, { language: languageOf(uri) });
    if (parsed.settings) broken.delete(keyOf(uri));
    else if (!broken.has(keyOf(uri))) {
      broken.add(keyOf(uri));
      onBroken(fileNameOf(uri));
    }
    return sourceOf(parsed, folderOf(uri) ?? folder);
  }

  /** Read as if it were the text of a settings file, so that it is judged in the same way. */
  async function configured(uri: string): Promise<Source> {
    const value = (await configuration(uri)) ?? {};
    const parsed = parseSettings(JSON.stringify(value), { language: "json" });
    return sourceOf(parsed, folderOf(uri) ?? uri);
  }
}

interface Source {
  readonly byPath: FileSettings;
  /** What its globs are counted from. */
  readonly folder: string;
}

function sourceOf({ settings = {} }: ParsedSettings, folder: string): Source {
  return { byPath: createFileSettings(settings), folder };
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
