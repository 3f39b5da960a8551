import type { Page } from "playwright-core";

/** Opens the output of the extension, which has the keyboard then. */
export async function showOutput({
  page,
  command,
}: {
  readonly page: Page;
  readonly command: (name: string) => Promise<void>;
}): Promise<void> {
  await command("restream-lint: Show Output");
  await page.locator(".output-view .monaco-editor.focused").waitFor();
}

/** The lines of the Output panel that are in sight. */
export async function outputShown(page: Page): Promise<string> {
  const lines = page.locator(".output-view .view-line");
  await lines.first().waitFor();
  return (await lines.allInnerTexts()).join("\n").replaceAll("\u00A0", " ");
}
