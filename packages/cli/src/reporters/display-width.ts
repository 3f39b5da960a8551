import stringWidth from "string-width";

/** How many columns of a terminal a text takes: a module of its own, since its tables cost more than a whole run. */
export function displayWidth(text: string): number {
  return stringWidth(text);
}
