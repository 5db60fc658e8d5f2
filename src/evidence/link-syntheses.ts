import { firstIn } from '../model/need.ts';
import type { Synthesis } from '../model/synthesis.ts';
import { termOf, type PooledNode, type SynthesisNode } from './library.ts';
import type { Named } from './named.ts';
import { tracedOf } from './trace.ts';

interface SynthesisEntry {
  id: string;
  data: Synthesis;
  body: SynthesisNode['body'];
  translations: SynthesisNode['translations'];
}

interface About {
  therapies?: readonly string[] | undefined;
  classes?: readonly string[] | undefined;
  targets?: readonly string[] | undefined;
}

/** The therapies that are named, and their classes and targets with those that are named besides. */
function aboutOf(
  { therapies = [], classes = [], targets = [] }: About,
  { vocabulary, therapy }: Pick<Named, 'vocabulary' | 'therapy'>,
) {
  const own = therapies.map(therapy);
  return {
    therapies: own,
    classes: [
      ...new Set([
        ...classes.map((id) => termOf(vocabulary.therapyClasses, id)),
        ...own.map((one) => one.class),
      ]),
    ],
    targets: [
      ...new Set([
        ...targets.map((id) => termOf(vocabulary.targets, id)),
        ...own.flatMap((one) => one.targets),
      ]),
    ],
  };
}

/** Links a published synthesis to what it names, and that to it. */
export function linkSynthesis(
  { id, data, body, translations }: SynthesisEntry,
  named: Omit<Named, 'review'>,
): SynthesisNode {
  const { node, watched, reference, endpoint, trial } = named;
  const about = aboutOf(data.question, named);
  const synthesis = node<SynthesisNode>({
    kind: 'synthesis',
    id,
    path: `/syntheses/${id}/`,
    data,
    body,
    translations,
    reference: reference(data.reference),
    pooled: [],
    ...about,
    included: data.included.map(({ trial: name, ...rest }) => ({ trial: trial(name), ...rest })),
  });
  synthesis.reference.syntheses.push(synthesis);
  synthesis.pooled = data.pooled.map((result): PooledNode => {
    const uid = `${id}/${result.id}`;
    const linked = {
      uid,
      path: `${synthesis.path}#${result.id}`,
      synthesis,
      data: result,
      endpoint: endpoint(result.endpoint),
      ...((result.therapies ?? result.classes ?? result.targets) ? aboutOf(result, named) : about),
      source: data.sources.find(({ id: page }) => page === result.source) ?? firstIn(data.sources),
      traced: tracedOf(result),
    };
    const made = watched.watch<PooledNode>(`pooled:${uid}`, linked, { fixed: ['uid', 'path', 'synthesis'] });
    linked.endpoint.pooled.push(made);
    return made;
  });
  return synthesis;
}
