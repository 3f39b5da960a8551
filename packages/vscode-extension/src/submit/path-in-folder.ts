/** A path below a folder, with `/` between its parts; undefined where it leaves the folder, or is nobody's to say where it leads. */
export function pathInFolder(path: string): string | undefined {
  const parts = path.split(/[/\\]/).filter((it) => it !== "." && it !== "");
  const isAbsolute = /^(?:[/\\]|[a-z][a-z0-9+.-]*:)/i.test(path);
  return isAbsolute || parts.length === 0 || parts.includes("..") ? undefined : parts.join("/");
}
