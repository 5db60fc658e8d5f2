import { compareWords as words } from '../i18n/compare.ts';
import type { Row } from './arrange.ts';

/**
 * What a row is called: its endpoint, and what its figures have in common where they are no plain
 * proportions.
 */
export const rowName = ({ endpoint, label, kind }: Row): string =>
  label && kind !== 'proportion' ? words.row(endpoint.label, label) : endpoint.label;
