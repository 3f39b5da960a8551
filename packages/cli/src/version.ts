/** Equal to the version in package.json, which a test compares: reading that file would cost a start. */
export const VERSION = "0.0.0";

/** The day of that version, as ISO 8601 has it: the manual page says it, and the day of a build would be another each time. */
export const RELEASED = "2026-11-23";
