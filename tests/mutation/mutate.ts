/**
 * npm run mutate -- --seed S --count N [--digits]: how many random misprints of the content the checks would
 * catch; with --digits those of single digits in the text of the entries, evenly over all facts. Exits with 1
 * where fewer than 97 of a hundred are caught.
 */
import { parseArgs } from 'node:util';
import { readCorpus } from '../../src/reading/corpus.ts';
import { mutateDigits } from './digits.ts';
import { mutate } from './mutations.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '2000' },
    digits: { type: 'boolean' },
    content: { type: 'string', default: 'content' },
  },
});
const make = values.digits ? mutateDigits : mutate;
const mutations = make(readCorpus(values.content), Number(values.seed), Number(values.count));
const escaped = mutations.filter(({ caught }) => !caught);
for (const { fact, change } of escaped) process.stdout.write(`escaped: ${fact}: ${change}\n`);
const caught = mutations.length - escaped.length;
process.stdout.write(
  `${caught} of ${mutations.length} mutations caught (${((100 * caught) / mutations.length).toFixed(2)} %), seed ${values.seed}\n`,
);
process.exitCode = caught >= 0.97 * mutations.length ? 0 : 1;
