/** Stands for a text without giving it away: 64 hexadecimal digits. */
export type Digest = (text: string) => Promise<string>;

/** HMAC-SHA-256 with the API token for its key: who does not have the token cannot try values out. */
export async function createDigest(token: string): Promise<Digest> {
  const encoder = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", encoder.encode(token), algorithm, false, [
    "sign",
  ]);
  return async (text) => {
    const signature = await crypto.subtle.sign("HMAC", key, encoder.encode(text));
    return [...new Uint8Array(signature)].map((it) => it.toString(16).padStart(2, "0")).join("");
  };
}
