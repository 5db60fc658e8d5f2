import { createHash } from 'node:crypto';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { evidence } from './src/site/integration.ts';
import { ownMdx } from './src/site/own-mdx.ts';
import { themeScript } from './src/browser/theme.ts';

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  // The default joins words across line breaks beside inline elements.
  compressHTML: false,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "worker-src 'self'",
        "base-uri 'self'",
        "form-action 'self'",
      ],
      scriptDirective: {
        resources: ["'self'"],
        hashes: [`sha256-${createHash('sha256').update(themeScript).digest('base64')}`],
      },
      styleDirective: { resources: ["'self'"] },
    },
  },
  // Colours of code would stand in attributes, which the policy refuses.
  markdown: { syntaxHighlight: false },
  vite: { build: { assetsInlineLimit: 0 } },
  integrations: [evidence(), ownMdx(), mdx()],
});
