import { basePath } from '../base-path.ts';

/**
 * Lets the browser keep the pages that are seen, to be read without a network. Nothing is done before the
 * page is there, and nothing in a preview, which has no `/service-worker.js`. A newer edition is offered
 * where one has come.
 */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  // Some browsers never report that they are idle, others may never be.
  const idle = (work: () => void) =>
    'requestIdleCallback' in window ? requestIdleCallback(work, { timeout: 3000 }) : setTimeout(work, 500);
  addEventListener('load', () => idle(() => void begin(navigator.serviceWorker).catch(() => undefined)));
}

async function begin(workers: ServiceWorkerContainer): Promise<void> {
  // The page on which it begins was loaded without it.
  if (!workers.controller) void workers.ready.then(({ active }) => active?.postMessage(location.pathname));
  const registration = await workers.register(`${basePath}/service-worker.js`);
  const offer = async (newer: ServiceWorker | null) => {
    if (newer && workers.controller) (await import('./offer.ts')).offer(newer, registration);
  };
  void offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const newer = registration.installing;
    newer?.addEventListener('statechange', () => void (newer.state === 'installed' && offer(newer)));
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => undefined);
  });
}
