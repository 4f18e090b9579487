/** Nothing found that the caller wants to fail on. */
export const CLEAN = 0;
/** Findings of the severity to fail on; in `stream`, bad lines. */
export const FOUND = 1;
/** Something could not be checked, or the command was not understood. */
export const FAILED = 2;
