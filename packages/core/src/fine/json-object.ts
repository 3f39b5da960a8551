/**
 * Where a JSON object ends that begins here, as far as its brackets and texts tell: parsing it may find that it is none.
 * Undefined where another thing begins, or the parser may see other brackets than these.
 */
export function endOfObject(text: string, start: number): number | undefined {
  if (text.charCodeAt(start) !== OPEN_BRACE) return undefined;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = lastOfText(text, at);
        break;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        depth += 1;
        break;
      case CLOSE_BRACE:
      case CLOSE_BRACKET:
        depth -= 1;
        if (depth === 0) return at + 1;
        break;
      // What is in a comment counts for nothing.
      case SLASH:
        return undefined;
      default:
    }
  }
  return undefined;
}

/** Where the last character of a text stands: its closing quote, or what its line ends with where that is missing. */
function lastOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === QUOTE) return at;
    if (unit === FEED || unit === RETURN) return at - 1;
    if (unit === BACKSLASH) at += 1;
  }
  return text.length;
}

const FEED = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const SLASH = 0x2f;
const OPEN_BRACKET = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
