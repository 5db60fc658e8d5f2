import fs from 'node:fs';
import path from 'node:path';
import { addressesOf, byAddress } from '../evidence/addresses.ts';
import { fileSchemas } from '../model/collections.ts';
import { shown } from '../reading/shown.ts';
import { contentFolder, contentOption, readArgs, readWhole, type Command } from './command.ts';
import { itemIn } from '../model/need.ts';

const heading = `# Every address that was ever published: papers cite them. No line is ever taken away; almanac addresses --write adds
# new ones. Where something has another id:   - {was: /trials/old/, now: /trials/new/}
# Where something was taken back:             - {was: /trials/gone/, withdrawn: why, on: 2026-12-31}
`;

export const addresses: Command = {
  usage: 'addresses [--write] [--content DIR]',
  summary: 'Lists the addresses that permanent-urls.yaml lacks; --write adds them.',
  run(args) {
    const { values } = readArgs(args, { ...contentOption, write: { type: 'boolean' } });
    const content = contentFolder(values.content);
    const corpus = readWhole(content);
    const published = byAddress(corpus.files.permanent?.data ?? []);
    const lacking = addressesOf(corpus)
      .map(({ address }) => address)
      .filter((address) => !published.has(address));
    const file = path.join(content, fileSchemas.permanent.path);
    if (values.write && lacking.length > 0) {
      fs.writeFileSync(
        file,
        withAddresses(fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : heading, lacking),
      );
    }
    for (const address of lacking) process.stdout.write(`${address}\n`);
    const done = values.write && lacking.length > 0 ? 'added to' : 'not in';
    process.stdout.write(`${lacking.length} addresses ${done} ${shown(file)}\n`);
    return 0;
  },
};

/**
 * The list with new lines, each before the first line that sorts after it; other lines and comments stay
 * where they are.
 */
function withAddresses(list: string, added: readonly string[]): string {
  const addressOf = (line: string) => /^- (?:\{was: )?(\/[^\s,}]*)/.exec(line)?.[1];
  const left = [...added].sort();
  let next = 0;
  const lines = list
    .trimEnd()
    .split('\n')
    .flatMap((line) => {
      const from = next;
      while (next < left.length && itemIn(left, next) < (addressOf(line) ?? '')) next += 1;
      return [...left.slice(from, next).map((address) => `- ${address}`), line];
    });
  return `${[...lines, ...left.slice(next).map((address) => `- ${address}`)].join('\n')}\n`;
}
