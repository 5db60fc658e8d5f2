import fs from 'node:fs';
import path from 'node:path';
import { EndpointNames } from '../importing/results/endpoints.ts';
import { indexOf } from '../importing/results/places.ts';
import { parseResults } from '../importing/results/parse.ts';
import { outcomesYaml } from '../importing/results/yaml.ts';
import { id as idSchema } from '../model/text.ts';
import { readCorpus } from '../reading/corpus.ts';
import { shown } from '../reading/shown.ts';
import { contentFolder, contentOption, readArgs, UsageError, withErrors, type Command } from './command.ts';
import { makeFolder } from './folders.ts';
import { inputText } from './input-text.ts';
import { indexYaml } from './trace-index.ts';

export const parse: Command = {
  usage:
    'parse TEXT|FILE|- [--of KEY] [--section ID] [--arm ID] [--population ID] [--source ID [--title TEXT] [--url URL] [--read DATE]] [--content DIR]',
  summary:
    'Reads results as papers print them into outcomes to paste, each with the words that it comes from, and names every number that it did not understand; --source writes the figure index of the text, so that they are traced.',
  run(args) {
    const option = { type: 'string' } as const;
    const options = {
      ...contentOption,
      of: option,
      section: option,
      arm: option,
      population: option,
      source: option,
      title: option,
      url: option,
      read: option,
    };
    const { values, positionals } = readArgs(args, options, true);
    const [given, ...rest] = positionals;
    if (given === undefined || rest.length > 0)
      throw new UsageError(`expected one text, file or -, found ${positionals.length}; put a text in quotes`);
    for (const key of ['of', 'arm', 'population', 'source'] as const) {
      const value = values[key];
      if (value !== undefined && !idSchema.safeParse(value).success)
        throw new UsageError(
          `--${key} cannot be ${JSON.stringify(value)}; expected lower-case letters and digits joined by hyphens`,
        );
    }
    const { text, bytes } = inputText(given);
    const content = contentFolder(values.content);
    const names = namesIn(content);
    const section = values.section ?? 'abstract';
    const index = indexOf(text, section);
    const parsed = parseResults(text, names);
    const { of, source } = values;
    if (source !== undefined) {
      if (of === undefined) throw new UsageError('--source needs --of KEY: the report whose text it is');
      const about = { of, title: values.title ?? section, url: values.url, read: values.read };
      writeSource(content, source, indexYaml(bytes, about, [index.section]));
    }
    const known = {
      report: of,
      locator: source === undefined ? values.section : section,
      arm: values.arm,
      population: values.population,
    };
    process.stdout.write(
      outcomesYaml(text, parsed, known, source === undefined ? () => ({}) : index.placesOf),
    );
    const isAtOdds = parsed.results.some(({ remarks }) => remarks.length > 0);
    return isAtOdds || parsed.results.length === 0 ? 1 : 0;
  },
};

/** The names by which a base knows its endpoints and scales. */
function namesIn(content: string): EndpointNames {
  const { files } = readCorpus(content);
  const [endpoints, vocabulary] = [files.endpoints?.data, files.vocabulary?.data];
  if (!endpoints || !vocabulary)
    throw withErrors(
      `${shown(path.join(content, endpoints ? 'vocabulary.yaml' : 'endpoints.yaml'))} cannot be read`,
      content,
    );
  return new EndpointNames(endpoints, vocabulary);
}

function writeSource(content: string, id: string, yaml: string): void {
  const file = path.join(content, 'sources', `${id}.yaml`);
  if (fs.existsSync(file)) throw new UsageError(`${shown(file)} exists already; choose another --source`);
  makeFolder(path.dirname(file));
  fs.writeFileSync(file, yaml, { flag: 'wx' });
  console.error(`almanac parse: ${shown(file)} written`);
}
