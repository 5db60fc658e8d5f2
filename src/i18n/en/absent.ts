/** The words of the page that stands for all that are not there. */
export const absent = {
  title: 'Not found',
  says: 'There is no page at this address',
  description: 'There is no page at this address.',
  advice:
    'The address may be mistyped. Entries never change their address; try the search or one of the lists.',
  lists: 'Lists',
  home: 'Home',
} as const;
