import type { Page } from "playwright-core";
import { type Row, rowsOf } from "./rows.ts";

/** The Problems panel. */
export interface Problems {
  /**
   * The rows of the panel, which is opened first: "warning: rtmp:// is not encrypted (plain-rtmp) [Ln 3, Col 8]",
   * a file's as "restreams.yaml", a related place's as "→ see here restreams.yaml [Ln 1, Col 1]".
   */
  readonly problems: () => Promise<readonly string[]>;
}

const PANEL = ".markers-panel-container";
const PARTS = {
  error: ".marker-icon.error",
  warning: ".marker-icon.warning",
  info: ".marker-icon.info",
  file: ".resource-label-container .label-name",
  message: ".marker-message",
  code: ".marker-code",
  related: ".related-info-resource",
  description: ".marker-description",
  position: ".marker-line",
};

/** The Problems panel of a workbench. */
export function createProblems(page: Page): Problems {
  return {
    problems: async () => {
      const panel = page.locator(PANEL);
      if (!(await panel.isVisible())) await page.keyboard.press("Control+Shift+M");
      await panel.waitFor();
      return (await rowsOf(page, `${PANEL} .monaco-list`, PARTS)).map(rendered);
    },
  };
}

function rendered({ parts }: Row<keyof typeof PARTS>): string {
  if (parts.related !== undefined)
    return `→ ${parts.description} ${parts.related} ${parts.position}`;
  const severity = (["error", "warning", "info"] as const).find((it) => parts[it] !== undefined);
  if (severity === undefined) return parts.file ?? "";
  const code = parts.code === undefined ? [] : [`(${parts.code})`];
  return [`${severity}:`, parts.message, ...code, parts.position].join(" ");
}
