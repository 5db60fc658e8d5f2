/** What the tests use of citation-js beside the product: its readers. */
declare module '@citation-js/core' {
  interface Plugins {
    input: {
      chain(data: string, options: { forceType: string; generateGraph: boolean }): Record<string, unknown>[];
    };
  }
  interface Config {
    get(plugin: '@bibtex'): { constants: { mathCommands: Record<string, string> } };
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
