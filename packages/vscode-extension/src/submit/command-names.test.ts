import { COMMANDS } from "@restream-lint/lsp/protocol";
import { expect, test } from "vitest";
import { MANIFEST } from "../../test/manifest.ts";

test("there are commands by the names that lenses call", () => {
  const announced = MANIFEST.contributes.commands.map(({ command }) => command);
  expect(announced).toEqual(expect.arrayContaining(Object.values(COMMANDS)));
});
