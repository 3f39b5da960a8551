import { createGlobs } from "./glob.ts";
import type { Diagnostic } from "../lint.ts";
import type { Range } from "../range.ts";
import type { Edit } from "../rule.ts";
import { rules } from "../rules/index.ts";
import type { Ignore, Settings, SeverityByRule } from "./settings.ts";
import { readSettings } from "./settings-text.ts";
import type { Language } from "../syntax/syntax.ts";

/** What a settings file holds: settings, and which files they are for. */
export interface SettingsFile extends Omit<Settings, "ignore"> {
  /** Other severities for some files; the last one that fits decides. */
  readonly overrides?: readonly Override[];
  /** Globs: which files are restream documents besides those whose names say so; with `!`, which are not. */
  readonly files?: readonly string[];
  readonly ignore?: readonly FileIgnore[];
}

export interface Override {
  /** Globs. */
  readonly files: readonly string[];
  readonly rules: SeverityByRule;
}

/** What is left alone, in some files or in all. */
export interface FileIgnore extends Ignore {
  /** Globs. */
  readonly files?: readonly string[];
}

/** What reading a settings file came to. */
export interface ParsedSettings {
  /** Undefined where something is wrong that linting cannot go on with: an error is among the diagnostics. */
  readonly settings: SettingsFile | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Where the text says what a JSON Pointer leads to. */
  readonly rangeOf: (path: string) => Range | undefined;
  /** The edit that takes an item out of a list, `/ignore/0`; undefined where no way is safe. */
  readonly removalOf: (path: string) => Edit | undefined;
}

/** Reads the text of a settings file. Never throws: what is wrong is in the diagnostics. */
export function parseSettings(
  text: string,
  { language = "yaml" }: { readonly language?: Language } = {},
): ParsedSettings {
  return readSettings(
    text,
    language,
    rules.map(({ id }) => id),
  );
}

/** The settings of a file, made ready for many: all paths are from its folder, with `/`. */
export interface FileSettings {
  /** What holds for one file. */
  readonly settingsFor: (path: string) => Settings;
  /** Whether `files` says that this is a restream document, or that it is none; undefined where it says nothing. */
  readonly isTaken: (path: string) => boolean | undefined;
}

/** Reads the globs of a settings file once. */
export function createFileSettings({
  overrides = [],
  ignore = [],
  files = [],
  ...rest
}: SettingsFile): FileSettings {
  const isTaken = files.length === 0 ? () => undefined : createGlobs(files);
  const overriding = overrides.map((it) => ({ rules: it.rules, fits: createGlobs(it.files) }));
  const ignoring = ignore.map((it) => ({
    entry: it,
    fits: it.files ? createGlobs(it.files) : () => true,
  }));
  return {
    isTaken,
    settingsFor: (path) => {
      const fitting = overriding.filter(({ fits }) => fits(path) === true);
      return {
        ...rest,
        rules: Object.assign({}, rest.rules, ...fitting.map((it) => it.rules)) as SeverityByRule,
        ignore: ignoring.flatMap(({ entry, fits }) => (fits(path) === true ? [entry] : [])),
      };
    },
  };
}
