import type { TrialNode } from '../../../evidence/library.ts';
import { site } from '../../../site/library.ts';
import { datasetOfTrial } from '../../../views/datasets.ts';

/** One file a trial, for comparisons. */
export function getStaticPaths() {
  return site().library.trials.map((trial) => ({ params: { id: trial.id }, props: { trial } }));
}

export function GET({ props }: { props: { trial: TrialNode } }): Response {
  return Response.json(datasetOfTrial(props.trial, site().library));
}
