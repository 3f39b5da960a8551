/** In milliseconds; shorter waits are over before they are read of. */
const LONG_WAIT = 4000;

/** Makes the function that says that the server holds us up; undefined for short waits, and for what is held up side by side. */
export function createHoldUpWords(
  now: () => number,
): (ms: number, status: number) => string | undefined {
  let saidUntil = 0;
  return (ms, status) => {
    const end = now() + ms;
    if (ms < LONG_WAIT || end < saidUntil + LONG_WAIT) return undefined;
    saidUntil = end;
    return `Gcore holds us up (${status}): going on in ${Math.ceil(ms / 1000)} s`;
  };
}
