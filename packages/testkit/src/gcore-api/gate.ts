/** Holds requests until the test lets them go: slowness without a clock. */
export interface Gate {
  /** Resolves when so many requests have come to the gate. */
  readonly arrived: (count?: number) => Promise<void>;
  /** Lets all go, those that come later too. */
  readonly open: () => void;
  /** What the server calls: resolves when the gate is open. */
  readonly pass: () => Promise<void>;
}

/** A closed gate. */
export function createGate(): Gate {
  const opened = createSignal();
  const arrivals = new Map<number, Signal>();
  let count = 0;
  return {
    arrived: (wanted = 1) => signalAt(wanted).given,
    open: opened.give,
    pass() {
      count += 1;
      signalAt(count).give();
      return opened.given;
    },
  };

  function signalAt(wanted: number): Signal {
    const signal = arrivals.get(wanted) ?? createSignal();
    arrivals.set(wanted, signal);
    return signal;
  }
}

interface Signal {
  readonly given: Promise<void>;
  readonly give: () => void;
}

function createSignal(): Signal {
  let give = (): void => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { given, give: () => give() };
}
