import { join } from "node:path";
import { type Editor, recipe, testIn, withEnvFile } from "./editors/play.ts";
import { SCENARIOS, SUBMITTING } from "./editors/scenarios.ts";

// Emacs with Eglot, set up as docs/editors.md says, with the server in dist/. `pnpm test:editors` runs it.

const EMACS: Editor = {
  command: "emacs",
  args: (home, document) =>
    [
      ["--batch", "-f", "package-initialize", "-l", join(home, "init.el")],
      ["-l", join(import.meta.dirname, "editors/eglot.el"), document],
    ].flat(),
  written: ({ isSet = false, submitted }) => ({
    "init.el": submitted
      ? withEnvFile(recipe("elisp", ";; init.el")) + recipe("elisp", ";; init.el: the commands")
      : recipe("elisp", ";; init.el"),
    ...(isSet && { "work/.dir-locals.el": recipe("elisp", ";; .dir-locals.el") }),
  }),
};

testIn(EMACS, [...SCENARIOS, ...SUBMITTING]);
