/** Nobody who types waits longer for what a client knows, in milliseconds: what it says later holds from then on. */
export const WHILE_TYPING = 1000;

/** An answer that comes within so many milliseconds, else another; `onLate` is told what comes after all. */
export async function answerWithin<T>(
  patience: number,
  answer: Promise<T>,
  otherwise: T,
  onLate: (value: T) => void,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, patience, false);
  });
  try {
    if (await Promise.race([answer.then(() => true), over])) return await answer;
  } finally {
    clearTimeout(timer);
  }
  // A failure that nobody waits for any more is none.
  answer.then(onLate, () => undefined);
  return otherwise;
}
