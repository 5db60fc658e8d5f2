/** The parts of citation-js that engine.ts uses; the packages carry no types of their own. */
declare module '@citation-js/core' {
  interface Register {
    has(name: string): boolean;
    get(name: string): string;
    add(name: string, text: string): void;
  }
  export const plugins: {
    input: { chain(data: string, options: { forceType: string; generateGraph: boolean }): Record<string, unknown>[] };
    output: {
      format(name: 'bibliography', data: unknown[], options: Record<string, unknown>): [id: string, text: string][];
    };
    config: {
      get(plugin: '@bibtex'): { constants: { mathCommands: Record<string, string> } };
      get(plugin: '@csl'): { styles: Register; locales: Register };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
declare module '@citation-js/plugin-ris';
