import { cleanText, given, oneLine } from './loose.ts';
import type { PlannedMeasure } from './record.ts';

/**
 * The outcomes of one cell of an export, which writes each as `measure, description, time frame` and puts
 * bars between them. A comma may stand in each of the three; the measure ends at the first, the time frame
 * begins after the last, so that nothing of the text is lost.
 */
export function listedOutcomes(cell: string, role: PlannedMeasure['role']): PlannedMeasure[] {
  return cell.split('|').flatMap((item): PlannedMeasure[] => {
    const text = cleanText(item);
    if (text === undefined) return [];
    const first = text.indexOf(', ');
    const last = text.lastIndexOf(', ');
    if (oneLine(text.slice(0, Math.max(first, 0))) === '') return [{ role, measure: oneLine(text) }];
    return [
      {
        role,
        measure: oneLine(text.slice(0, first)),
        ...given('description', first === last ? undefined : cleanText(text.slice(first + 2, last))),
        ...given('timeFrame', cleanText(oneLine(text.slice(last + 2)))),
      },
    ];
  });
}
