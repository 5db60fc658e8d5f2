import { workerData } from 'node:worker_threads';
import type { AheadOf } from './ahead.ts';
import { keepTextsIn, saveTexts } from './engine.ts';
import { formatCitations } from './format.ts';
import { styleIds } from './styles.ts';

const { works, folder } = workerData as AheadOf;
keepTextsIn(folder);
for (const style of styleIds) formatCitations(style, works);
saveTexts();
