import type { Diagnostic } from "../diagnostic.ts";
import type { Edit } from "../edit.ts";
import type { Range } from "../range.ts";
import type { Ignore, Settings, SeverityByRule } from "./settings.ts";

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
