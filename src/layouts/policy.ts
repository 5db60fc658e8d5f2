import { createHash } from 'node:crypto';
import { themeScript } from '../browser/theme.ts';

/**
 * What a page may load and run: files of the site, and the script that chooses the theme, which stands on the
 * page.
 */
export const policy = [
  "default-src 'none'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  `script-src 'self' 'sha256-${createHash('sha256').update(themeScript).digest('base64')}'`,
  "style-src 'self'",
].join('; ');
