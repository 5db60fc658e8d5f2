import { factViews, hasView } from '../../model/prose.ts';
import { citations, factReferences, unreadableCitations } from '../../reading/prose.ts';
import { nearest, suggest } from '../../reading/shape.ts';
import type { Check } from '../check.ts';

export const citation: Check = {
  code: 'links/citation',
  run({ corpus, ids }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      for (const { text, position } of unreadableCitations(source.body)) {
        tally.expect(source, false, () => ({
          where: position,
          message: `the citation ${text} cannot be read`,
          actual: text,
          expected: '[@key], or [@key; @other]',
          help: 'keep only keys in the brackets; put pages and words outside them',
        }));
      }
      for (const { key, position } of citations(source.body)) {
        if (!ids.references) {
          tally.skip();
          continue;
        }
        tally.expect(source, ids.references.has(key), () => ({
          where: position,
          message: `the citation @${key} is not in references.yaml`,
          actual: key,
          expected: 'the key of a reference',
          help: nearest(key, [...ids.references!])
            ? `did you mean @${nearest(key, [...ids.references!])}?`
            : `add ${key} to references.yaml`,
        }));
      }
    }
  },
};

export const fact: Check = {
  code: 'links/fact',
  run({ corpus, ids }, tally) {
    for (const source of Object.values(corpus.entries).flat()) {
      for (const { id, show, position } of factReferences(source.body)) {
        const [owner, name] = id.includes('/')
          ? [id.slice(0, id.indexOf('/')), id.slice(id.indexOf('/') + 1)]
          : [source.entry.split('/')[1]!, id];
        const known = ids.facts.get(owner);
        if (ids.facts.has(owner) && !known) {
          tally.skip();
          continue;
        }
        const found = known?.get(name);
        tally.expect(source, found !== undefined, () => ({
          where: position,
          message: known ? `${owner} has no fact ${name}` : `${owner} is neither a trial nor a review, so it has no facts`,
          actual: id,
          expected: 'the id of an outcome of this entry, TRIAL/OUTCOME or REVIEW/CLAIM',
          help: known
            ? suggest(name, [...known.keys()].sort(), 'outcomes')
            : id.includes('/')
              ? suggest(owner!, [...ids.facts.keys()].sort(), 'trials and reviews')
              : `write TRIAL/${name}`,
        }));
        const view = factViews.find((v) => v === show);
        if (!found || !view) continue;
        tally.expect(source, hasView(found, view), () => ({
          where: position,
          message: `the fact ${id} has no ${view} to show`,
          actual: view,
          expected: factViews.filter((v) => hasView(found, v)).join(', '),
          help: `show another part of it, or record the ${view} in the outcome`,
        }));
      }
    }
  },
};
