import { offlineWords as words } from '../../i18n/offline.ts';
import { make } from '../search/render.ts';

/**
 * Offers a newer edition of the site that waits. A page that is of this edition itself, as those that were
 * just fetched are, lets it take over without a word: nothing on it changes.
 */
export function offer(newer: ServiceWorker, registration: ServiceWorkerRegistration): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (data === document.querySelector('[data-edition]')?.textContent.trim()) newer.postMessage('take over');
    else show(newer, registration);
  };
  newer.postMessage('edition', [port2]);
}

function show(newer: ServiceWorker, registration: ServiceWorkerRegistration): void {
  document.querySelector('.newer-edition')?.remove();
  const [reload, later] = [words.reload, words.later].map((text) =>
    make('button', { type: 'button', class: 'button' }, text),
  );
  const bar = make('div', { class: 'newer-edition no-print', role: 'region', 'aria-label': words.newer });
  const said = make('p', { role: 'status' });
  bar.append(said, reload ?? '', ' ', later ?? '');
  document.body.append(bar);
  // A status that is there before its text is read out.
  said.textContent = words.newer;
  later?.addEventListener('click', () => bar.remove());
  reload?.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    if (registration.waiting) newer.postMessage('take over');
    else location.reload();
  });
}
