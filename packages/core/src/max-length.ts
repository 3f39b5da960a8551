/** Longer texts, in UTF-16 units, are not parsed: 64 MiB. */
export const MAX_LENGTH: number = 64 * 1024 * 1024;
