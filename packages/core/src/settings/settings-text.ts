import { isMapping } from "../is-mapping.ts";
import { pointer } from "../forms.ts";
import { globFault } from "./glob.ts";
import { settingsErrors } from "../schema/generated/settings-validator.ts";
import { SETTINGS_SCHEMA } from "../schema/settings-schema.ts";
import type { ParsedSettings, SettingsFile } from "./parsed-settings.ts";
import { SettingsFindings } from "./settings-findings.ts";
import { duplicatesIn } from "../shape/duplicates.ts";
import { isHarmlessName } from "../shape/field-name.ts";
import { entriesOf } from "../shape/plain.ts";
import { headOf } from "../syntax/head.ts";
import { isNull, type Node } from "../syntax/node.ts";
import { type Language, parseSyntax } from "../syntax/syntax.ts";

/** Reads a settings file, given the IDs of all rules. Never throws: what is wrong is in the diagnostics. */
export function readSettings(
  text: string,
  language: Language,
  ruleIds: readonly string[],
): ParsedSettings {
  const { roots, faults } = parseSyntax(text, language);
  const [root, second] = roots;
  const found = new SettingsFindings(text, root);
  for (const { message, range } of faults) found.add("syntax-error", "error", message, "", range);
  for (const { entry, path } of duplicatesIn(roots)) {
    found.add(
      "duplicate-key",
      "error",
      "This key is there twice: delete one",
      path,
      entry.key.range,
    );
  }
  if (second)
    found.add(
      "syntax-error",
      "error",
      "Settings are one YAML document: nothing can follow a ---",
      "",
      headOf(text, second),
    );

  // What a broken text seems to say is not what it means.
  const isEmpty = !root || isNull(root) || faults.length > 0;
  const value = isEmpty ? {} : plainOf(root, "");
  if (!isMapping(value))
    found.at("wrong-type", "error", "Settings must be a mapping of fields", "");
  const settings = isMapping(value) ? value : {};
  for (const error of settingsErrors(settings)) found.addError(error);
  checkMeaning(settings, ruleIds, found);
  return {
    settings: found.hasErrors ? undefined : settingsOf(settings),
    diagnostics: found.all,
    rangeOf: (path) => found.rangeAt(path),
    removalOf: (path) => found.removalAt(path),
  };
}

type RawGlobs = string | readonly string[];

/** The file's value, once the schema has nothing against it. */
interface RawSettings extends Omit<SettingsFile, "files" | "overrides" | "ignore"> {
  readonly files?: RawGlobs;
  readonly overrides?: readonly (Omit<Required<SettingsFile>["overrides"][number], "files"> & {
    readonly files: RawGlobs;
  })[];
  readonly ignore?: readonly (Omit<Required<SettingsFile>["ignore"][number], "files"> & {
    readonly file?: RawGlobs;
  })[];
}

function settingsOf({ files, overrides, ignore, ...raw }: RawSettings): SettingsFile {
  const known = Object.entries(raw).filter(
    ([name]) => name !== "$schema" && Object.hasOwn(SETTINGS_SCHEMA.properties, name),
  );
  return {
    ...Object.fromEntries(known),
    ...(files !== undefined && { files: [files].flat() }),
    ...(overrides && { overrides: overrides.map((it) => ({ ...it, files: [it.files].flat() })) }),
    ...(ignore && {
      ignore: ignore.map(({ file, ...it }) => ({
        ...it,
        ...(file !== undefined && { files: [file].flat() }),
      })),
    }),
  };
}

/** Checks what no schema can say: names of rules, globs, ranges. Of what is not of its type, nothing. */
function checkMeaning(
  settings: Readonly<Record<string, unknown>>,
  ruleIds: readonly string[],
  found: SettingsFindings,
): void {
  checkRules(settings["rules"], "/rules");
  checkGlobs(settings["files"], "/files");
  for (const [path, { files, rules }] of mappingsIn(settings, "overrides")) {
    checkRules(rules, `${path}/rules`);
    checkGlobs(files, `${path}/files`);
  }
  for (const [path, { rule, file }] of mappingsIn(settings, "ignore")) {
    if (typeof rule === "string") checkRule(rule, `${path}/rule`, false);
    checkGlobs(file, `${path}/file`);
  }
  for (const [path, { host, latency }] of mappingsIn(settings, "targets")) {
    if (typeof host === "string" && !HOST.test(host)) {
      const message =
        '"host" must be a host, or "*." and what hosts end with: no scheme, port or path';
      found.at("wrong-type", "error", message, `${path}/host`);
    }
    const { min, max } = isMapping(latency) ? latency : {};
    if (typeof min === "number" && typeof max === "number" && min > max) {
      found.at("wrong-type", "error", '"min" must not be above "max"', `${path}/latency/min`);
    }
  }

  function checkRules(rules: unknown, path: string): void {
    if (!isMapping(rules)) return;
    for (const id of Object.keys(rules)) checkRule(id, pointer(path, id), true);
  }

  function checkRule(id: string, path: string, isKey: boolean): void {
    if (ruleIds.includes(id)) return;
    const meant = found.guess(id, ruleIds);
    const shown = isHarmlessName(id) ? `called "${id}"` : "called so";
    const hint =
      meant === undefined ? "restream-lint rules lists them" : `did you mean "${meant}"?`;
    found.at("unknown-rule", "warning", `No rule is ${shown}: ${hint}`, path, { isKey, meant });
  }

  function checkGlobs(globs: unknown, path: string): void {
    for (const [index, glob] of [globs].flat().entries()) {
      const fault = typeof glob === "string" ? globFault(glob) : undefined;
      const place = Array.isArray(globs) ? `${path}/${index}` : path;
      if (fault !== undefined) found.at("wrong-type", "error", `This glob ${fault}`, place);
    }
  }
}

/** A name, `*.` and a name, or an IP address. */
const HOST = /^(?:(?:\*\.)?[^\s*/:@[\]]+|\[?[0-9a-f:.]+\]?)$/i;

/** The mappings of a list, and the JSON Pointer of each. */
function mappingsIn(
  settings: Readonly<Record<string, unknown>>,
  name: string,
): readonly (readonly [string, Readonly<Record<string, unknown>>])[] {
  const list = settings[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((it: unknown, index) =>
    isMapping(it) ? [[`/${name}/${index}`, it] as const] : [],
  );
}

/** A node as a plain value; null is the same as absent, but for what has no name that is known. */
function plainOf(node: Node, path: string): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "sequence") return node.items.map((item) => plainOf(item, `${path}/-`));
  const plain: Record<string, unknown> = {};
  for (const [name, { value }] of entriesOf(node)) {
    const isAbsent = !value || isNull(value);
    if (isAbsent && (path !== "" || Object.hasOwn(SETTINGS_SCHEMA.properties, name))) continue;
    const member = isAbsent ? null : plainOf(value, pointer(path, name));
    Object.defineProperty(plain, name, { value: member, enumerable: true });
  }
  return plain;
}
