import { resolve, sep } from "node:path";
import {
  applyEdits,
  type Diagnostic,
  type Edit,
  createSettingsMask,
  type FileIgnore,
  type Ignore,
  languageOf,
  pageOf,
  parseDocument,
  rules,
  type Settings,
  severityOf,
} from "@restream-lint/core";
import type { Mark } from "./marks.ts";
import { named } from "./named.ts";
import type { Linted } from "./linted-text.ts";
import { type FileReport, withDiagnostics } from "./report.ts";
import type { SettingsFinder, SettingsSource } from "./settings.ts";
import { writeText } from "./text-files.ts";

/** What is wrong with the settings files themselves; nothing for those that are right. */
export function settingsReports(
  finder: SettingsFinder,
  linted: readonly Linted[] = [],
  searched: readonly string[] = [],
): FileReport[] {
  return finder.sources().flatMap((source) => {
    const { file, text, parsed } = source;
    const settings = finder.settingsOf(file);
    const isWhole = searched.some((it) => `${source.folder}${sep}`.startsWith(`${it}${sep}`));
    const own = linted.filter((it) => finder.sourceOf(it.file) === source);
    const diagnostics = [...parsed.diagnostics, ...unusedIgnores(source, own, isWhole, finder)];
    const shown = settings ? diagnostics.flatMap((it) => inForce(it, settings)) : diagnostics;
    if (shown.length === 0) return [];
    const mask = createSettingsMask(parseDocument(text, { language: languageOf(file) }));
    const report = {
      file,
      text,
      diagnostics: shown,
      suppressed: 0,
      mask,
      markOf,
      fileOf: () => file,
    };
    return [{ ...report, isSettings: true }];
  });
}

/**
 * The entries of `ignore` that silence nothing. That is known of those that name single files, if each was linted, and
 * of all others where the whole folder was; not of those for files that were not looked at.
 */
function unusedIgnores(
  { parsed }: SettingsSource,
  linted: readonly Linted[],
  isWhole: boolean,
  finder: SettingsFinder,
): Diagnostic[] {
  const names = new Set(linted.map(({ file }) => finder.pathOf(file)));
  const asked = new Set(linted.flatMap(({ settings }) => settings.ignore ?? []));
  const used = new Set(linted.flatMap(usedIgnores));
  const isProven = (ignore: FileIgnore) =>
    (isWhole && asked.has(ignore)) || ignore.files?.every((it) => names.has(it));
  return (parsed.settings?.ignore ?? []).flatMap((ignore, index) => {
    const path = `/ignore/${index}`;
    const range = parsed.rangeOf(path);
    if (used.has(ignore) || !range || !isProven(ignore)) return [];
    const rule = "unused-suppression";
    const message = 'This entry of "ignore" silences nothing: delete it';
    const edit = parsed.removalOf(path);
    const fixes = edit ? [{ title: "Delete the entry", safe: true, edits: [edit] }] : [];
    return [
      {
        rule,
        severity: "warning",
        message,
        range,
        path,
        url: pageOf(rule),
        fixes,
        related: [],
      },
    ];
  });
}

/** Those that silenced something, or of which nothing proves that they did not. */
function usedIgnores({ settings, unusedIgnores: unused }: Linted): readonly Ignore[] {
  const isUnused = new Set(unused);
  return (settings.ignore ?? []).filter((it) => !isUnused.has(it));
}

/** Applies the safe fixes of settings files, and answers what is left to say of them: fixes that touch wait for the next run. */
export function fixSettings(reports: readonly FileReport[], cwd: string): FileReport[] {
  return reports.flatMap((report) => {
    const edits: Edit[] = [];
    const left = report.diagnostics.filter(({ fixes }) => {
      const [edit] = fixes.find(({ safe }) => safe)?.edits ?? [];
      const end = edits.at(-1)?.range.end ?? 0;
      if (!edit || edit.range.start < end) return true;
      edits.push(edit);
      return false;
    });
    const { file, text } = report;
    if (edits.length > 0) named(file, () => writeText(resolve(cwd, file), applyEdits(text, edits)));
    return left.length === 0 ? [] : [withDiagnostics(report, left)];
  });
}

/** A diagnostic as bad as the settings themselves make it; what nothing can go on with is an error. */
function inForce(diagnostic: Diagnostic, settings: Settings): Diagnostic[] {
  const rule = rules.find(({ id }) => id === diagnostic.rule);
  if (!rule || diagnostic.severity === "error") return [diagnostic];
  const severity = severityOf(rule, diagnostic, settings);
  return severity === "off" ? [] : [{ ...diagnostic, severity }];
}

/** Of what holds no restreams. */
function markOf({ rule, path }: Diagnostic): Mark {
  return { rule, path };
}
