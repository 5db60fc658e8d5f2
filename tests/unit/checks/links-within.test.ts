import { describe, expect, it } from 'vitest';
import { check, good } from './fixtures.ts';

const moved =
  '- {was: /trials/old/, now: /trials/alpha/}\n- {was: /trials/alpha/#was, now: /trials/alpha/#os-hr}\n';

/** What is said of a link in the body of the page about the base. */
const told = (href: string) =>
  check(undefined, {
    'pages/about.mdx': `${good('pages/about.mdx')}\nHere is [a link](${href}).\n`,
    'pages/contact.mdx': good('pages/about.mdx'),
    'permanent-urls.yaml': moved,
  })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a link within the site', () => {
  it.each([
    ['a page of the site', '/trials/'],
    ['an entry', '/trials/alpha/'],
    ['a figure of it', '/trials/alpha/#cr-new'],
    ['a planned endpoint', '/trials/alpha/#planned-os'],
    ['a statement of a review', '/reviews/overview/#share'],
    ['an endpoint in the glossary', '/endpoints/#cr'],
    ['an endpoint', '/endpoints/cr/'],
    ['a work', '/references/smith-2020/'],
    ['a former key of a work', '/references/smith-2022/'],
    ['an entry that moved', '/trials/old/'],
    ['another page of words', '/contact/'],
    ['the page itself', '#'],
    ['a heading of the page itself', '#_about-what-this-is'],
    ['a section of a page of the site', '/quality/#ledger'],
    ['a view of a page', '/compare/?arms=alpha/new'],
    ['a file of the site', '/cite/library.bib'],
    ['a file of public/', '/favicon.svg'],
    ['a page, from where it stands', '../trials/alpha/'],
    ['a page whose address is escaped', '/%74rials/'],
    ['another site', 'https://elsewhere.example/nowhere/%zz'],
    ['a mailbox', 'mailto:a@b.example'],
  ])('may lead to %s: %s', (_, href) => {
    expect(told(href)).toEqual([]);
  });

  it.each([
    ['no page', '/nowhere/'],
    ['no entry', '/trials/gamma/'],
    ['a page without its slash', '/trials'],
    ['no figure', '/trials/alpha/#cr-knew'],
    ['no heading', '#_about-this'],
    ['what stands on another page', '/trials/beta/#cr-new'],
    ['no file', '/data/trials.xls'],
    ['no character', '/trials/%zz/'],
    ['no character of an anchor', '/trials/alpha/#%zz'],
    ['out of the site', '../../../../etc/passwd'],
  ])('is refused where it leads to %s: %s', (_, href) => {
    expect(told(href)).toEqual(['links/page']);
  });

  it('has the images that it shows', () => {
    const image = (source: string) =>
      check(undefined, {
        'pages/about.mdx': `${good('pages/about.mdx')}\n![A plot](${source})\n`,
      }).findings.map(({ code, at }) => [code, at]);
    expect(image('/favicon.svg')).toEqual([]);
    expect(image('/plot.png')).toEqual([['links/page', 'pages/about.mdx:11:1']]);
  });
});
