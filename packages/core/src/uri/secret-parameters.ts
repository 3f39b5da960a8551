const SECRET: ReadonlySet<string> = new Set(["passphrase", "streamid", "srt_streamid"]);

/** Whether the value of a parameter of SRT may be a secret; its name is compared as written. */
export function isSecretParameter(name: string): boolean {
  return SECRET.has(name);
}
