import pc from "picocolors";

/** Markdown as a terminal likes it: headings bold, code tinted, the rest as it is. */
export function styled(markdown: string, color: boolean): string {
  const { bold, cyan, dim } = pc.createColors(color);
  let isCode = false;
  const lines = markdown.split("\n").flatMap((line) => {
    if (line.startsWith("```")) {
      isCode = !isCode;
      return [];
    }
    if (isCode) return [`    ${cyan(line)}`];
    const heading = /^#+ (.*)$/.exec(line)?.[1];
    if (heading !== undefined) return [bold(heading)];
    return [
      line
        .replaceAll(/`([^`]+)`/g, (_, code: string) => cyan(code))
        .replaceAll(/\*\*([^*]+)\*\*/g, (_, text: string) => bold(text))
        .replace(/^- /, `${dim("-")} `),
    ];
  });
  return lines.join("\n");
}
