import type { FrameLocator, Page } from "playwright-core";

/** The page that the Markdown preview shows, in its frame within a frame. */
export function markdownPreview(page: Page): FrameLocator {
  return page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
}
