import { Draw } from './draw.ts';
import { workItem } from './entries.ts';
import { figuresOf, named, ratio, tenths } from './figures.ts';
import { firstAuthor, section } from './prose.ts';
import { therapyId, therapyName, type Study } from './study.ts';
import { fill, template, unsigned, type Values } from './template.ts';

/** Of so many studies one published synthesis pools some. */
export const studiesOfSynthesis = 25;
export const synthesisId = (number: number) => `pooled-${number + 1}`;

/** The entry of a published synthesis of some of these studies, the index of its abstract and its work. */
export function synthesisFiles(seed: number, number: number, studies: readonly Study[]) {
  const draw = new Draw(seed, `synthesis ${number}`);
  const pooled = studies.slice(0, draw.whole(3, 8));
  const therapies = [...new Set(pooled.flatMap((study) => study.therapies))];
  const year = 1 + Math.max(...pooled.map(({ works }) => works[0]!.year));
  const work = { id: `meta-${number + 1}`, year, serial: 9_500_000 + number };
  const values: Values = {
    number: number + 1,
    work: work.id,
    year,
    ...draw.one([
      { setting: 'early', settingLabel: 'early course' },
      { setting: 'later', settingLabel: 'later course' },
      { setting: 'last', settingLabel: 'last course' },
    ]),
    therapies: therapies.map(therapyId).join(', '),
    included: pooled.map(includedOf).join(', '),
    ...resultsOf(seed, draw, pooled),
    prose: section(
      draw,
      'What was pooled',
      pooled.map(({ works }) => works[0]!.id),
    ),
  };
  return {
    entry: fill(template('synthesis.mdx'), values),
    source: fill(template('synthesis-source.yaml'), unsigned(values)),
    work: workItem(seed, work, therapies.map(therapyName)),
    workId: work.id,
  };
}

const includedOf = ({ id, works: [report] }: Study) =>
  `{trial: ${id}, as: ${firstAuthor(report!.id)} ${report!.year}, locator: abstract}`;

/** What it pooled: made up, but no other than its studies allow. */
function resultsOf(seed: number, draw: Draw, pooled: readonly Study[]): Values {
  const sum = (part: (study: Study) => number) => pooled.reduce((all, study) => all + part(study), 0);
  const responders = sum((study) => Number(figuresOf(seed, study)['responders']));
  const total = sum(({ own }) => own.n);
  const share = (100 * responders) / total;
  const within = draw.whole(20, 60) / 10;
  const beyond = within + draw.whole(10, 80) / 10;
  return {
    ...{
      studies: pooled.length,
      patients: sum(({ own, other }) => own.n + (other?.n ?? 0)),
      responders,
      total,
    },
    ...{ response: tenths(share), responseLow: tenths(share - within), responseHigh: tenths(share + within) },
    ...{ widerLow: tenths(share - beyond), widerHigh: tenths(share + beyond) },
    ...{ i2: draw.whole(20, 80), heterogeneity: `0.0${draw.whole(1, 9)}`, tau2: `0.0${draw.whole(1, 9)}` },
    ...named('hr', ratio(draw.whole(55, 90) / 100, draw.whole(8, 20) / 100, 2)),
  };
}
