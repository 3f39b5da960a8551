import { SETTINGS_SCHEMA, type SettingsShape } from "../schema/settings-schema.ts";

/** What the schema says of a place in a settings file: keys from the root down, undefined for an item of a list. Undefined where it knows none. */
export function settingsShapeAt(path: readonly (string | undefined)[]): SettingsShape | undefined {
  let shape: SettingsShape | undefined = SETTINGS_SCHEMA;
  for (const key of path) {
    if (!shape) return undefined;
    shape = key === undefined ? shape.items : memberOf(shape, key);
  }
  return shape;
}

function memberOf(shape: SettingsShape, key: string): SettingsShape | undefined {
  const { properties = {} } = shape;
  return Object.hasOwn(properties, key) ? properties[key] : othersOf(shape);
}

/** What a schema says of members with any other name: in `rules`, the severities. */
export function othersOf({ additionalProperties }: SettingsShape): SettingsShape | undefined {
  return typeof additionalProperties === "object" && additionalProperties !== null
    ? { ...additionalProperties }
    : undefined;
}
