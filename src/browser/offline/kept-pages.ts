import { locale, pathIn, sitePath } from '../../i18n/locale.ts';
import { offlineWords as words } from '../../i18n/offline.ts';
import { part } from '../elements.ts';
import { make } from '../search/render.ts';
import { keptIn } from './kept-in.ts';

/** Lists the pages that this browser keeps in the language of the page. */
class KeptPages extends HTMLElement {
  async connectedCallback() {
    part(this, 'button').addEventListener('click', () => location.reload());
    const pages = await keptPages();
    part(this, '.none').hidden = pages.length > 0;
    part(this, 'ul').append(
      ...pages.map(([path, title]) => make('li', {}, make('a', { href: path }, title))),
    );
  }
}

/** Address and title of each, by title. */
async function keptPages(): Promise<[path: string, title: string][]> {
  const titles = new Map<string, string>();
  for (const name of (await caches.keys()).filter((one) => one.startsWith(keptIn(sitePath('/')))))
    for (const request of await (await caches.open(name)).keys()) {
      const { pathname } = new URL(request.url);
      if (!pathname.endsWith('/') || pathname.endsWith('/offline/')) continue;
      const isChinese = pathname.startsWith(sitePath(pathIn('zh', '/')));
      if (isChinese !== (locale() === 'zh')) continue;
      const html = await (await caches.match(request, { cacheName: name }))?.text();
      const title = new DOMParser().parseFromString(html ?? '', 'text/html').title;
      if (title !== '') titles.set(pathname, title.replace(/ · [^·]*$/, ''));
    }
  return [...titles].sort(([, a], [, b]) => a.localeCompare(b, words.sorting));
}

customElements.define('kept-pages', KeptPages);
