import {
  createFileSettings,
  isRestreamFile,
  lint,
  parseSettings,
  SETTINGS_FILES,
  SETTINGS_SCHEMA,
} from "@restream-lint/core";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { lintSettingsIn } from "../src/lint-settings.ts";
import { EXAMPLE_DOCUMENTS } from "./example-documents.ts";
import { extensionFile, MANIFEST } from "./manifest.ts";

// What package.json announces is there, and means what core means.

const { contributes, activationEvents, capabilities } = MANIFEST;

describe("commands", () => {
  const announced = contributes.commands.map(({ command }) => command);

  test("are those that are registered", () => {
    const source = extensionFile("src/commands.ts");
    const [, table = ""] = /byName: .*? = \{\n([^]*?)\n {2}\};/.exec(source) ?? [];
    const registered = Array.from(table.matchAll(/^ {4}(\w+): /gm), ([, name]) => name);
    expect(source).toContain("registerCommand(`restream-lint.${name}`");
    expect(announced.toSorted()).toEqual(registered.map((it) => `restream-lint.${it}`).toSorted());
  });

  test.each(contributes.commands)("$command can be found and shown", (command) => {
    expect(command.title).toMatch(/^[A-Z]/);
    expect(command.category).toBe("restream-lint");
    expect(command.icon).toMatch(/^\$\([a-z-]+\)$/);
  });

  test("in menus exist", () => {
    const inMenus = Object.values(contributes.menus).flatMap((items) =>
      items.map(({ command }) => command),
    );
    expect(inMenus.filter((it) => !announced.includes(it))).toEqual([]);
  });
});

/** Whether a glob of VS Code fits a path: ours hold nothing that core reads in another way. */
function fits(glob: string, path: string): boolean {
  return createFileSettings({ files: [glob] }).isTaken(path) === true;
}

describe("files", () => {
  const NAMES = [
    "restream.yaml",
    "restreams.yml",
    "restream.json",
    "restreams.jsonc",
    "tonight.restream.yaml",
    "tonight.restreams.json",
    ".restream.yaml",
    "shows/tonight/restreams.yaml",
    "shows/tonight.restream.jsonc",
    "myrestreams.yaml",
    "myrestream.json",
    "restreams.yaml.bak",
    "restreams.txt",
    "restreams",
    "docker-compose.yaml",
    "package.json",
    ".restream-lint.yaml",
    ".restream-lint.yml",
    ".restream-lint.json",
    ".restream-lint.jsonc",
    "shows/.restream-lint.yaml",
    "restream-lint.yaml",
    "a.restream-lint.json",
  ];

  test("at which the extension starts are documents and settings files by their names", () => {
    const globs = activationEvents.flatMap((it) =>
      it.startsWith("workspaceContains:") ? [it.slice("workspaceContains:".length)] : [],
    );
    const starting = NAMES.filter((name) => globs.some((glob) => fits(glob, name)));
    expect(starting).toEqual(NAMES.filter((it) => isRestreamFile(it) || isSettingsFile(it)));
  });

  test.each([
    ["restream.schema.json", isRestreamFile],
    ["settings.schema.json", isSettingsFile],
  ])("that get %s are those, where they are JSON", (schema, isTaken) => {
    const globs = contributes.jsonValidation.flatMap(({ fileMatch, url }) =>
      url === `./schema/${schema}` ? fileMatch : [],
    );
    const described = NAMES.filter((name) => globs.some((glob) => fits(glob, name)));
    expect(described).toEqual(NAMES.filter((it) => /\.jsonc?$/.test(it) && isTaken(it)));
  });

  function isSettingsFile(path: string): boolean {
    return SETTINGS_FILES.includes(path.slice(path.lastIndexOf("/") + 1));
  }
});

test("nothing starts the extension where it has nothing to do", () => {
  expect(activationEvents.filter((it) => !it.startsWith("workspaceContains:"))).toEqual([
    "onLanguage:yaml",
    "onLanguage:json",
    "onLanguage:jsonc",
  ]);
});

describe("settings", () => {
  const all = Object.entries(contributes.configuration.properties);
  const submitting = ["restream-lint.apiBaseUri", "restream-lint.envFile"];
  const linting = all.filter(([name]) => !submitting.includes(name));

  test("are those of a settings file, and two for submitting, which come last", () => {
    const fields = Object.keys(SETTINGS_SCHEMA.properties).filter((it) => it !== "$schema");
    expect(all.map(([name]) => name)).toEqual([
      ...fields.map((it) => `restream-lint.${it}`),
      ...submitting,
    ]);
    expect(all.map(([, { order }]) => order)).toEqual(all.map((_, index) => index));
  });

  test("tell the server of linting alone", () => {
    const section = Object.fromEntries(
      all.map(([name]) => [name.replace("restream-lint.", ""), "x"]),
    );
    expect(Object.keys(lintSettingsIn(section) ?? {})).toEqual(
      linting.map(([name]) => name.replace("restream-lint.", "")),
    );
  });

  test.each(all)("%s is documented", (_, setting) => {
    expect(setting.markdownDescription).toMatch(/\S/);
    expect(setting.markdownDescription).not.toContain("undefined");
  });

  test("hold for a folder, but for where a token goes, which no folder says", () => {
    expect(all.filter(([, { scope }]) => scope !== "resource")).toEqual([
      ["restream-lint.apiBaseUri", expect.objectContaining({ scope: "machine" })],
    ]);
  });

  test.each(all)("%s takes its own default", (_, setting) => {
    expect(new Ajv({ strict: false }).validate(setting, setting.default)).toBe(true);
  });

  test("that nobody set say nothing", () => {
    const unset = linting.flatMap(([name, it]) =>
      it.default === null ? [] : [[name.replace("restream-lint.", ""), it.default]],
    );
    const text = JSON.stringify(Object.fromEntries(unset));
    const { settings, diagnostics } = parseSettings(text, { language: "json" });
    expect(diagnostics).toEqual([]);
    const { settingsFor, isTaken } = createFileSettings(settings ?? {});
    for (const { path, document } of EXAMPLE_DOCUMENTS) {
      expect(isTaken(path)).toBeUndefined();
      expect(lint(document, settingsFor(path)), path).toEqual(lint(document));
    }
  });

  test("are none of an untrusted folder's", () => {
    const { restrictedConfigurations } = capabilities.untrustedWorkspaces;
    const ofFolders = all.filter(([, { scope }]) => scope === "resource");
    expect(restrictedConfigurations).toEqual(ofFolders.map(([name]) => name));
  });
});
