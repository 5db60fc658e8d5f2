import { taskFor } from '../importing/results/prompt.ts';
import { readCorpus } from '../reading/corpus.ts';
import { contentFolder, contentOption, readArgs, UsageError, withErrors, type Command } from './command.ts';
import { inputText } from './input-text.ts';

export const prompt: Command = {
  usage: 'prompt TEXT|FILE|- [--content DIR]',
  summary:
    'Writes the task for a language model that reads a text into an entry: rules, schema, vocabulary and numbered passages. It asks no model; almanac verify judges the answer.',
  run(args) {
    const { values, positionals } = readArgs(args, contentOption, true);
    const [given, ...rest] = positionals;
    if (given === undefined || rest.length > 0)
      throw new UsageError(`expected one text, file or -, found ${positionals.length}; put a text in quotes`);
    const { text } = inputText(given);
    const content = contentFolder(values.content);
    const { entries, files } = readCorpus(content);
    const [endpoints, vocabulary] = [files.endpoints?.data, files.vocabulary?.data];
    if (!endpoints || !vocabulary) throw withErrors('the vocabulary of the base cannot be read', content);
    const therapies = entries.therapies.flatMap(({ id, data }) =>
      data
        ? [
            {
              id,
              names: [data.name.en, data.name.zh, ...data.brand, ...data.code, ...data.synonyms].flatMap(
                (name) => name ?? [],
              ),
            },
          ]
        : [],
    );
    process.stdout.write(taskFor(text, { endpoints, vocabulary, therapies }));
    return 0;
  },
};
