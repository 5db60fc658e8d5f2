import type { Named } from './naming.ts';
import type { Data, DraftEntry } from './parts.ts';

/** Words of a body that are odd and harmless. */
const pieces = [
  '## Design',
  '## Design',
  '### 设计 & <sub>2</sub>',
  '# CR of CR',
  'CR and CR, *emphasis*, **strong**, ~~struck~~, `code {x}` and H<sub>2</sub>O.',
  '- a\n- b\n  1. c\n\n> quoted\n>> twice',
  '| a | b |\n|---|:-:|\n| 1 | &lt; |',
  '```js\nundefinedName <b> {x}\n```',
  '[elsewhere](https://x.example/%zz?a=%&b#c) and https://x.example/a_b',
  '[mail](mailto:a@b.example)',
  '![A sign](/favicon.svg)',
  'A[^1] note.\n\n[^1]: of it.',
  '[x][y]\n\n[y]: https://x.example/ "title"',
  'العربية 👩‍⚕️ e\u0301 \u00a0 &nbsp; &amp;amp; \\* \\{',
  '---',
  '{/* a comment */}',
];

/** Links that lead nowhere, most of them: what check lets through must lead somewhere. */
const links = [
  '/nowhere/',
  '/%zz/',
  '#',
  '#nowhere',
  '/trials',
  '/about/#checked',
  '/data/',
  '/feed.xml',
  '../',
  './',
  '/endpoints/#cr',
];

/**
 * The body of an entry: odd Markdown, and citations, facts and links of things that are there, or are not.
 */
export function bodyOf({ collection, data }: DraftEntry, { draw, works, trials, endpoints }: Named): string {
  const facts = ((collection === 'trials' ? data.outcomes : collection === 'reviews' ? data.claims : []) ??
    []) as Data[];
  const parts = draw.some(pieces, 5);
  if (draw.chance(0.5))
    parts.push(`As said [@${draw.of(works)}; @${draw.of(works)}] and again [@${draw.of(works)}].`);
  for (const fact of Array.isArray(facts) ? facts.slice(0, 2) : [])
    if (fact)
      parts.push(`It was <Fact id="${String(fact.id)}"${draw.chance(0.3) ? ' show="full"' : ''} /> then.`);
  if (draw.chance(0.3))
    parts.push(
      `See [it](/trials/${draw.of(trials)}/), [that](/endpoints/${draw.of(endpoints)}/) or [this](#_about-design).\n\n## Design`,
    );
  if (draw.chance(0.15)) parts.push(`Follow [a link](${draw.of(links)}).`);
  return parts.join('\n\n');
}
