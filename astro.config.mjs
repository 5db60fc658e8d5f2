import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { evidence } from './src/site/integration.ts';
import { ownMdx } from './src/site/own-mdx.ts';
import { sharedModules } from './src/site/shared-modules.ts';

/**
 * A dynamic import that is an import. Vite wraps each in code which first asks for the styles of the module
 * and for what it imports; no module here has styles, and that code would weigh more than most of what a page
 * runs.
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The default joins words across line breaks beside inline elements.
  compressHTML: false,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  // Colours of code would stand in attributes, which the policy of layouts/policy.ts refuses.
  markdown: { syntaxHighlight: false },
  vite: {
    build: { assetsInlineLimit: 0, modulePreload: { polyfill: false, resolveDependencies: () => [] } },
    plugins: [plainImports],
  },
  integrations: [evidence(), ownMdx(), sharedModules(), mdx()],
});
