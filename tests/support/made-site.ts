import { hiddenCharacter } from '../../src/reading/hidden.ts';
import { good, layOut } from '../unit/checks/fixtures.ts';
import { article, hostileLibrary } from '../unit/citations/items.ts';

const scripts = '</script><script>window.executed=1</script><img src=x onerror="window.executed=1">';
const script = {
  id: 'script',
  title: scripts,
  author: [{ literal: scripts }, { family: scripts, given: '"><svg onload=1>' }],
};
// Works with hidden characters are left out: `check` refuses them, so no page can hold one.
const accepted = hostileLibrary.filter(
  ({ id, title, author }) =>
    /^(title|name)-/.test(id) &&
    !hiddenCharacter([title, ...(author ?? []).flatMap(Object.values)].join(' ')),
);

/**
 * Works that hold what has broken one program or another. Titles and pages differ: no two are taken for
 * copies of one work.
 */
export const hostileWorks = [...accepted, article(script)].map((item, i) => ({
  ...item,
  title: item.title === 'A title' ? `A title of ${i}` : item.title,
  page: `${i}00-${i}01`,
}));

/**
 * Lays out the base of the made-up site: a library, and a trial in all that citations take from it, that hold
 * what has broken programs; and a trial that was renamed, one that was withdrawn, a figure that moved, one
 * that went, a work with a former key.
 */
export function layOutMade(root: string): void {
  const works = hostileWorks.map(
    (item) => `- ${JSON.stringify({ ...item, custom: { ...item.custom, unlinked: 'A hostile work' } })}`,
  );
  const title = JSON.stringify(`Testumab ${scripts} 50% & {x} $1 $&`);
  layOut(root, undefined, {
    'base.yaml': `${good('base.yaml').trimEnd()}\nrepository: https://github.com/testers/base\n`,
    'references.yaml': `${good('references.yaml')}${works.join('\n')}\n`,
    'trials/alpha.mdx': good('trials/alpha.mdx').replace(
      /^title: .*(?:\n {2}.*)*$/m,
      () => `title: {en: ${title}}`,
    ),
    'permanent-urls.yaml': [
      '- {was: /trials/old/, now: /trials/alpha/}',
      '- /trials/old/#os-hr',
      '- {was: /trials/gone/, withdrawn: "The report was retracted <b>by its authors</b>.", on: 2026-01-31}',
      '- {was: /trials/alpha/#was, now: /trials/alpha/#os-hr}',
      '- {was: /trials/alpha/#misread, withdrawn: It was misread., on: 2026-01-31}',
    ].join('\n'),
  });
}
