import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import ts from 'typescript-eslint';
import { readRooms } from './tools/rooms.mjs';

/**
 * The rooms of src/ and what each may import: the table of ARCHITECTURE.md. Data flows down it and never up.
 */
const rooms = [...readRooms()];

const deepTernary = {
  selector: 'ConditionalExpression > ConditionalExpression > ConditionalExpression',
  message: 'A ternary of more than two levels is a function with names.',
};

/** Every way to name a module but the import declaration, which has a rule of its own. */
const otherImports = ':matches(ImportExpression, TSImportType, TSExternalModuleReference)';

const roomRules = rooms.map(([room, { imports }]) => {
  const closed = rooms.map(([other]) => other).filter((other) => other !== room && !imports.includes(other));
  const packages = rooms.flatMap(([owner, { packages: names }]) => (owner === room ? [] : names));
  const refused = [
    {
      regex: `^(?:#src/|(?:\\./)*\\.\\./(?:\\.{1,2}/)*(?:src/)?)(?:${closed.join('|')})/`,
      message: `src/${room}/ may import only ${imports.join(', ') || 'nothing'} (see ARCHITECTURE.md).`,
    },
    {
      regex: `^(?:${packages.map((name) => name.replace(/\/\*$/, '')).join('|')})(?:/|$)`,
      message: 'Only one room speaks to this package (see ARCHITECTURE.md).',
    },
    {
      regex: '[^./][^/]*/\\.\\./',
      message: 'A path leads up first, then down: by a detour it hides its room.',
    },
  ];
  return {
    files: [`src/${room}/**/*.{ts,js,mjs,astro}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: refused }],
      'no-restricted-syntax': [
        'error',
        deepTernary,
        ...refused.flatMap(({ regex, message }) =>
          ['Literal[value', 'TemplateElement[value.raw'].map((text) => ({
            selector: `${otherImports} ${text}=/${regex.replaceAll('/', '\\/')}/]`,
            message,
          })),
        ),
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
    files: ['src/**/*.ts', 'tests/**/*.ts', 'tools/**/*.ts'],
    plugins: { 'import-x': importX },
    rules: { 'import-x/no-default-export': 'error' },
  },
  // What only types can tell: forgotten promises, conditions that always hold, `[object Object]` in a text.
  {
    files: ['src/**/*.ts'],
    extends: [ts.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Letters and digits are meant, one by one.
      '@typescript-eslint/no-misused-spread': ['error', { allow: [{ from: 'lib', name: 'string' }] }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowNullish: true },
      ],
    },
  },
  // As querySelector has it: the caller knows which element its own markup holds.
  { files: ['src/browser/**/*.ts'], rules: { '@typescript-eslint/no-unnecessary-type-parameters': 'off' } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      eqeqeq: 'error',
      'no-restricted-syntax': ['error', deepTernary],
      'no-console': ['error', { allow: ['error'] }],
    },
  },
  // Who reads a function sees all of it.
  { files: ['src/**'], rules: { 'max-lines-per-function': ['error', { max: 75, skipComments: true }] } },
  // Prettier breaks code; what it leaves longer is a text, a pattern or a template.
  {
    files: ['**/*.{ts,mjs,js}'],
    rules: {
      'max-len': [
        'error',
        {
          code: 110,
          ignoreStrings: true,
          ignoreTemplateLiterals: true,
          ignoreRegExpLiterals: true,
          ignoreUrls: true,
        },
      ],
    },
  },
  // A test says what must be there by the value that it expects of it.
  { files: ['tests/**', 'tools/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['src/content.config.ts', '**/*.config.{ts,mjs}'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['tools/*.mjs'],
    languageOptions: { globals: { URL: 'readonly', process: 'readonly', performance: 'readonly' } },
  },
  {
    files: ['src/cli/almanac.js'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly' } },
  },
  ...roomRules,
);
