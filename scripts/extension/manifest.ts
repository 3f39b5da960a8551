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
  const properties = settingsOf(IN_AN_EDITOR);
  return `${JSON.stringify(
    {
      ...written,
      version: VERSION,
      capabilities: {
        ...capabilities,
        untrustedWorkspaces: {
          ...capabilities.untrustedWorkspaces,
          restrictedConfigurations: Object.keys(properties),
        },
      },
      contributes: { ...contributes, configuration: { title: "restream-lint", properties } },
    },
    undefined,
    2,
  )}\n`;
}

/** What an editor may be set to: the fields of a settings file that mean something there. */
function settingsOf({ properties = {} }: SettingsShape): Readonly<Record<string, object>> {
  const fields = Object.entries(properties).filter(([name]) => name !== "$schema");
  return Object.fromEntries(
    fields.map(([name, field], order) => [`restream-lint.${name}`, settingOf(name, field, order)]),
  );
}

/** A setting that nobody set must say nothing: it is empty, or null. */
function settingOf(name: string, field: SettingsShape, order: number): object {
  const { description = field.items?.["description"], enum: words, default: preset } = field;
  const documented = {
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
