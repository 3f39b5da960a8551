import type { Page } from "playwright-core";

/** A point of the page, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The middle of a word in the editor's visible text: the first one in the first line that contains `within`. */
export async function pointAt(page: Page, word: string, within: string): Promise<Point> {
  const point = await page
    .locator(".editor-instance .view-lines")
    .first()
    .evaluate(middleOf, { word, within });
  if (point === undefined) throw new Error(`The editor shows no "${word}" in "${within}".`);
  return point;
}

/** Runs in the page. */
function middleOf(
  lines: Element,
  { word, within }: { word: string; within: string },
): Point | undefined {
  for (const line of lines.querySelectorAll(".view-line")) {
    const shown = (line.textContent ?? "").replaceAll("\u00A0", " ");
    const around = shown.indexOf(within);
    const at = around === -1 ? -1 : shown.indexOf(word, around);
    if (at === -1) continue;
    const middle = at + Math.floor((word.length - 1) / 2);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { length } = node.textContent ?? "";
      if (middle < passed + length) {
        const range = document.createRange();
        range.setStart(node, middle - passed);
        range.setEnd(node, middle - passed + 1);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      passed += length;
    }
  }
  return undefined;
}
