import { fileURLToPath } from "node:url";

/** Where `pnpm package` puts the extension. */
export const VSIX: string = fileURLToPath(
  new URL("../../vscode-extension/restream-lint.vsix", import.meta.url),
);
