/** Decides whether a server that has crashed is started again. */
export interface RestartPolicy {
  /**
   * Records one crash.
   * @param now milliseconds since any fixed moment
   * @returns whether to start the server again
   */
  crashed(now: number): boolean;
  /** Forgets the crashes so far: the writer has asked for a fresh start. */
  reset(): void;
}

/**
 * Allows so many restarts within any window of time: a server that cannot stay up is not started for ever.
 * @param maximum restarts allowed within the window
 * @param windowMs length of the window in milliseconds
 */
export function createRestartPolicy(maximum = 4, windowMs = 3 * 60_000): RestartPolicy {
  let crashes: number[] = [];
  return {
    crashed(now) {
      crashes = [...crashes.filter((time) => now - time < windowMs), now];
      return crashes.length <= maximum;
    },
    reset() {
      crashes = [];
    },
  };
}
