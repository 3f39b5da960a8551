/** The same text with U+FFFD in the place of each lone surrogate, which no encoding can carry. */
export function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, "\ufffd");
}
