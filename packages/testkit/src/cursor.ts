/** Where the cursor stands in a fixture, and the text without it. */
export interface Cursor {
  readonly text: string;
  readonly offset: number;
}

/** Takes the cursor, `<|>`, out of a fixture. Throws where there is none: then the test tests nothing. */
export function parseCursor(fixture: string): Cursor {
  const offset = fixture.indexOf("<|>");
  if (offset === -1) throw new Error("the fixture has no cursor <|>");
  return { text: fixture.slice(0, offset) + fixture.slice(offset + 3), offset };
}
