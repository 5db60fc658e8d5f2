/** The words around the text of an entry. */
export const prose = {
  reference: (number: number, label: string) => `Reference ${number}: ${label}`,
} as const;
