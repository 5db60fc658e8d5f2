import { Draw } from './draw.ts';
import { figuresOf } from './figures.ts';
import { authors, firstAuthor, section, title } from './prose.ts';
import {
  reviewId,
  studiesOfReview,
  studyId,
  studyOf,
  therapyId,
  therapyName,
  type Study,
  type Work,
} from './study.ts';
import { fill, template, type Values } from './template.ts';
import { capital, word } from './words.ts';

/** What fills the templates of a study: its entry and the index of its abstract. */
export function valuesOf(seed: number, study: Study, studies: number): Values {
  const { number, own, other, works, review, therapies } = study;
  const draw = new Draw(seed, `entry ${number}`);
  const sizes = (key: 'n' | 'treated') =>
    other ? `{new: ${own[key]}, old: ${other[key]}}` : `{new: ${own[key]}}`;
  // The two of a pair share patients; the last study of a base may have no other.
  const partner = number % 20 === 10 ? number + 1 : number % 20 === 11 ? number - 1 : studies;
  return {
    ...figuresOf(seed, study),
    number: number + 1,
    acronym: study.acronym,
    therapies: therapies.map(therapyId).join(', '),
    therapyNames: therapies.map(therapyName).join(' with '),
    status: draw.one(['completed', 'active-not-recruiting', 'terminated']),
    phase: draw.one(other ? ['2', '2/3', '3'] : ['1', '1/2', '2']),
    design: other ? 'randomised' : 'single-arm',
    ...draw.one([
      { setting: 'early', settingLabel: 'early course' },
      { setting: 'later', settingLabel: 'later course' },
      { setting: 'last', settingLabel: 'last course' },
    ]),
    ageGroup: draw.one(['younger', 'older', 'all-ages']),
    stage: draw.one(['low', 'middle', 'high']),
    factor: word(draw.rank(20_000)),
    both: other !== undefined,
    bias: draw.one(['some-concerns', 'high']),
    role: other ? 'experimental' : 'single',
    kind: other ? 'randomised' : 'enrolled',
    ...{ sizes: sizes('n'), treatedSizes: sizes('treated') },
    ...{
      firstAuthor: firstAuthor(works[0]!.id),
      primary: works[0]!.id,
      update: works[1]!.id,
      year: works[0]!.year,
    },
    ...{ review: review === undefined ? false : reviewId(review), section: (number % studiesOfReview) + 1 },
    ...{ plan: number % 4 === 0, silent: number % 8 === 0 },
    ...{ shares: partner < studies, partner: studyId(partner) },
    prose: proseOf(seed, study),
  };
}

/** About 400 words with 16 citations: of its own works, and of those of studies not long before it. */
function proseOf(seed: number, { number, works, other }: Study): string {
  const draw = new Draw(seed, `prose ${number}`);
  const others = Array.from({ length: 15 - works.length }, () => {
    const near = Math.min(number, 200);
    return near === 0 ? works[0]!.id : draw.one(studyOf(seed, number - draw.whole(1, near)).works).id;
  });
  const cited = [...works.map(({ id }) => id), ...others];
  const fact = (id: string, show?: string) => `<Fact id="${id}"${show ? ` show="${show}"` : ''} />`;
  return [
    section(draw, 'Why it was done', cited.slice(2, 6)),
    section(draw, 'Who took part', cited.slice(6, 8), [fact('patients'), fact('age', 'full')]),
    section(draw, 'What was reported', cited.slice(0, 3), [
      fact('response-new', 'full'),
      fact('os-new', 'full'),
      fact('efs-new', 'interval'),
      fact('os-new-24'),
      ...(other ? [fact('os-hr', 'full'), fact('os-24-difference', 'p')] : []),
    ]),
    section(draw, 'What else happened', cited.slice(8, 11), [fact('fever-new-high', 'fraction')]),
    section(draw, 'What it leaves open', cited.slice(11)),
  ].join('\n');
}

/** A therapy, in the words of the study that first gave it. */
export function therapyEntry(seed: number, therapy: number, { works }: Study): string {
  const draw = new Draw(seed, `therapy ${therapy}`);
  return fill(template('therapy.mdx'), {
    name: therapyName(therapy),
    number: therapy + 1,
    synonym: word(draw.rank(20_000)),
    class: `class-${draw.whole(1, 5)}`,
    target: `target-${draw.whole(1, 4)}`,
    form: draw.one(['simple', 'joined']),
    approved: therapy % 3 === 0,
    work: works[0]!.id,
    prose: section(
      draw,
      'How it works',
      works.map(({ id }) => id),
    ),
  });
}

/** The entry of a review of some studies, and the index of its text. */
export function reviewFiles(seed: number, number: number, studies: readonly Study[]) {
  const draw = new Draw(seed, `review ${number}`);
  const keys = studies.map(({ works }) => works[0]!.id);
  const told = studies.filter(({ review }) => review === number);
  const values = {
    id: reviewId(number),
    number: number + 1,
    work: reviewWorkId(number),
    ...{ first: studies[0]!.number + 1, last: studies.at(-1)!.number + 1 },
    bibliography: keys.map((key, i) => `{number: ${i + 1}, key: ${key}}`).join(', '),
    ...{
      cited: keys[0]!,
      response: draw.whole(50, 85),
      os: draw.whole(8, 30),
      os60: draw.whole(5, 40),
      fever: draw.whole(5, 40),
    },
    sections: told.map((study) => sectionOf(study, figuresOf(seed, study))).join(', '),
    prose: ['What was looked for', 'What was found', 'What is missing']
      .map((heading, i) => section(draw, heading, keys.slice(5 * i, 5 * i + 5)))
      .join('\n'),
  };
  return {
    entry: fill(template('review.mdx'), values),
    source: fill(template('review-source.yaml'), values),
    work: workItem(seed, { id: values.work, year: draw.whole(2015, 2025), serial: 9_000_000 + number }),
  };
}

/** The section of a review about one study, with the numbers that it repeats. */
function sectionOf({ number, own, works }: Study, { responders, response }: Values): string {
  const passage = `{cites: [${works[0]!.id}], numbers: [${[responders, own.n, response].join(', ')}]}`;
  return `{id: "2.${(number % studiesOfReview) + 1}", passages: [${passage}]}`;
}

const reviewWorkId = (number: number) => `survey-${number + 1}`;

/** A work as references.yaml lists it; `about` are names in its title. */
export function workItem(seed: number, { id, year, serial }: Work, about: readonly string[] = []): string {
  const draw = new Draw(seed, `work ${id}`);
  const first = draw.whole(1, 2000);
  return fill(template('work.yaml'), {
    id,
    year,
    month: draw.whole(1, 12),
    title: title(draw, about),
    authors: authors(draw, id)
      .map(({ family, given }) => `{family: ${family}, given: ${given}}`)
      .join(', '),
    journal: `Journal of ${capital(word(draw.rank(200)))}`,
    volume: draw.whole(1, 200),
    issue: draw.whole(1, 12),
    pages: `${first}-${first + draw.whole(3, 15)}`,
    serial: String(serial).padStart(7, '0'),
  });
}
