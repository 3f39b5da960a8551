import type { Directive } from "./suppression.ts";

/** What each directive does, as a sentence in Markdown; in the order in which to offer them. */
export const DIRECTIVE_DOCS: Readonly<Record<Directive, string>> = {
  "disable-next-line":
    "Leaves findings alone on the next line that holds more than blanks and comments, and in all of a restream or a stream that begins there.",
  "disable-line": "Leaves findings alone on this line, and in a value that begins on it.",
  "disable-file": "Leaves findings alone in the whole file, wherever the comment stands.",
  disable:
    "Leaves findings alone from here to the next `restream-lint-enable`, or to the end of the file.",
  enable: "Ends what `restream-lint-disable` began: from here on, findings are reported again.",
};
