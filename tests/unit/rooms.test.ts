import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

/** What lint says of one line of code as if it stood in a file of a room. */
async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await new ESLint().lintText(code, { filePath });
  return result!.messages.map(({ message }) => message);
}

describe('rooms of src/', () => {
  it.each([
    ['src/model/example.ts', "import '../site/library.ts';\n"],
    ['src/reading/example.ts', "import '../checks/run.ts';\n"],
    ['src/exports/example.ts', "import '../site/library.ts';\n"],
    ['src/site/example.ts', "import '../cli/main.ts';\n"],
  ])('%s may not look up the list: %s', async (file, code) => {
    expect(await lint(file, code)).toContainEqual(expect.stringMatching(/may import only/));
  });

  it.each([
    ['src/evidence/example.ts', "import '@citation-js/core';\n"],
    ['src/evidence/example.ts', "import '@stdlib/stats-base-dists-beta-quantile';\n"],
    ['src/checks/example.ts', "import 'yaml';\n"],
  ])('%s may not speak to a package of another room: %s', async (file, code) => {
    expect(await lint(file, code)).toContainEqual(expect.stringMatching(/Only one room speaks/));
  });

  it('lets data flow down the list', async () => {
    expect(await lint('src/checks/example.ts', "import '../reading/corpus.ts';\n")).toEqual([]);
  });
});
