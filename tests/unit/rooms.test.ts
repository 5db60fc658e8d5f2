import fs from 'node:fs';
import { ESLint } from 'eslint';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { readRooms } from '../../tools/rooms.mjs';

/** Only the rules of the rooms: the others ask for types, which no file has that is not there. */
const eslint = new ESLint({
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId === 'no-restricted-imports' || ruleId === 'no-restricted-syntax',
});

/** What lint says of one line of code as if it stood in a file of a room. */
async function lint(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return result!.messages.map(({ message }) => message);
}

/** Lines that the compiler refuses under a project's settings, as if they were a file of the folder. */
function refusals(project: string, file: string, code: string): string[] {
  const { config } = ts.readConfigFile(project, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(
    config,
    ts.sys,
    project.includes('/') ? 'src/browser' : '.',
  );
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, code, ts.ScriptTarget.ESNext) : read(name, ...rest);
  return ts
    .getPreEmitDiagnostics(ts.createProgram([file], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}

describe('rooms of src/', () => {
  const rooms = readRooms();

  it('are all in the table of ARCHITECTURE.md, and only they', () => {
    const folders = fs
      .readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'styles')
      .map(({ name }) => name);
    expect([...rooms.keys()].sort()).toEqual(folders.sort());
  });

  it('import only what stands above them in the table', () => {
    const names = [...rooms.keys()];
    for (const [name, { imports }] of rooms)
      for (const other of imports)
        expect(names.slice(0, names.indexOf(name)), `${name} imports ${other}`).toContain(other);
  });

  it.each([
    ['src/model/example.ts', "import '../site/library.ts';\n"],
    ['src/reading/example.ts', "import '../checks/run.ts';\n"],
    ['src/exports/example.ts', "import '../site/library.ts';\n"],
    ['src/site/example.ts', "import '../cli/main.ts';\n"],
    ['src/browser/compare/example.ts', "import '../../site/library.ts';\n"],
    ['src/components/example.ts', "import '../site/library.ts';\n"],
    ['src/model/example.ts', "import './../site/library.ts';\n"],
    ['src/model/example.ts', "import '../../src/site/library.ts';\n"],
    ['src/model/example.ts', "import '#src/site/library.ts';\n"],
    ['src/model/example.ts', "export * from '../site/library.ts';\n"],
    ['src/model/example.ts', "await import('../site/library.ts');\n"],
    ['src/model/example.ts', 'await import(`../site/${name}.ts`);\n'],
    ['src/model/example.ts', "export type A = import('../site/library.ts').A;\n"],
    ['src/components/Example.astro', "---\nimport '../cli/main.ts';\n---\n"],
    ['src/cli/example.js', "await import('#src/pages/index.astro');\n"],
  ])('%s may not look up the list: %s', async (file, code) => {
    expect(await lint(file, code)).toContainEqual(expect.stringMatching(/may import only/));
  });

  it.each([
    ['src/evidence/example.ts', "import '@citation-js/core';\n"],
    ['src/evidence/example.ts', "import '@stdlib/stats-base-dists-beta-quantile';\n"],
    ['src/checks/example.ts', "import 'yaml';\n"],
    ['src/model/example.ts', "import 'yaml/util';\n"],
    ['src/model/example.ts', "await import('yaml');\n"],
  ])('%s may not speak to a package of another room: %s', async (file, code) => {
    expect(await lint(file, code)).toContainEqual(expect.stringMatching(/Only one room speaks/));
  });

  it.each([
    ["import '../i18n/../site/library.ts';\n"],
    ["await import('./example/../../site/library.ts');\n"],
  ])('are not reached by a detour: %s', async (code) => {
    expect(await lint('src/model/example.ts', code)).toContainEqual(expect.stringMatching(/detour/));
  });

  it.each([
    ['src/checks/example.ts', "import '../reading/corpus.ts';\n"],
    ['src/checks/example.ts', "await import('../reading/corpus.ts');\n"],
    ['src/cli/example.ts', "await import('./synth.ts');\n"],
    ['src/reading/example.ts', "import './yaml.ts';\nawait import('yaml');\n"],
    ['src/model/example.ts', "import './site/own.ts';\n"],
    ['src/components/example.ts', "import '../browser/compare/selection-bar.ts';\n"],
  ])('%s may look down it: %s', async (file, code) => {
    expect(await lint(file, code)).toEqual([]);
  });

  it('are what MDX pages, which lint does not read, import from', () => {
    const files = fs.globSync('src/pages/**/*.mdx');
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const imported = [
        ...fs.readFileSync(file, 'utf8').matchAll(/^import .* from '(?:\.\.\/)+([\w-]+)\//gm),
      ].map(([, room]) => room!);
      expect(
        imported.filter((room) => !rooms.get('pages')!.imports.includes(room)),
        file,
      ).toEqual([]);
    }
  });

  it('are divided by the compiler: no Node in the browser, no DOM elsewhere', () => {
    expect(
      refusals('src/browser/tsconfig.json', 'src/browser/example.ts', "import 'node:fs';\nprocess.cwd();\n"),
    ).toContainEqual(expect.stringMatching(/Cannot find name 'process'/));
    expect(refusals('tsconfig.node.json', 'src/compare/example.ts', "document.title = '';\n")).toContainEqual(
      expect.stringMatching(/Cannot find name 'document'/),
    );
  });
});
