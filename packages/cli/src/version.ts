/** Equal to the version in package.json, which a test compares: reading that file would cost a start. */
export const VERSION = "0.0.0";
