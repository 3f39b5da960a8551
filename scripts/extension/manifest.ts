import { VERSION } from "../../packages/cli/src/version.ts";
import { rules } from "../../packages/core/src/index.ts";
import {
  SETTINGS_SCHEMA,
  type SettingsShape,
} from "../../packages/core/src/schema/settings-schema.ts";

/** What is written by hand of the extension's package.json, as far as it is read here. */
interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: object };
  readonly contributes: object;
}

/** The fields of a settings file in the words of an editor's settings, which stand in no folder of their own. */
const IN_AN_EDITOR: SettingsShape = JSON.parse(
  JSON.stringify(SETTINGS_SCHEMA).replaceAll("the folder of this file", "the folder that is open"),
);

/** The extension's package.json with what core knows: the settings, each documented, and that an untrusted folder sets none. */
export function withGenerated(manifest: string): string {
  const written: Manifest = JSON.parse(manifest);
  const { capabilities, contributes } = written;
  const linting = settingsOf(IN_AN_EDITOR);
  const properties = { ...linting, ...withOrder(SUBMITTING, Object.keys(linting).length) };
  return `${JSON.stringify(
    {
      ...written,
      version: VERSION,
      capabilities: {
        ...capabilities,
        untrustedWorkspaces: {
          ...capabilities.untrustedWorkspaces,
          restrictedConfigurations: restrictedIn(properties),
        },
      },
      contributes: { ...contributes, configuration: { title: "restream-lint", properties } },
    },
    undefined,
    2,
  )}\n`;
}

/** What planning and submitting need to know, which stands in no settings file: it is a person's, not a document's. */
const SUBMITTING: Readonly<Record<string, Setting>> = {
  "restream-lint.apiBaseUri": {
    scope: "machine",
    markdownDescription:
      "Where *Plan* and *Submit* find Gcore's API: an `https://` URI. Empty: `https://api.gcore.com`. An API token goes to the host alone that it was given for.",
    type: "string",
    default: "",
  },
  "restream-lint.envFile": {
    scope: "resource",
    markdownDescription:
      "The file that *Plan* and *Submit* fill in variables such as `${YOUTUBE_KEY}` from, one `NAME=value` a line: its path in the workspace folder, such as `.env`. Keep it out of git.",
    type: "string",
    default: "",
  },
};

interface Setting {
  readonly scope: "machine" | "resource";
  readonly [keyword: string]: unknown;
}

function withOrder(
  settings: Readonly<Record<string, Setting>>,
  first: number,
): Readonly<Record<string, Setting>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, { scope, ...more }], index) => [
      name,
      { scope, order: first + index, ...more },
    ]),
  );
}

/** What a folder could set; of what is a machine's, it can set nothing. */
function restrictedIn(properties: Readonly<Record<string, Setting>>): readonly string[] {
  return Object.entries(properties).flatMap(([name, { scope }]) =>
    scope === "resource" ? [name] : [],
  );
}

/** What an editor may be set to: the fields of a settings file that mean something there. */
function settingsOf({ properties = {} }: SettingsShape): Readonly<Record<string, Setting>> {
  const fields = Object.entries(properties).filter(([name]) => name !== "$schema");
  return Object.fromEntries(
    fields.map(([name, field], order) => [`restream-lint.${name}`, settingOf(name, field, order)]),
  );
}

/** A setting that nobody set must say nothing: it is empty, or null. */
function settingOf(name: string, field: SettingsShape, order: number): Setting {
  const { description = field.items?.["description"], enum: words, default: preset } = field;
  const documented: Setting = {
    scope: "resource",
    order,
    markdownDescription: `${String(description)} It counts only where there is no settings file.`,
  };
  if (name === "rules") return { ...documented, type: "object", default: {}, ...severities(field) };
  if (Array.isArray(words)) {
    if (preset !== undefined)
      return { ...documented, type: "string", enum: words, default: preset };
    return { ...documented, type: ["string", "null"], enum: [...words, null], default: null };
  }
  return { ...documented, type: "array", items: field.items, default: [] };
}

function severities({ additionalProperties }: SettingsShape): object {
  return {
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, docs }) => [
        id,
        { ...(additionalProperties as object), type: "string", description: docs.summary },
      ]),
    ),
  };
}
