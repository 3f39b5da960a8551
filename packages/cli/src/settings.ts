import { basename, dirname, relative, resolve, sep } from "node:path";
import {
  createFileSettings,
  type FileSettings,
  languageOf,
  type ParsedSettings,
  parseSettings,
  PRESETS,
  type Settings,
  type SeverityByRule,
} from "@restream-lint/core";
import { isFileError, nearestSettings, readRegularText } from "@restream-lint/files";
import { UsageError } from "./errors.ts";
import type { Io } from "./io.ts";
import type { Arguments } from "./arguments.ts";
import { reasonOf } from "./reason-of.ts";

/** A settings file that was found. */
export interface SettingsSource {
  /** From the working directory. */
  readonly file: string;
  readonly text: string;
  readonly parsed: ParsedSettings;
  /** Absolute: what its globs are counted from. */
  readonly folder: string;
  /** Undefined where the file is broken. */
  readonly byFile: FileSettings | undefined;
}

/** Finds settings: what the command line says, before what the nearest settings file says. */
export interface SettingsFinder {
  /** For a file, by its path from the working directory; undefined where the settings file is broken. */
  readonly settingsOf: (file: string) => Settings | undefined;
  /** Whether the settings file says that this is a restream document, or that it is none. */
  readonly isTaken: (file: string) => boolean | undefined;
  /** The settings file for a file. */
  readonly sourceOf: (file: string) => SettingsSource | undefined;
  /** The path of a file from its settings file's folder, with `/`. */
  readonly pathOf: (file: string) => string;
  /** The settings file for what is in a folder. */
  readonly sourceFor: (folder: string) => SettingsSource | undefined;
  /** Every settings file that was read. */
  readonly sources: () => readonly SettingsSource[];
}

/** Where settings files are, if not on the disk. */
export interface SettingsFiles {
  /** The nearest one for what is in a folder, absolute. */
  readonly near: (folder: string) => string | undefined;
  /** Throws as `fs` does. */
  readonly textOf: (path: string) => string;
}

const ON_DISK: SettingsFiles = { near: nearestSettings, textOf: readRegularText };

/** Makes the finder for a command line; a settings file is read once. Throws a UsageError for options that say nothing. */
export async function createSettingsFinder(
  args: Arguments,
  io: Pick<Io, "cwd">,
  files: SettingsFiles = ON_DISK,
): Promise<SettingsFinder> {
  const named = args.value("config");
  if (named !== undefined && args.has("no-config"))
    throw new UsageError("--config and --no-config exclude each other");
  const preset = PRESETS.find((it) => it === args.value("preset"));
  const severities = args.has("rule") ? await severitiesNamed(args) : {};
  const read = new Map<string, SettingsSource>();
  /** By folders as they are named in front of files. */
  const byName = new Map<string, SettingsSource | undefined>();
  const byFolder = new Map<string, SettingsSource | undefined>();
  /** Where no settings file says more. */
  const onlyNamed = withNamed({});
  const fixed = named === undefined ? undefined : sourceAt(resolve(io.cwd, named), ON_DISK);
  return { settingsOf, isTaken, sourceOf, pathOf, sourceFor, sources: () => [...read.values()] };

  function settingsOf(file: string): Settings | undefined {
    const source = sourceOf(file);
    if (!source) return onlyNamed;
    return source.byFile && withNamed(source.byFile.settingsFor(pathOf(file)));
  }

  function withNamed(own: Settings): Settings {
    const rules = { ...own.rules, ...severities };
    return { ...own, rules, ...(preset && { extends: preset }) };
  }

  function isTaken(file: string): boolean | undefined {
    const byFile = sourceOf(file)?.byFile;
    return byFile?.isTaken(pathOf(file));
  }

  function sourceOf(file: string): SettingsSource | undefined {
    const folder = dirname(file);
    if (!byName.has(folder)) byName.set(folder, sourceFor(resolve(io.cwd, folder)));
    return byName.get(folder);
  }

  function pathOf(file: string): string {
    const folder = sourceOf(file)?.folder ?? io.cwd;
    return relative(folder, resolve(io.cwd, file)).split(sep).join("/");
  }

  function sourceFor(folder: string): SettingsSource | undefined {
    if (fixed || args.has("no-config")) return fixed;
    if (!byFolder.has(folder)) {
      const path = files.near(folder);
      byFolder.set(folder, path === undefined ? undefined : sourceAt(path, files));
    }
    return byFolder.get(folder);
  }

  function sourceAt(path: string, { textOf }: SettingsFiles): SettingsSource {
    const known = read.get(path);
    if (known) return known;
    const file = relative(io.cwd, path) || basename(path);
    try {
      const text = textOf(path);
      const parsed = parseSettings(text, { language: languageOf(path) });
      const byFile = parsed.settings && createFileSettings(parsed.settings);
      const source = { file, text, parsed, folder: dirname(path), byFile };
      read.set(path, source);
      return source;
    } catch (error) {
      if (!isFileError(error)) throw error;
      throw new UsageError(`${file}: ${reasonOf(error)}`, { cause: error });
    }
  }
}

/** The severities that the command line says; few do. */
async function severitiesNamed(args: Arguments): Promise<SeverityByRule> {
  return (await import("./severities.ts")).severitiesOf(args.values("rule"));
}
