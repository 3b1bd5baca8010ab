// The client's build and the test projects. The server needs no build: Node runs its TypeScript.
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'
import { phoneHeads } from './client/build/heads.ts'
import { lightIcons } from './client/build/icons.ts'
import { parsedMessages } from './client/build/messages.ts'
import { packing } from './client/build/packing.ts'
import { lightSocket } from './client/build/socket.ts'

const root = import.meta.dirname

interface Graph {
  getModuleInfo(id: string): { importers: readonly string[] } | null
}

/** The door, and the pages and faces of a phone that joins and votes; their own code stays in their own files. */
const DOOR = /\/client\/(pages\/Join\.svelte|main\.ts)$/
const PHONE = /\/client\/(pages|standard)\/Phone\.svelte$/
const OWN = /\/client\/(pages|phone|standard)\//

/** What nearly every ballot has, and the vote that is held most: small pieces of their own would be one more way to the server and back. */
const VOTES =
  /\/(ballots\/(sheet\.svelte\.ts|State\.svelte|Tray\.svelte)|ui\/on-paper\.ts|dot-vote\/ranking\.ts)$|\/icons\/(minus|plus)\.svelte/
/** Svelte names all of itself in one file; of this a phone that joins and votes makes no use. */
const APART =
  /\/svelte\/src\/(legacy|internal\/(shared\/clone|client\/dom\/(blocks\/svelte-element|elements\/(custom-element|bindings\/(size|this)))))/

/**
 * What they share is two files for everybody: fewer requests, and smaller, than twenty little ones. The door needs the first alone:
 * the second comes while a name is typed. Lazy imports do not count.
 */
function kit(id: string, graph: Graph): string | null {
  if (OWN.test(id) || APART.test(id)) return null
  const seen = new Set([id])
  for (const module of seen) {
    for (const importer of graph.getModuleInfo(module)?.importers ?? []) seen.add(importer)
  }
  const all = [...seen]
  if (all.some((module) => DOOR.test(module))) return 'kit'
  return all.some((module) => PHONE.test(module) || VOTES.test(module)) ? 'room' : null
}

/** Scripts are not preloaded for a lazy part (what it shares is there already), only its styles are. */
function preloads(_file: string, deps: string[], { hostType }: { hostType: 'html' | 'js' }): string[] {
  return hostType === 'html' ? deps : deps.filter((dep) => dep.endsWith('.css'))
}

export default defineConfig({
  root: 'client',
  cacheDir: `${root}/node_modules/.vite`,
  plugins: [
    parsedMessages(`${root}/shared`),
    lightIcons(`${root}/client/ui/LucideIcon.svelte`),
    lightSocket(),
    svelte({ configFile: false }),
    phoneHeads(),
    packing(),
  ],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false, resolveDependencies: preloads },
    assetsInlineLimit: 0,
    rolldownOptions: {
      // To load such a piece does nothing by itself: only who uses it needs it.
      treeshake: { moduleSideEffects: [{ test: APART, sideEffects: false }] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'apart', test: APART, includeDependenciesRecursively: false },
            { name: kit, includeDependenciesRecursively: false, debugName: 'kit' },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
      '/docs': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        root,
        test: {
          name: 'unit',
          include: ['{server,shared}/**/*.test.ts', 'client/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
        resolve: { conditions: ['browser'] },
      },
      {
        extends: true,
        root,
        test: {
          name: 'house',
          include: ['tests/*.test.ts'],
          environment: 'node',
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        root,
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.e2e.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // A browser on a busy machine may stumble once; the report says so. A bug fails twice.
          retry: 1,
        },
      },
    ],
  },
})
