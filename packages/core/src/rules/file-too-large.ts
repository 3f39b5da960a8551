import { MAX_LENGTH } from "../max-length.ts";
import type { Rule } from "../rule.ts";

export const fileTooLarge: Rule = {
  id: "file-too-large",
  group: "document",
  severity: "error",
  docs: {
    summary: "A document must not be larger than 64 MB",
    rationale:
      "Some 300 000 restreams fit in 64 MB. A larger text is not read, so that no editor and no CI job runs out of " +
      "memory: nothing of it is checked. Split it into several files, or write one restream a line, and pipe them: see docs/scale.md.",
    // No page can show a document of this size: the rule's table holds one.
    invalid: [],
    valid: ["restreams: []\n"],
    sources: ["Our own limit: no restream document comes near it."],
  },

  *check({ text }) {
    if (text.length <= MAX_LENGTH) return;
    // How much more it is, the text need not say: readers stop where it is too much.
    yield {
      message: `This document holds more than ${MAX_LENGTH / MB} MB and was not checked: split it into smaller files`,
      range: { start: 0, end: 0 },
      path: "",
    };
  },
};

const MB = 1024 * 1024;
