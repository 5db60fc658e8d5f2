/**
 * Runs what makes an error for each of many faults of a text, which is told, and never where in the program
 * it was made: traces would take most of the time.
 */
export function withoutTraces<T>(run: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return run();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}
