/** What one rule says more often than this, nobody reads, and it would fill the memory. */
export const MAX_FINDINGS = 10_000;
