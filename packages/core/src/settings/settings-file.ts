import { createGlobs } from "./glob.ts";
import { rules } from "../rules/index.ts";
import type { ParsedSettings, SettingsFile } from "./parsed-settings.ts";
import type { Settings, SeverityByRule } from "./settings.ts";
import { readSettings } from "./settings-text.ts";
import type { Language } from "../syntax/syntax.ts";

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
