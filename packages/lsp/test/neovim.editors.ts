import { join } from "node:path";
import { expect, test } from "vitest";
import { type Editor, play, recipe } from "./editors/play.ts";
import { SCENARIOS } from "./editors/scenarios.ts";

// Neovim, set up as docs/editors.md says, with the server in dist/. `pnpm test:editors` runs it.

const NEOVIM: Editor = {
  command: "nvim",
  args: (home, document) => [
    ...["--headless", "-u", join(home, "init.lua"), "-i", "NONE", "-n"],
    ...["-c", `luafile ${join(import.meta.dirname, "editors/neovim.lua")}`, document],
  ],
  written: ({ isSet = false }) => {
    const init = recipe("lua", "-- init.lua, Neovim 0.7");
    return { "init.lua": isSet ? init.replace("-- settings", "settings") : init };
  },
};

test.each(SCENARIOS)("$name", async (scenario) => {
  const shown = await play(NEOVIM, scenario);
  expect(shown).toEqual(scenario.steps.map(([, it]) => it));
});
