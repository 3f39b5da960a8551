import { fileURLToPath } from "node:url";

/** Where `pnpm package` puts the extension. */
export const VSIX: string = fileURLToPath(
  new URL("../../vscode-extension/restream-lint.vsix", import.meta.url),
);

/** The same, not packed, as it is in the VSIX. */
export const UNPACKED: string = fileURLToPath(
  new URL("../../vscode-extension/dist/vsix", import.meta.url),
);
