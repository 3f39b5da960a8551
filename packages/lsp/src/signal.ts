/** Something to wait for that is given once. */
export interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

/** Makes a signal that is not given yet. */
export function createSignal(): Signal {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give };
}
