/**
 * Runs code that creates one Error per fault, without capturing stack traces: they would take most of the
 * time.
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
