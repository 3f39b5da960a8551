/** More than any list in an editor shows of a name. */
const LONGEST = 60;

/**
 * A text that fits into a list: on one line, cut after 60 characters unless said otherwise, without what cannot be seen or
 * turns the direction of writing.
 */
export function oneLine(text: string, longest: number = LONGEST): string {
  const visible = text
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .replaceAll(/(?![\u200c\u200d])[\p{Cf}\p{Cs}]/gu, "")
    .trim();
  // Joiners are letters' and emojis' own; by themselves they show nothing.
  if (!/[^\s\u200c\u200d]/u.test(visible)) return "";
  const characters = Array.from(visible.slice(0, 2 * (longest + 1)));
  if (characters.length <= longest) return visible;
  const start = characters.slice(0, longest - 1).join("");
  return `${start.trimEnd()}…`;
}
