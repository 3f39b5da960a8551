/** Settings that the server is not told: they are for this extension, and for the library below it. */
const OWN = new Set(["trace", "apiBaseUri", "envFile"]);

/** What a section of the editor's settings says of linting, without what nobody set, which the editor gives as `null`. */
export function lintSettingsIn(section: unknown): unknown {
  if (typeof section !== "object" || section === null || Array.isArray(section)) return section;
  const set = Object.entries(section).filter(([name, value]) => value !== null && !OWN.has(name));
  return Object.fromEntries(set);
}
