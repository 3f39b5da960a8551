import type { Page } from "playwright-core";

/** The words of the editor that squiggles of this class are under, from top to bottom. */
export function underlinedWords(page: Page, squiggle: string): Promise<readonly string[]> {
  return page.locator(".editor-instance .overflow-guard").first().evaluate(wordsOver, squiggle);
}

/** Runs in the page. */
function wordsOver(editor: Element, squiggle: string): readonly string[] {
  const lines = [...editor.querySelectorAll(".view-line")];
  return [...editor.querySelectorAll(`.${squiggle}`)]
    .map((it) => it.getBoundingClientRect())
    .toSorted((a, b) => a.top - b.top || a.left - b.left)
    .map((under) => {
      const middle = under.top + under.height / 2;
      const line = lines.find((it) => {
        const { top, bottom } = it.getBoundingClientRect();
        return top < middle && middle < bottom;
      });
      return line === undefined ? "" : textBetween(line, under.left, under.right);
    });

  /** Without what the editor shows between the characters of the text. */
  function textBetween(line: Element, left: number, right: number): string {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let text = "";
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.className.includes("dyn-rule") === true) continue;
      for (const [at, character] of [...(node.textContent ?? "")].entries()) {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        const centre = box.left + box.width / 2;
        if (left < centre && centre < right) text += character;
      }
    }
    return text.replaceAll("\u00A0", " ");
  }
}
