import { sitePath } from '../i18n/locale.ts';

/**
 * Brings styles that only what was asked for needs, and waits for them; without them it is shown as it is.
 */
export async function withStyles(file: string): Promise<void> {
  const href = sitePath(file);
  if (document.querySelector(`link[href="${CSS.escape(href)}"]`)) return;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = href;
  await new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
    document.head.append(link);
  });
}
