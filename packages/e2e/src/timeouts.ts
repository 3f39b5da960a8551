/** Milliseconds for what starts a program: the server, the workbench with its extension host, the first answer. */
export const START = 60_000;

/** Milliseconds for everything that a running workbench is asked for. */
export const SOON = 20_000;

/** Milliseconds until a key is pressed or the mouse moved again, where the first time came too early. */
export const AGAIN = 3_000;
