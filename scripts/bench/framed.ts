/** A message of JSON-RPC as the language server protocol sends it, its header before it. */
export function framed(message: object): string {
  const content = JSON.stringify({ jsonrpc: "2.0", ...message });
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
}
