/** A summary as shells show it: they know no Markdown. */
export function plainSummary(summary: string): string {
  return summary.replaceAll("`", "");
}
