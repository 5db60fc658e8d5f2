/** What Vite puts into scripts when it bundles them. */
interface ImportMeta {
  readonly env: { readonly PROD: boolean };
}
