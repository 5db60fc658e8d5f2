import fs from 'node:fs';
import { expect, it } from 'vitest';
import { entryOf } from '../../../src/importing/registry/entry.ts';
import { recordOf } from '../../../src/importing/registry/protocol.ts';
import { xmlStudies } from '../../../src/importing/registry/xml-study.ts';
import { yamlText } from '../../../src/importing/yaml-text.ts';
import type { TrialNode } from '../../../src/evidence/library.ts';
import { inLocale } from '../../../src/i18n/locale.ts';
import { trial } from '../../../src/model/trial.ts';
import { readYaml } from '../../../src/reading/yaml.ts';
import { registeredFacts, registeredWorks } from '../../../src/views/registered.ts';

const known = {
  names: {
    endpoint: () => undefined,
    therapy: () => undefined,
    ageGroup: () => undefined,
    unstated: { setting: 'a', ageGroup: 'b' },
  },
  work: () => undefined,
};

/** A study of which nothing but its entry is asked. */
function imported(): TrialNode {
  const [found] = xmlStudies([fs.readFileSync('tests/fixtures/import/ctgov-legacy.xml', 'utf8')]);
  if (!found || !('study' in found)) throw new Error('the fixture has a record');
  const { data } = entryOf(recordOf(found.study), known, '2034-06-01');
  return { data: trial.parse(readYaml(yamlText(data)).data) } as TrialNode;
}

it('tells what the record says, in both languages, and leaves out what it does not say', async () => {
  const node = imported();
  const told = () =>
    registeredFacts(node).flatMap(([label, value]) => (value === undefined ? [] : [`${label}: ${value}`]));
  expect(told()).toEqual([
    'Why it was stopped: Slow recruitment',
    'Start: 2031-04',
    'Primary completion: 2033-11-02',
    'Completion: 2034-03-05',
    'Results first posted: 2034-05-02',
    'Participants: 120',
    'Type of study: interventional',
    'Allocation: randomized',
    'Model: parallel',
    'Purpose: treatment',
    'Masking: double (investigator, participant)',
    'Conditions: B-cell Acute Lymphoblastic Leukemia',
    'Interventions: biological: Testumab; drug: Invented scheme',
    'Lead sponsor: Example Pharma',
    'Sites: 2',
    'Other numbers: INV-11',
  ]);
  const chinese = await inLocale('zh', told);
  expect(chinese).toContain('研究类型: 干预性研究');
  expect(chinese).toContain('盲法: 双盲 (研究者, 受试者)');
  expect(chinese).toContain('干预措施: 生物制剂: Testumab；药物: Invented scheme');
  expect(chinese).toHaveLength(16);
  expect(registeredWorks(node, [])).toEqual([
    {
      kind: 'result',
      work: undefined,
      links: [
        { kind: 'doi', text: '10.5555/inv.2034.0011', href: 'https://doi.org/10.5555/inv.2034.0011' },
        { kind: 'pubmed', text: '99000011', href: 'https://pubmed.ncbi.nlm.nih.gov/99000011/' },
      ],
      citation: undefined,
    },
    {
      kind: 'background',
      work: undefined,
      links: [],
      citation: 'Example C. An older trial without a number. 2020.',
    },
  ]);
  expect(registeredFacts({ data: { ...node.data, registered: undefined } } as TrialNode)).toEqual([]);
});
