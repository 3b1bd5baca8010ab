// Who may import whom: the dependency table of the house, as data. Called by architecture.test.ts alone.
// In a pattern `*` is any name, `**` any path, and `<kind>` the same folder on both sides.

export interface Row {
  from: string
  /** Our own files that it may import. */
  may: string[]
  /** Our own files of which it may import types only. */
  types?: string[]
  /** Packages that it may import. */
  packages: string[]
}

const SHARED_PACKAGES = [
  'zod',
  'zod/*',
  'yjs',
  '@formatjs/icu-messageformat-parser',
  'fractional-indexing',
  'd3-*',
]
const FACE_PACKAGES = ['svelte', 'svelte/*', '@lucide/svelte', '@lucide/svelte/**', 'd3-*']
const PAGE_PACKAGES = [
  ...SHARED_PACKAGES,
  ...FACE_PACKAGES,
  '@fontsource-variable/**',
  'lib0/*',
  'socket.io-client',
  'virtual:texts',
  'uqr',
  'y-protocols/*',
  'y-websocket',
]
const SERVER_PACKAGES = [
  ...SHARED_PACKAGES,
  'node:*',
  'bonjour-service',
  'compression',
  'express',
  'lib0/*',
  'pino',
  'prom-client',
  'socket.io',
  'uqr',
  'ws',
  'y-protocols/*',
]

/** Libraries of document formats: in the printing thread alone, so that none ever reaches a page. */
const PRINT_PACKAGES = [
  ...['bidi-js', 'docx', 'docx/layout', 'fflate', 'fontkit', 'pdfkit', 'pptxgenjs', '@resvg/resvg-wasm'],
  'write-excel-file/node',
]

/** What an exercise may know: the nouns, never the session or another exercise. */
const EXERCISE = [
  'shared/activities/<kind>/**',
  'shared/activities/{activity,authors,floor-settings,risk-poll,voting-settings,zone-board,zone-cards,zone-vote}.ts',
  'shared/{board,counting,i18n,report}/**',
  'shared/{ids,limits,voting,wire}.ts',
]
/** Small server files that stand alone beside the rooms: seats, configuration, log, clock. */
const BESIDE = ['server/*.ts', 'shared/**']
const DOORS = ['server/store/**', 'server/cluster/**']

/** The first row whose `from` matches a file is its row. */
export const ROWS: Row[] = [
  {
    from: 'shared/activities/index.ts',
    may: ['shared/activities/activity.ts', 'shared/activities/*/activity.ts'],
    packages: [],
  },
  {
    from: 'shared/activities/<kind>/**.svelte',
    may: [...EXERCISE, 'client/ui/**', 'client/standard/Wall.svelte'],
    types: ['client/lib/{faces,ballot.svelte}.ts', 'shared/session/**'],
    packages: FACE_PACKAGES,
  },
  {
    from: 'shared/activities/<kind>/**.ts',
    may: EXERCISE,
    types: ['shared/session/**'],
    packages: SHARED_PACKAGES,
  },
  {
    from: 'shared/activities/*.ts',
    may: ['shared/activities/*.ts', 'shared/{board,counting,i18n,report}/**', 'shared/*.ts'],
    types: ['shared/session/**'],
    packages: SHARED_PACKAGES,
  },
  // Pages get the names of the languages alone: the build sees to it.
  {
    from: 'shared/languages.ts',
    may: ['shared/i18n/translate.ts'],
    types: ['shared/**.ts'],
    packages: ['node:fs', 'node:path'],
  },
  { from: 'shared/**.ts', may: ['shared/**.ts', 'shared/**.json'], packages: SHARED_PACKAGES },
  // Runs while the pages are built, in Node; no page loads it.
  {
    from: 'client/build/**',
    may: ['client/build/**', 'shared/**'],
    packages: ['vite', 'node:*', '@formatjs/icu-messageformat-parser'],
  },
  { from: 'client/**', may: ['client/**', 'shared/**'], packages: PAGE_PACKAGES },
  {
    from: 'server/store/**',
    may: ['server/store/**', 'shared/**'],
    types: ['server/cluster/cluster.ts'],
    packages: [...SERVER_PACKAGES, 'pg'],
  },
  {
    from: 'server/cluster/**',
    may: ['server/cluster/**', 'shared/**'],
    packages: [...SERVER_PACKAGES, '@redis/client'],
  },
  { from: 'server/docs/**', may: ['server/docs/**', ...BESIDE], types: DOORS, packages: SERVER_PACKAGES },
  { from: 'server/live/**', may: ['server/live/**', ...BESIDE], types: DOORS, packages: SERVER_PACKAGES },
  {
    from: 'server/report/**',
    may: ['server/report/**', 'shared/**'],
    packages: ['node:*', ...PRINT_PACKAGES],
  },
  {
    from: 'server/tour/**',
    may: ['server/tour/**', 'shared/**'],
    packages: ['@orama/stemmers/*', '@orama/stopwords/*'],
  },
  {
    from: 'server/http/**',
    may: [
      ...['server/http/**', 'server/docs/**', 'server/report/press.ts', 'server/store/**', 'server/tour/**'],
      ...BESIDE,
    ],
    types: ['server/live/**', 'server/cluster/**'],
    packages: SERVER_PACKAGES,
  },
  {
    from: 'server/{house,main,erasing,opening,move,relay}.ts',
    may: ['server/**', 'shared/**'],
    packages: SERVER_PACKAGES,
  },
  { from: 'server/*.ts', may: BESIDE, types: DOORS, packages: SERVER_PACKAGES },
  // Runs while the documentation is built, in Node; nobody else loads it.
  { from: 'docs/**', may: ['docs/**', 'shared/**'], packages: ['zod'] },
  { from: '{tools,bench}/**', may: ['**'], packages: ['**'] },
]

/** The composition root and the way in: only these may import them (tests may too). */
export const ENTRANCES: Record<string, string[]> = {
  'server/house.ts': ['server/main.ts', 'bench/**'],
  'server/main.ts': [],
}

/** True where the path fits one of the patterns. */
export function fits(path: string, patterns: readonly string[], kind?: string): boolean {
  return patterns.some((pattern) => matcher(pattern.replace('<kind>', kind ?? '<kind>')).test(path))
}

/** The row of a file with the `<kind>` of its folder, or null where nobody wrote one. */
export function rowOf(path: string): { row: Row; kind?: string } | null {
  for (const row of ROWS) {
    const match = matcher(row.from).exec(path)
    if (match) return match.groups?.['kind'] ? { row, kind: match.groups['kind'] } : { row }
  }
  return null
}

function matcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.]/g, '\\.')
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`)
    .replace('<kind>', '(?<kind>[^/]+)')
    .replace(/\*\*|\*/g, (stars) => (stars === '**' ? '.*' : '[^/]*'))
  return new RegExp(`^${source}$`)
}
