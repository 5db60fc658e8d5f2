import type { Fact } from '../../evidence/library.ts';
import { readElsewhere } from '../../evidence/read-in.ts';
import { gradeText, timeText, word } from '../../wording/figures.ts';
import type { Population } from '../../model/trial.ts';
import { partOf } from '../../model/outcome.ts';
import type { Edition } from '../edition.ts';
import { certaintyOf } from './certainty.ts';
import { designOf } from './study.ts';
import { statisticOf } from './statistic.ts';
import { concept, fhirId, some, uuidOf } from './terms.ts';

/** One fact of a trial as a resource `Evidence` of FHIR R5. */
export function evidenceOf(fact: Fact, { library: { base }, context: { address } }: Edition) {
  const { uid, path, trial, outcome, endpoint, report } = fact;
  const { value, fraction, interval, p, at } = word(outcome, fact.derived);
  return {
    resourceType: 'Evidence',
    id: fhirId(uid),
    // Its address is no `url`, which may hold no #.
    identifier: [
      { system: 'urn:ietf:rfc:3986', value: address(path) },
      { system: address('/trials/'), value: uid },
    ],
    version: trial.data.version,
    title: `${endpoint.data.label.en}, ${trial.name}`,
    status: 'active',
    experimental: true,
    date: trial.data.updated,
    publisher: base.publisher,
    description: [value, fraction, interval, p, at].filter((part) => part !== undefined).join('; '),
    copyright: `${base.licence.name} ${base.licence.url}`,
    relatedArtifact: [
      {
        type: 'citation',
        label: outcome.locator,
        resourceReference: { reference: uuidOf(report.reference.path) },
      },
      { type: 'derived-from', resourceReference: { reference: uuidOf(trial.path) } },
    ],
    note: some([outcome.note, readNote(fact)].flatMap((text) => (text === undefined ? [] : [{ text }]))),
    variableDefinition: variablesOf(fact),
    studyDesign: designOf(trial.data),
    statistic: [statisticOf(fact)],
    certainty: fact.riskOfBias && [certaintyOf(fact.riskOfBias, base)],
  };
}

/** That a figure was read elsewhere than in the report that it is cited from. */
function readNote(fact: Fact): string | undefined {
  const elsewhere = readElsewhere(fact);
  return (
    elsewhere && `Not read in the report itself: ${elsewhere}${fact.source ? `, ${fact.source.url}` : ''}.`
  );
}

/** Who was counted, who was given what, against whom, and what was measured. */
function variablesOf({ outcome, population, arm, comparator, versus, endpoint }: Fact) {
  const variable = (role: string, ...words: (string | undefined)[]) => ({
    description: words.filter((part) => part !== undefined).join('. '),
    variableRole: concept('role', role, role),
  });
  const people = ({ label, definition }: Population) => [label, definition];
  const grade = 'grade' in outcome && outcome.grade ? gradeText(outcome.grade.printed) : undefined;
  const time = 'at' in outcome && outcome.at ? timeText(outcome.at) : undefined;
  const term = partOf(outcome, 'term');
  const factor = partOf(outcome, 'factor');
  return some([
    variable('population', ...people(population)),
    ...(arm ? [variable('exposure', arm.label, arm.regimen)] : []),
    ...(factor ? [variable('exposure', factor)] : []),
    ...(comparator && comparator !== arm
      ? [variable('referenceExposure', comparator.label, comparator.regimen)]
      : []),
    ...(versus ? [variable('referenceExposure', ...people(versus))] : []),
    variable('measuredVariable', endpoint.data.label.en, term, grade, time, outcome.definition),
  ]);
}
