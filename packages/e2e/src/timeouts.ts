/** Milliseconds for what starts a program: the server, the workbench with its extension host, the first answer. */
export const START = 60_000;

/** Milliseconds for everything that a running workbench is asked for. */
export const SOON = 20_000;

/** Milliseconds until the mouse is moved again, where no hover has shown. */
export const HOVER = 3_000;
