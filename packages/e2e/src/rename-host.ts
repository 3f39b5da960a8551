import type { Page } from "playwright-core";

/** Calls a host by another name wherever a page shows it, as on a picture of a server that stands in for a real one. */
export function renameHost(page: Page, host: string, name: string): Promise<void> {
  return page.evaluate(renameInPage, { host, name });
}

/** Runs in the page. */
function renameInPage({ host, name }: { readonly host: string; readonly name: string }): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    node.textContent = (node.textContent ?? "").replaceAll(host, name);
}
