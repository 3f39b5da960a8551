/** JSON texts of more are not parsed. More than an ordinary text of 64 MB has: a tree of more would fill the memory. */
export const MAX_TOKENS = 6_000_000;
