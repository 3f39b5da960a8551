/** Whether a text is a stream's ID, and no placeholder: a number from 1 on that may be shown, and that every reader reads without loss. */
export function isStreamId(written: string): boolean {
  return /^[1-9][0-9]{0,15}$/.test(written) && Number.isSafeInteger(Number(written));
}
