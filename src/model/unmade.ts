/** What could not be made of content that passed its checks: a page or a file, and why, in one line. */
export class Unmade extends Error {
  readonly what: string;
  /**
   * @param what the path of the page or file in the site, such as `/trials/some-study/` or
   * `data/evidence.parquet`
   */
  constructor(what: string, cause: unknown) {
    const [why] = String(cause instanceof Error ? cause.message : cause).split('\n');
    super(`${what} could not be made: ${why}`, { cause });
    this.name = 'Unmade';
    this.what = what;
  }
}

/** Makes something; an error names what was being made. */
export function made<T>(what: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw error instanceof Unmade ? error : new Unmade(what, error);
  }
}
