import type { FileText, Host } from "./host.ts";

/** So many files are read before the next are asked for: they may have to come over a network. */
const AT_ONCE = 20;

/** The texts of those files that can be read, in their order. */
export async function fileTexts(
  { textOf }: Pick<Host, "textOf">,
  uris: readonly string[],
): Promise<readonly FileText[]> {
  const found: FileText[] = [];
  for (let at = 0; at < uris.length; at += AT_ONCE) {
    const some = uris.slice(at, at + AT_ONCE);
    const texts = await Promise.all(some.map(async (uri) => ({ uri, text: await textOf(uri) })));
    for (const { uri, text } of texts) if (text !== undefined) found.push({ uri, text });
  }
  return found;
}
