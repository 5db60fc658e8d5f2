// Writes r5.schema.json and codes.json from the packages they come from, unpacked beside each other:
//   npm pack hl7.fhir.r5.core@5.0.0 hl7.terminology.r4@7.0.1
//   node extract.mjs CORE/package TERMINOLOGY/package
import process from "node:process";
import fs from 'node:fs';
import path from 'node:path';

const [core, terminology] = process.argv.slice(2);
const here = import.meta.dirname;
const readJson = (...parts) => JSON.parse(fs.readFileSync(path.join(...parts), 'utf8'));

// The definitions that a Bundle of these three needs; descriptions, which are most of the size, are left out.
const resources = ['ResearchStudy', 'Citation', 'Evidence'];
const { definitions } = readJson(core, 'openapi', 'fhir.schema.json');
definitions.ResourceList = { oneOf: resources.map((name) => ({ $ref: `#/definitions/${name}` })) };
const kept = {};
const keep = (name) => {
  if (kept[name]) return;
  kept[name] = strip(definitions[name]);
  for (const [, next] of JSON.stringify(kept[name]).matchAll(/"#\/definitions\/(\w+)"/g)) keep(next);
};
const strip = (schema) =>
  JSON.parse(JSON.stringify(schema, (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value)));
keep('Bundle');
const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $comment: 'Extracted from openapi/fhir.schema.json of hl7.fhir.r5.core 5.0.0, (c) HL7, CC0 1.0',
  $ref: '#/definitions/Bundle',
  definitions: sorted,
};
fs.writeFileSync(path.join(here, 'r5.schema.json'), `${JSON.stringify(schema)}\n`);

const systems = [
  ...['statistic-type', 'attribute-estimate-type', 'variable-role'].map((name) => [terminology, name]),
  [core, 'published-in-type'],
  ...['title-type', 'study-design', 'research-study-phase', 'research-study-status', 'research-study-arm-type'].map((n) => [core, n]),
  [core, 'research-study-objective-type'],
  [core, 'certainty-type'],
  [core, 'related-artifact-type'],
  [core, 'publication-status'],
];
const codesIn = (concepts = []) => concepts.flatMap(({ code, concept }) => [code, ...codesIn(concept)]);
const codes = systems.map(([folder, name]) => {
  const { url, concept } = readJson(folder, `CodeSystem-${name}.json`);
  return [url, codesIn(concept)];
});
fs.writeFileSync(path.join(here, 'codes.json'), `${JSON.stringify(Object.fromEntries(codes), null, 1)}\n`);
