import { localPath } from '../../i18n/locale.ts';
import { searchWords as words } from '../../i18n/search-words.ts';
import type { NumberedFigure } from '../../search-index/files.ts';
import type { Hit } from '../../search-index/query/search.ts';
import { groupsOf, resultsAtHand, type Answer, type Result } from './answer.ts';
import { askedIn } from './notes.ts';
import { figureParts, heading, languageOf, make, marked } from './render.ts';
import { trialTools } from './trial-tools.ts';

/** Pages that answer best, and pages of each kind before the others are asked for. */
const best = 3;
const first = 5;

/** All that a query was answered with, in groups: the best pages, figures, pages by kind, lists. */
export async function sectionsOf(answer: Answer): Promise<HTMLElement[]> {
  const asked = askedIn(answer);
  const { hits, partly, figures, lists } = answer;
  const top = hits.slice(0, best);
  const found = async (name: string, title: string, own: readonly Hit[]) =>
    section(name, title, listOf((await resultsAtHand(own)).map((result) => item(result, asked, true))));
  const groups = groupsOf(hits.slice(best)).map(({ kind, hits: own }) =>
    groupSection(
      kind,
      own,
      hits.filter((hit) => hit.kind === kind),
      asked,
    ),
  );
  return atHand([
    ...(top.length > 0 ? [found('best', words.best, top)] : []),
    ...(figures.length > 0
      ? [Promise.resolve(section('figures', words.figures, listOf(figures.map(figureItem))))]
      : []),
    ...groups,
    ...(lists.length > 0
      ? [Promise.resolve(section('lists', words.lists, listOf(lists.map(listItem))))]
      : []),
    ...(partly.length > 0 ? [found('partly', words.related, partly)] : []),
  ]);
}

/** Those that can be shown; fails where something is to be read and nothing can be. */
async function atHand(sections: readonly Promise<HTMLElement>[]): Promise<HTMLElement[]> {
  const settled = await Promise.allSettled(sections);
  const failed = settled.find((one) => one.status === 'rejected');
  const shown = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  if (failed && !shown.some((one) => one.matches('.best, .group, .partly'))) throw failed.reason;
  return shown;
}

function section(name: string, title: string, ...content: HTMLElement[]): HTMLElement {
  return make('section', { class: name }, make('h2', {}, title), make('div', {}, ...content));
}

const listOf = (items: readonly HTMLElement[]) => make('ol', { class: 'plain-list' }, ...items);

async function groupSection(
  kind: string,
  own: readonly Hit[],
  all: readonly Hit[],
  asked: readonly string[],
): Promise<HTMLElement> {
  const list = listOf((await resultsAtHand(own.slice(0, first))).map((result) => item(result, asked, false)));
  const content: HTMLElement[] = [list];
  if (own.length > first) {
    const more = make('button', { type: 'button', class: 'button more' }, words.moreOf(own.length - first));
    more.addEventListener('click', () => void showAll(more, list, own.slice(first), asked));
    content.push(more);
  }
  if (kind === 'Trial' && all.length > 1) content.push(trialTools(all));
  return section('group', words.kinds[kind] ?? kind, ...content);
}

async function showAll(more: HTMLElement, list: HTMLElement, hits: readonly Hit[], asked: readonly string[]) {
  const items = (await resultsAtHand(hits)).map((result) => item(result, asked, false));
  list.append(...items);
  more.remove();
  items[0]?.querySelector('a')?.focus();
}

function item(result: Result, asked: readonly string[], withKind: boolean): HTMLElement {
  const { line, url } = result;
  const [title, ...others] = heading(result, asked, withKind);
  return make(
    'li',
    {},
    make('h3', {}, make('a', { href: url }, title ?? ''), ...others),
    ...(line === '' ? [] : [make('p', { class: 'excerpt', ...languageOf(line) }, ...marked(line, asked))]),
  );
}

function figureItem(figure: NumberedFigure): HTMLElement {
  const [label, ...others] = figureParts(figure);
  return make(
    'li',
    {},
    make('a', { href: localPath(figure.url) }, label ?? ''),
    ...others,
    make(
      'small',
      {},
      `${figure.study} · ${figure.of} · `,
      make('a', { href: localPath(figure.sourceUrl), class: 'source' }, words.from(figure.source)),
    ),
  );
}

const listItem = ({ label, url }: Answer['lists'][number]) =>
  make('li', {}, make('a', { href: localPath(url) }, words.allOf(label)));
