/** The words of what comparison and synthesis know of studies. */
export const datasets = {
  /** Between terms of one list. */
  list: ', ',
  arm: (trial: string, arm: string) => `${trial}: ${arm}`,
  allArms: (therapy: string, ofClass: string) => `${therapy} (${ofClass}), all arms`,
} as const;
