/** The parts of citation-js that are used; the packages carry no types of their own. */
declare module '@citation-js/core' {
  interface Register {
    has(name: string): boolean;
    get(name: string): string;
    add(name: string, text: string): void;
  }
  interface Plugins {
    output: {
      format(
        name: 'bibliography',
        data: unknown[],
        options: Record<string, unknown>,
      ): [id: string, text: string][];
    };
    config: Config;
  }
  interface Config {
    get(plugin: '@csl'): { styles: Register; locales: Register };
  }
  export const plugins: Plugins;
}
declare module '@citation-js/plugin-csl';
