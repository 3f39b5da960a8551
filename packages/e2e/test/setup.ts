import { installCodeServer } from "../src/install-code-server.ts";

/** Installs code-server before all tests, for their files run side by side; the first time takes minutes. */
export async function setup(): Promise<void> {
  await installCodeServer();
}
