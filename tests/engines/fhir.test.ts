import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fhirFiles } from '../../src/exports/fhir/bundle.ts';
import { editionWith, everyKind, hostile, projectEdition } from '../unit/exports/editions.ts';
import { javaLibraries, npmPackages, tell, where } from './programs.ts';

const here = path.join(import.meta.dirname, 'fhir');
const needed = [
  javaLibraries('fhir-validator', path.join(here, 'pom.xml')),
  npmPackages('fhir-packages', path.join(here, 'packages.json')),
];

/**
 * What the validator warns of that stays, by the value set that it would have a code of, and why there is
 * none.
 */
const reasons: Record<string, string> = {
  'Study Design': 'it has no code for an open label',
  'Evidence Certainty Rating':
    'its codes grade a body of evidence; a judgement of one study is in words of its tool',
  'Published In Type': 'it has no code for proceedings of a conference, nor for a website',
  'Attribute Estimate Type':
    'its standard error is that of a mean; what a report prints after ± may be either',
};

interface Found {
  severity: string;
  file: string;
  place: string;
  message: string;
}

function validated(libraries: string, packages: string, bundles: ReadonlyMap<string, string>) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'almanac-fhir-'));
  const files = [...bundles].map(([name, content]) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content);
    return file;
  });
  const classPath = [path.join(libraries, 'lib', '*'), packages].join(path.delimiter);
  const args = ['-Xmx2g', '-cp', classPath, path.join(here, 'Validate.java'), ...files];
  const { status, stdout, stderr } = spawnSync('java', args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  fs.rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`the validator stopped: ${stderr.slice(-1000)}`);
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t') as [string, string, string, string, string]);
  const read = lines.filter(([severity]) => severity === 'read').map(([, , file]) => file);
  const found = lines
    .filter(([severity]) => severity !== 'read')
    .map(([severity, , file, place, message]): Found => ({ severity, file, place, message }));
  return { read, found };
}

where(needed, 'the validator of HL7', (libraries, packages) => {
  describe('the validator of HL7 on FHIR', () => {
    const bundles = new Map([
      ...[...fhirFiles(projectEdition())].map(
        ({ path: name, content }) => [path.basename(name), content] as const,
      ),
      ...[...fhirFiles(editionWith(everyKind))].map(
        ({ content }) => ['made-every-kind.json', content] as const,
      ),
      ...[...fhirFiles(editionWith(hostile))].map(({ content }) => ['made-hostile.json', content] as const),
    ]);
    const [sound] = [...bundles.values()];
    const broken = JSON.parse(sound ?? '') as {
      entry: { resource: { status?: string; result?: { reference: string }[] } }[];
    };
    broken.entry[0]!.resource.status = 'done';
    broken.entry[0]!.resource.result = [
      { reference: (broken.entry.at(-1) as unknown as { fullUrl: string }).fullUrl },
    ];
    const { read, found } = validated(
      libraries,
      packages,
      new Map([...bundles, ['broken.json', JSON.stringify(broken)]]),
    );
    const own = found.filter(({ file }) => file !== 'broken.json');

    it('finds no error in any bundle', () => {
      expect(read).toEqual([...bundles.keys(), 'broken.json']);
      expect(own.filter(({ severity }) => severity === 'error' || severity === 'fatal')).toEqual([]);
    });

    it('warns only of words for which a value set has no code', () => {
      const warnings = own.filter(({ severity }) => severity !== 'information');
      const ofSet = ({ message }: Found) =>
        /^No code provided, .* from the value set '([^']+)'/.exec(message)?.[1] ?? message;
      const counted = Map.groupBy(warnings, ofSet);
      expect([...counted.keys()].filter((set) => !(set in reasons))).toEqual([]);
      for (const [set, ones] of counted) tell(`${ones.length} times no code of ${set}: ${reasons[set]}`);
      tell(`${bundles.size} bundles, 0 errors, ${warnings.length} warnings`);
    });

    it('would find a code that is none, and a reference to what may not be named', () => {
      const errors = found.filter(({ file, severity }) => file === 'broken.json' && severity === 'error');
      expect(errors.map(({ message }) => message).join('\n')).toMatch(
        /'done'[\s\S]*Invalid Resource target type/,
      );
    });
  });
});
