// `npm test`, or `npm test -- unit lint` for some stages: every check of the house, whatever fails before it.
// The last line is the sum, `N passed, N failed`; the exit code says whether anything failed.
import { ensureChromium } from './support/chromium.ts'
import { ensureServices } from './support/services.ts'
import { runChecks, runProject, type Tally } from './support/stages.ts'

const STAGES: Record<string, () => Promise<Tally>> = {
  types: () =>
    runChecks('tsc -p tsconfig.json', 'svelte-check --tsconfig client/tsconfig.json --fail-on-warnings'),
  lint: () => runChecks('eslint . --max-warnings 0', 'prettier --check .'),
  unit: async () => {
    ensureServices()
    return runProject('unit')
  },
  // Before the houses: their processes would each build the pages they lack.
  build: () => runChecks('vite build'),
  house: async () => {
    ensureServices()
    return runProject('house')
  },
  e2e: async () => {
    process.env['CHROMIUM_PATH'] = ensureChromium()
    return runProject('e2e')
  },
}

/** The stages asked for, in their order; browser tests need the client built. */
function chosen(asked: string[]): string[] {
  const names = Object.keys(STAGES)
  const unknown = asked.filter((name) => !names.includes(name))
  if (unknown.length > 0) throw new Error(`no stage ${unknown.join(', ')}; there are ${names.join(', ')}`)
  if (asked.length === 0) return names
  return names.filter((name) => asked.includes(name) || (name === 'build' && asked.includes('e2e')))
}

async function play(name: string): Promise<Tally & { line: string }> {
  console.log(`\n== ${name}`)
  const start = performance.now()
  const tally = await STAGES[name]!().catch((error: Error) => {
    console.error(`${name} could not be run: ${error.message}`)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const line = `${name.padEnd(6)} ${tally.failed === 0 ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s`
  console.log(`== ${line}`)
  return { ...tally, line }
}

const results: (Tally & { line: string })[] = []
for (const name of chosen(process.argv.slice(2))) results.push(await play(name))

const sum = (key: 'passed' | 'failed') => results.reduce((total, result) => total + result[key], 0)
console.log(`\n${results.map(({ line }) => line).join('\n')}\n`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') === 0 ? 0 : 1
