export const armCount = (count: number): string => (count === 1 ? '1 arm' : `${count} arms`);
export const studyCount = (count: number): string => (count === 1 ? '1 study' : `${count} studies`);

/** `A, B and C` */
export const listed = (items: readonly string[]): string =>
  items.length > 1 ? `${items.slice(0, -1).join(', ')} and ${items.at(-1)}` : (items[0] ?? '');
