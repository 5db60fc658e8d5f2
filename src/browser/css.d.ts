/** The address of styles that a script brings along. */
declare module '*.css?url' {
  const href: string;
  // Vite has it so.
  // eslint-disable-next-line import-x/no-default-export
  export default href;
}
