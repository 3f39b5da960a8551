/** The text of a body; undefined where it is larger than so many bytes, of which the rest is not read. Rejects where it breaks off. */
export async function readBody(
  { body, headers }: Response,
  largest: number,
): Promise<string | undefined> {
  if (!body) return "";
  if (Number(headers.get("content-length")) > largest) {
    await body.cancel();
    return undefined;
  }
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let text = "";
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = next.value;
    size += chunk.byteLength;
    if (size > largest) {
      await reader.cancel();
      return undefined;
    }
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
