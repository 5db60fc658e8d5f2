/** What is said without a network, and of a newer edition. */
export const offlineWords = {
  title: 'Without a network',
  description: 'What is shown where a page cannot be fetched and is not kept on this device.',
  lede: 'There is no connection, and this page was not opened here before. These pages were, and are kept on this device:',
  none: 'No page is kept here yet.',
  again: 'Try again',
  newer: 'A newer version is available.',
  reload: 'Reload',
  later: 'Later',
  /** The language by which names are sorted. */
  sorting: 'en',
} as const;
