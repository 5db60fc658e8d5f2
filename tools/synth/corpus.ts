import { reviewFiles, therapyEntry, valuesOf, workItem } from './entries.ts';
import { reviewId, studiesOfReview, studyOf, therapyId, therapyName } from './study.ts';
import { studiesOfSynthesis, synthesisFiles, synthesisId } from './syntheses.ts';
import { fill, template, unsigned } from './template.ts';

/** A file of a content folder. */
export interface SyntheticFile {
  path: string;
  text: string;
}

/** The largest base of which every study is known by its figures (see `telling`). */
export const mostTrials = 100_000;
/**
 * A base in parts is cut at multiples of this: the studies of a review, of a synthesis and of a pair stay
 * together.
 */
export const partSize = 200;

/**
 * A valid content folder of invented studies, file by file: for each study its entry of about 400 words and
 * 20 outcomes and the index of its abstract, two or three references, and therapies, reviews and published
 * syntheses as their number asks for. The same seed always gives the same bytes, and a larger base has the
 * studies of a smaller one.
 *
 * @param first the number of the first study; bases of other numbers have other studies and works
 */
export function* syntheticCorpus(trials: number, seed: number, first = 0): Generator<SyntheticFile> {
  const end = first + trials;
  const described = new Set<number>();
  /** Works of studies that lie before the first. */
  const earlier = new Set<string>();
  for (const name of ['base.yaml', 'vocabulary.yaml', 'endpoints.yaml', 'phrases.zh.yaml'])
    yield { path: name, text: template(name) };
  yield { path: 'pages/about.mdx', text: template('about.mdx') };
  for (const id of topics) yield { path: `topics/${id}.mdx`, text: template(`topic-${id}.mdx`) };
  yield { path: 'topics/response.zh.mdx', text: template('topic-response.zh.mdx') };
  const works: string[] = [];
  const addresses = topics.map((id) => `/topics/${id}/`);
  addresses.push(
    ...idsOf(template('endpoints.yaml')).flatMap((id) => [`/endpoints/#${id}`, `/endpoints/${id}/`]),
  );
  const publish = (page: string, entry: string) =>
    addresses.push(
      page,
      ...idsOf(entry.slice(entry.search(/^(?:planned|outcomes|claims|pooled):/m))).map(
        (id) => `${page}#${id}`,
      ),
    );
  for (let number = first; number < end; number += 1) {
    const study = studyOf(seed, number);
    const values = valuesOf(seed, study, end);
    const entry = fill(template('study.mdx'), values);
    publish(`/trials/${study.id}/`, entry);
    yield { path: `trials/${study.id}.mdx`, text: entry };
    yield {
      path: `sources/${study.works[0]!.id}-abstract.yaml`,
      text: fill(template('source.yaml'), unsigned(values)),
    };
    for (const therapy of study.therapies.filter((given) => !described.has(given))) {
      described.add(therapy);
      addresses.push(`/therapies/${therapyId(therapy)}/`);
      yield { path: `therapies/${therapyId(therapy)}.mdx`, text: therapyEntry(seed, therapy, study) };
    }
    works.push(...study.works.map((work) => workItem(seed, work, study.therapies.map(therapyName))));
    for (const key of citedBefore(entry, first)) earlier.add(key);
  }
  for (const key of earlier) {
    const study = studyOf(seed, numberIn(key));
    const cited = study.works.filter(({ id }) => id === key);
    works.push(...cited.map((work) => workItem(seed, work, study.therapies.map(therapyName))));
  }
  const part = (number: number, size: number) =>
    Array.from({ length: Math.min(size, end - number * size) }, (_, i) => studyOf(seed, number * size + i));
  for (let review = first / studiesOfReview; review * studiesOfReview < end; review += 1) {
    const studies = part(review, studiesOfReview);
    const { entry, source, work } = reviewFiles(seed, review, studies);
    publish(`/reviews/${reviewId(review)}/`, entry);
    yield { path: `reviews/${reviewId(review)}.mdx`, text: entry };
    yield { path: `sources/${reviewId(review)}.yaml`, text: source };
    works.push(work);
  }
  for (let number = first / studiesOfSynthesis; number * studiesOfSynthesis < end; number += 1) {
    const { entry, source, work, workId } = synthesisFiles(seed, number, part(number, studiesOfSynthesis));
    publish(`/syntheses/${synthesisId(number)}/`, entry);
    yield { path: `syntheses/${synthesisId(number)}.mdx`, text: entry };
    yield { path: `sources/${workId}-abstract.yaml`, text: source };
    works.push(work);
  }
  const library = works.join('');
  addresses.push(...idsOf(library).map((id) => `/references/${id}/`));
  yield { path: 'references.yaml', text: library };
  yield {
    path: 'permanent-urls.yaml',
    text: addresses
      .sort()
      .map((address) => `- ${address}\n`)
      .join(''),
  };
}

/** The number of the study that a work is of. */
const numberIn = (key: string) => Number(/-(\d+)[abc]$/.exec(key)![1]) - 1;

/** The works that an entry cites of studies before a number. */
function citedBefore(entry: string, first: number): string[] {
  return [...entry.matchAll(/@([a-z]+-\d+-\d+[abc])\b/g)]
    .map(([, key]) => key!)
    .filter((key) => numberIn(key) < first);
}

const topics = ['response', 'survival', 'harm'];

/** The ids that a text gives to the items of its lists. */
function idsOf(text: string): string[] {
  return [...text.matchAll(/^(?: {2})?- id: (.+)$/gm)].map(([, id]) => id!);
}
