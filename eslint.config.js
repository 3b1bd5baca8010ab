// The lint rules of the house: what the compiler and prettier do not see. Called by `npm run lint`.
import svelte from 'eslint-plugin-svelte'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import ts from 'typescript-eslint'

const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Name the export: there are no default exports.' },
  {
    selector: 'ExportSpecifier[exported.name="default"]',
    message: 'Name the export: there are no default exports.',
  },
]

const markup = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]',
    message: 'Markup is never made from strings: build elements, or let Svelte do it.',
  },
]

const moduleState = [
  {
    selector: ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration[kind!="const"]',
    message: 'No module-level state: hold it in what the house or the page creates.',
  },
  {
    selector:
      ':matches(Program, Program > ExportNamedDeclaration) > VariableDeclaration > VariableDeclarator > NewExpression[callee.name=/^(Map|Set|WeakMap|WeakSet)$/][arguments.length=0]',
    message: 'No module-level state: an empty collection here is shared by everybody in the process.',
  },
]

/** The content security policy has no inline styles: static attributes and injected animations are blocked by browsers. */
const policy = [
  {
    selector: 'SvelteAttribute[key.name="style"][value.length=1] > SvelteLiteral',
    message: 'The content policy blocks a static style attribute: use a class or a style: directive.',
  },
  {
    selector: 'SvelteDirective[kind=/^(Transition|Animation)$/]',
    message: 'The content policy blocks what Svelte transitions inject: use CSS animations.',
  },
]

export default defineConfig(
  { ignores: ['node_modules/', 'dist/', 'site/', 'data/', 'coverage/', 'tests/output/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  ts.configs.recommended,
  svelte.configs.recommended,
  svelte.configs.prettier,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] },
    },
  },
  {
    rules: {
      // Lists are rebuilt whole as $state.raw: a Map or a Date beside them need not be reactive.
      'svelte/prefer-svelte-reactivity': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'no-restricted-syntax': ['error', ...everywhere, ...markup, ...moduleState],
    },
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'prefer-const': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/prefer-const': ['error', { destructuring: 'all', excludedRunes: ['$props', '$derived'] }],
      'no-restricted-syntax': ['error', ...markup, ...policy],
    },
  },
  {
    files: ['server/main.ts', 'server/log.ts', '{tools,bench}/**', 'tests/**', '**/*.test.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['server/main.ts', '{tools,bench}/**'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere, ...markup] },
  },
  {
    files: ['tests/**', '**/*.test.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  { files: ['**/*.config.{js,ts}'], rules: { 'no-restricted-syntax': 'off' } },
)
