import { Feed } from 'feed';
import type { Library } from '../evidence/library.ts';
import type { Release } from '../model/release.ts';
import type { Edition } from './edition.ts';
import { changesOf, partsText, releaseOf, type EntryChange, type FactChange } from './release.ts';

/** Readers ask again before so many entries are new; the rest is in the releases. */
const mostItems = 100;

/**
 * New and changed entries as an Atom feed, the latest first. What changed is found by holding each release
 * that the content remembers against the one before, and the content against the last. Dates are those of the
 * entries' editions.
 */
export function feed({ library, version, releases, context: { address } }: Edition): string {
  const { base } = library;
  const states = [...releases, releaseOf(library, version)];
  const changes = states.flatMap((state, i) =>
    changesOf(states[i - 1], state).map((change) => ({ change, since: states[i - 1] })),
  );
  // A later state says more about the same edition of an entry.
  const byEdition = new Map(changes.map((item) => [editionOf(item.change), item]));
  const items = [...byEdition.values()].sort((a, b) => byDate(a.change, b.change)).slice(0, mostItems);
  const names = namesOf(library);
  const latest = items[0]?.change.entry.updated;
  const atom = new Feed({
    id: address('/'),
    title: base.name,
    description: base.tagline.en,
    link: address('/'),
    feedLinks: { atom: address('/feed.xml') },
    copyright: `${base.licence.name} ${base.licence.url}`,
    author: { name: base.publisher },
    generator: base.name,
    language: 'en',
    updated: dateOf(latest ?? '1970-01-01'),
  });
  for (const { change, since } of items) {
    const { path, entry, isNew } = change;
    atom.addItem({
      id: `${address(path)}?version=${entry.version}&updated=${entry.updated}`,
      title: `${isNew ? 'New' : 'Changed'}: ${names.get(path) ?? path}`,
      link: address(path),
      date: dateOf(entry.updated),
      content: tell(change, since, (fact) => address(`${path}#${fact}`)),
    });
  }
  return `${atom.atom1().trim()}\n`;
}

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const editionOf = ({ path, entry }: EntryChange) => `${path} ${entry.version} ${entry.updated}`;
const byDate = (a: EntryChange, b: EntryChange) =>
  a.entry.updated === b.entry.updated
    ? a.path < b.path
      ? -1
      : 1
    : a.entry.updated > b.entry.updated
      ? -1
      : 1;

function namesOf({ trials, therapies, reviews, syntheses, topics }: Library): Map<string, string> {
  return new Map([
    ...trials.map(({ path, name }) => [path, name] as const),
    ...therapies.map(({ path, data }) => [path, data.name.en] as const),
    ...[...reviews, ...syntheses, ...topics].map(({ path, data }) => [path, data.title.en] as const),
  ]);
}

/** What changed, as the HTML of an item. */
function tell(
  { entry, isNew, facts }: EntryChange,
  since: Release | undefined,
  address: (fact: string) => string,
): string {
  const count = Object.keys(entry.facts).length;
  const head = `Version ${entry.version} of ${entry.updated}`;
  if (isNew) return `<p>${head}${count > 0 ? `, with ${count} ${count === 1 ? 'fact' : 'facts'}` : ''}.</p>`;
  if (facts.length === 0)
    return `<p>${head}: words changed since release ${since?.version}, no figure did.</p>`;
  const lines = facts.map(
    (fact) => `<li><a href="${escaped(address(fact.id))}">${fact.id}</a>: ${escaped(statement(fact))}</li>`,
  );
  return `<p>${head}. Figures changed since release ${since?.version}:</p><ul>${lines.join('')}</ul>`;
}

function statement({ parts }: FactChange): string {
  const sides = Object.values(parts);
  const all = (side: 0 | 1) => Object.entries(parts).map(([part, values]) => `${part} ${values[side]}`);
  if (sides.every(([before]) => before === undefined)) return `new, ${all(1).join(', ')}`;
  if (sides.every(([, after]) => after === undefined)) return `gone, ${all(0).join(', ')}`;
  return partsText(parts);
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
