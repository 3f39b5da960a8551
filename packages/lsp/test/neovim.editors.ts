import { join } from "node:path";
import { type Editor, recipe, testIn, withEnvFile } from "./editors/play.ts";
import { JSON_BODY, SCENARIOS, SUBMITTING } from "./editors/scenarios.ts";

// Neovim, set up as docs/editors.md says, with the server in dist/. `pnpm test:editors` runs it.

const NEOVIM: Editor = {
  command: "nvim",
  args: (home, document) =>
    [
      ["--headless", "-u", join(home, "init.lua"), "-i", "NONE", "-n"],
      ["-c", `luafile ${join(import.meta.dirname, "editors/neovim.lua")}`, document],
    ].flat(),
  written: ({ isSet = false, submitted }) => {
    const init = recipe("lua", "-- init.lua, Neovim 0.7");
    const set = isSet ? init.replace("-- init_options", "init_options") : init;
    const commands = recipe("lua", "-- init.lua: the commands");
    return { "init.lua": `${submitted ? withEnvFile(set) : set}${submitted ? commands : ""}` };
  },
};

testIn(NEOVIM, [...SCENARIOS, ...SUBMITTING, JSON_BODY]);
