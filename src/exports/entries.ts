import type {
  ReferenceNode,
  ReviewNode,
  SynthesisNode,
  TherapyNode,
  TopicNode,
  TrialNode,
} from '../evidence/library.ts';
import { apiFile } from './api/resources.ts';
import { originOf, type Edition } from './edition.ts';
import { byLine, entryOf, reviewOf, synthesisOf, trialOf } from './evidence.ts';
import { entryFile, type ExportFile } from './file.ts';

/**
 * Each trial, therapy, review, synthesis and topic as a JSON file beside its page: the entry as in
 * evidence.json, with `base` (where it comes from: version, content hash, licence) in front and the works it
 * names, in CSL-JSON, as `references`.
 */
export function* entryFiles(edition: Edition): Generator<ExportFile> {
  const { library, context } = edition;
  const { trials, therapies, reviews, syntheses, topics } = library;
  const file = (node: Named, entry: () => object, works: () => readonly ReferenceNode[]): ExportFile =>
    entryFile(
      fileOf(node),
      () => {
        const references = [...new Set(works())].map(({ data }) => data);
        return byLine({ base: originOf(edition), ...entry(), references });
      },
      apiFile(fileOf(node)),
    );
  for (const trial of trials)
    yield file(
      trial,
      () => trialOf(trial, context),
      () => worksOf(trial),
    );
  for (const therapy of therapies)
    yield file(
      therapy,
      () => entryOf(therapy, context),
      () => approvers(therapy, edition),
    );
  for (const review of reviews)
    yield file(
      review,
      () => reviewOf(review, context),
      () => [review.reference, ...citedIn(review)],
    );
  for (const synthesis of syntheses)
    yield file(
      synthesis,
      () => synthesisOf(synthesis, context),
      () => [synthesis.reference],
    );
  for (const topic of topics)
    yield file(
      topic,
      () => entryOf(topic, context),
      () => [],
    );
}

const fileOf = ({ path }: Named) => `${path.slice(1, -1)}.json`;

type Named = TrialNode | TherapyNode | ReviewNode | SynthesisNode | TopicNode;

const worksOf = ({ reports, facts, appraisals }: TrialNode) => [
  ...reports.map(({ reference }) => reference),
  ...facts.flatMap(({ cites }) => cites),
  ...appraisals.flatMap(({ reference }) => reference ?? []),
];

const citedIn = ({ claims }: ReviewNode) => claims.flatMap(({ cites }) => cites);

/** The works that state the approvals of a therapy; what a review states stands in the review. */
function approvers({ data }: TherapyNode, { library }: Edition): ReferenceNode[] {
  const reviews = new Map(library.reviews.map((review) => [review.id, review.reference]));
  return data.approvals
    .flatMap(({ report, claims }) => [report ?? [], claims.map((claim) => claim.report)].flat())
    .map((report) => reviews.get(report) ?? library.reference(report));
}
