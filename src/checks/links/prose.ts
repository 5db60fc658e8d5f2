import { factViews } from '../../model/prose.ts';
import { citations, factReferences, unreadableCitations } from '../../reading/prose.ts';
import { nearest, suggest } from '../../reading/shape.ts';
import type { Check } from '../check.ts';
import { firstIn, itemIn } from '../../model/need.ts';

export const citation: Check<'body'> = {
  code: 'links/citation',
  scope: 'body',
  run({ body }, ask, { ids: { references } }) {
    for (const { text, position } of unreadableCitations(body)) {
      ask.fault({
        where: position,
        message: `the citation ${text} cannot be read`,
        actual: text,
        expected: '[@key], or [@key; @other]',
        help: 'keep only keys in the brackets; put pages and words outside them',
      });
    }
    for (const { key, position } of citations(body)) {
      if (!references) {
        ask.skip();
        continue;
      }
      const meant = () => nearest(key, [...references]);
      ask.expect(references.has(key), () => ({
        where: position,
        message: `the citation @${key} is not in references.yaml`,
        actual: key,
        expected: 'the key of a reference',
        help: meant() ? `did you mean @${meant()}?` : `add ${key} to references.yaml`,
      }));
    }
  },
};

export const fact: Check<'body'> = {
  code: 'links/fact',
  scope: 'body',
  run({ source, body }, ask, { ids: { facts } }) {
    for (const { id, show, position } of factReferences(body)) {
      const [owner, name] = ownerAndName(id, source.entry);
      const known = facts.get(owner)?.();
      if (facts.has(owner) && !known) {
        ask.skip();
        continue;
      }
      const found = known?.get(name);
      ask.expect(found !== undefined, () => ({
        where: position,
        message: known
          ? `${owner} has no fact ${name}`
          : `${owner} is neither a trial nor a review nor a synthesis, so it has no facts`,
        actual: id,
        expected: 'the id of an outcome of this entry, TRIAL/OUTCOME, REVIEW/CLAIM or SYNTHESIS/RESULT',
        help: known
          ? suggest(name, [...known.keys()].sort(), 'outcomes')
          : ownerHelp(id, [...facts.keys()].sort()),
      }));
      const view = factViews.find((v) => v === show);
      if (!found || !view) continue;
      ask.expect(found.includes(view), () => ({
        where: position,
        message: `the fact ${id} has no ${view} to show`,
        actual: view,
        expected: found.join(', '),
        help: `show another part of it, or record the ${view} in the outcome`,
      }));
    }
  },
};

/** The entry whose fact an id names, and the fact: `TRIAL/OUTCOME`, or `OUTCOME` of the entry itself. */
function ownerAndName(id: string, entry: string): [owner: string, name: string] {
  const slash = id.indexOf('/');
  return slash < 0 ? [itemIn(entry.split('/'), 1), id] : [id.slice(0, slash), id.slice(slash + 1)];
}

/** What to do where no entry has such a fact. */
const ownerHelp = (id: string, owners: readonly string[]) =>
  id.includes('/')
    ? suggest(firstIn(id.split('/')), owners, 'trials, reviews and syntheses')
    : `write TRIAL/${id}`;
