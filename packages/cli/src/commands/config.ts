import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  createFileSettings,
  lineStartsOf,
  positionAt,
  type Rule,
  rules,
  type Settings,
  severityOf,
} from "@restream-lint/core";
import { hasColor } from "../color.ts";
import { UsageError } from "../errors.ts";
import { EXIT, type Io } from "../io.ts";
import type { Arguments } from "../arguments.ts";
import { printReports } from "../printing/print-reports.ts";
import { configSheet, type Setting } from "../reporters/config-sheet.ts";
import { jsonText } from "../reporters/json-text.ts";
import { summaryOf } from "../report.ts";
import { createSettingsFinder, type SettingsFinder, type SettingsSource } from "../settings.ts";
import { settingsReports } from "../settings-reports.ts";

/** Shows the settings in force for a file, and where each comes from. */
export async function showConfig(args: Arguments, io: Io): Promise<number> {
  const [path = ".", ...more] = args.paths;
  if (more.length > 0) throw new UsageError("config takes one path");
  const isFolder = statSync(resolve(io.cwd, path), { throwIfNoEntry: false })?.isDirectory();
  const file = isFolder ? join(path, "restreams.yaml") : path;

  const finder = await createSettingsFinder(args, io);
  const settings = finder.settingsOf(file);
  const reports = settingsReports(finder);
  if (!settings || reports.length > 0) {
    const report = { ...args, value: () => undefined };
    await printReports(reports, summaryOf(reports), report, io, io.stderr);
  }
  if (!settings) return EXIT.usage;

  const list = settingsIn(settings, createOrigin(file, args, finder));
  const from = finder.sourceOf(file)?.file ?? null;
  io.stdout.write(
    args.value("format") === "json"
      ? jsonText({ version: 1, file, settings: from, ...byName(list) })
      : configSheet(file, from, list, hasColor(args, io, io.stdout)),
  );
  return EXIT.ok;
}

/** Where a setting is made: `.restream-lint.yaml:3`, `--preset`; undefined where nobody made it. */
type Origin = (setting: string) => string | undefined;

function settingsIn(settings: Settings, originOf: Origin): readonly Setting[] {
  const { latencyUnit, network, targets = [], ignore = [] } = settings;
  const preset = settings.extends ?? "recommended";
  return [
    { name: "extends", value: preset, origin: originOf("extends") },
    { name: "latencyUnit", value: latencyUnit ?? null, origin: originOf("latencyUnit") },
    { name: "network", value: network ?? null, origin: originOf("network") },
    { name: "targets", value: targets.length, origin: originOf("targets") },
    { name: "ignore", value: ignore.length, origin: originOf("ignore") },
    ...rules.map((rule) => ruleSetting(rule, settings, originOf)),
  ];
}

function ruleSetting(rule: Rule, settings: Settings, originOf: Origin): Setting {
  const value = severityOf(rule, {}, settings);
  const isOwn = settings.rules?.[rule.id] !== undefined;
  const isRaised = !isOwn && value !== rule.severity;
  const origin = isOwn ? originOf(rule.id) : isRaised ? `extends: ${settings.extends}` : undefined;
  return { name: rule.id, value, origin, isRule: true };
}

function createOrigin(file: string, args: Arguments, finder: SettingsFinder): Origin {
  const source = finder.sourceOf(file);
  const byOption = new Set(args.values("rule").map((it) => it.split("=", 1)[0]));
  return (setting) => {
    if (setting === "extends" && args.has("preset")) return "--preset";
    if (byOption.has(setting)) return "--rule";
    return source && placeIn(source, pathOf(setting, file, source, finder));
  };
}

/** The JSON Pointer of what makes a setting: for a rule the last override that fits, else `rules`. */
function pathOf(
  setting: string,
  file: string,
  { parsed }: SettingsSource,
  finder: SettingsFinder,
): string {
  if (!rules.some(({ id }) => id === setting)) return `/${setting}`;
  const index = (parsed.settings?.overrides ?? []).findLastIndex((override) => {
    const { settingsFor } = createFileSettings({ overrides: [override] });
    return settingsFor(finder.pathOf(file)).rules?.[setting] !== undefined;
  });
  return index === -1 ? `/rules/${setting}` : `/overrides/${index}/rules/${setting}`;
}

function placeIn({ file, text, parsed }: SettingsSource, path: string): string | undefined {
  const range = parsed.rangeOf(path);
  return range && `${file}:${positionAt(lineStartsOf(text), range.start).line + 1}`;
}

function byName(list: readonly Setting[]): object {
  const entry = ({ name, value, origin }: Setting) => [name, { value, from: origin ?? null }];
  return {
    ...Object.fromEntries(list.filter((it) => !it.isRule).map(entry)),
    rules: Object.fromEntries(list.filter((it) => it.isRule).map(entry)),
  };
}
