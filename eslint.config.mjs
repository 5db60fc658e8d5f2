import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import ts from 'typescript-eslint';

/**
 * The rooms of src/ and what each may import from the others. Data flows down this list and never up
 * (ARCHITECTURE.md draws it).
 */
const rooms = {
  i18n: [],
  model: [],
  reading: ['model'],
  stats: [],
  comparison: ['i18n', 'model', 'stats'],
  citations: ['model'],
  evidence: ['i18n', 'model', 'reading', 'stats', 'citations'],
  prose: ['model', 'reading', 'evidence'],
  checks: ['model', 'reading', 'stats', 'evidence'],
  exports: ['i18n', 'model', 'stats', 'evidence', 'citations'],
  search: ['model', 'evidence'],
  site: ['i18n', 'model', 'reading', 'stats', 'comparison', 'citations', 'evidence', 'prose', 'checks', 'exports', 'search'],
  components: ['i18n', 'model', 'comparison', 'evidence', 'prose', 'search', 'site'],
  layouts: ['i18n', 'model', 'evidence', 'site', 'components'],
  pages: ['i18n', 'model', 'comparison', 'evidence', 'exports', 'prose', 'search', 'site', 'components', 'layouts'],
  synth: ['stats'],
  cli: ['i18n', 'model', 'reading', 'stats', 'citations', 'evidence', 'prose', 'checks', 'exports', 'search', 'site', 'synth'],
};

/** Packages that only one room may import, so that everybody else speaks to that room. */
const onlyIn = {
  citations: ['@citation-js/*'],
  stats: ['@stdlib/*'],
  reading: ['yaml', 'remark-parse', 'remark-mdx', 'remark-gfm'],
  search: ['pagefind'],
  cli: ['sirv'],
};

const roomRules = Object.entries(rooms).map(([room, allowed]) => {
  const closed = Object.keys(rooms).filter((other) => other !== room && !allowed.includes(other));
  const packages = Object.entries(onlyIn).flatMap(([owner, names]) => (owner === room ? [] : names));
  return {
    files: [`src/${room}/**/*.{ts,astro}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: closed.map((other) => `**/${other}/**`),
              message: `src/${room}/ may import only ${allowed.join(', ') || 'nothing'} (see ARCHITECTURE.md).`,
            },
            { group: packages, message: 'Only one room speaks to this package (see ARCHITECTURE.md).' },
          ],
        },
      ],
    },
  };
});

export default ts.config(
  { ignores: ['dist/', '.astro/', '.almanac/', '**/*.draft-*/', 'tests/fixtures/', 'node_modules/'] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...astro.configs['flat/recommended'],
  {
    files: ['src/**/*.ts', 'tests/**/*.ts'],
    plugins: { 'import-x': importX },
    rules: { 'import-x/no-cycle': 'error', 'import-x/no-default-export': 'error' },
    settings: { 'import-x/extensions': ['.ts'], 'import-x/parsers': { '@typescript-eslint/parser': ['.ts'] } },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  { files: ['src/content.config.ts', '*.config.{ts,mjs}'], rules: { 'import-x/no-default-export': 'off' } },
  { files: ['src/cli/almanac.js'], languageOptions: { globals: { process: 'readonly', console: 'readonly' } } },
  ...roomRules,
);
