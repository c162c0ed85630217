// What a reviewer should not have to say: lost promises, forgotten cases, long files, and who may touch what.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { builtinModules } from 'node:module';

// By regular expression: a pattern `domain` would also match our own folder.
const sandboxBreaking = `^(node:.*|(${builtinModules.join('|')}|pino|pg|kysely|express)([/-].*)?)$`;
const noProcessEnv = [
  'error',
  {
    object: 'process',
    property: 'env',
    message: 'Only config.ts (and scripts/) reads the environment; take the part of the config you need.',
  },
];
const size = (lines, functionLines) => ({
  'max-lines': ['error', { max: lines, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: functionLines, skipBlankLines: true, skipComments: true }],
});

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', '.baton/', '.cache/', 'coverage/', 'test-results/', '**/*.generated.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-console': 'error',
      'no-restricted-properties': noProcessEnv,
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, namedFrom: true } }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'SpreadElement > :matches(ObjectExpression, ArrayExpression), SpreadElement > TSAsExpression > :matches(ObjectExpression, ArrayExpression)',
          message: 'One property a line says more than a literal spread to outwit the formatter.',
        },
      ],
      ...size(250, 60),
    },
  },
  {
    // JSX of a page is long and flat: the file's limit says enough.
    files: ['web/**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['domain/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.|temporal-polyfill$)', message: 'domain/ is pure.' }] },
      ],
    },
  },
  {
    // A workflow is replayed: whatever it computes must come from its history alone.
    files: ['workflows/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: sandboxBreaking, message: 'Not in the workflow sandbox.' },
            {
              group: ['@temporalio/client', '@temporalio/worker', '@temporalio/activity'],
              message: 'Not in a workflow.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['config.ts', 'scripts/**/*.ts', 'test/support/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    files: ['cli/**/*.ts', 'scripts/**/*.ts', 'simulator/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // A story is long because it tells one thing from the beginning to the end.
    files: ['test/**/*.{ts,tsx}', '{bench,web}/**/*.test.{ts,tsx}'],
    rules: size(400, 400),
  },
  {
    files: ['**/*.config.{js,ts,mjs}', 'test/support/**/*.ts'],
    rules: { 'no-restricted-exports': 'off' },
  },
);
