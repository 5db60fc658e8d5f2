import fs from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../../src/cli/command.ts';
import { EndpointNames } from '../../../../src/importing/results/endpoints.ts';
import { endpoints, vocabulary } from '../../../../src/model/vocabulary.ts';
import { readYaml } from '../../../../src/reading/yaml.ts';

const read = (name: string) =>
  readYaml(fs.readFileSync(path.join(projectRoot, 'content', name), 'utf8')).data;

/** The names of the endpoints and scales of this base. */
export const names = new EndpointNames(
  endpoints.parse(read('endpoints.yaml')),
  vocabulary.parse(read('vocabulary.yaml')),
);
