import { findings as en } from './en/findings.ts';
import { spoken } from './locale.ts';
import { findings as zh } from './zh/findings.ts';

/** The words of lists of findings and of differences between sources. */
export const findings = spoken({ en, zh });
