// `npm run soak`: the long forms of the fault tests, one after the other, and what they found written to docs/reliability.md.
// `npm run soak -- crash power` runs some of them; the others keep their last figures. SOAK=1 is set for all.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { reliabilityPage, type Run } from './support/soak-page.ts'
import { ROOT } from './support/sources.ts'

const RIGS = [
  'network',
  'crash',
  'deploy',
  'power',
  'disk',
  'damage',
  'gate',
  'life',
  'fuzz',
  'hostile',
  'ballot-box',
  'retention',
  'backup',
  'postgres',
  'nodes',
  'plants',
]
/** Those that are not tests/<rig>.test.ts of the house. */
const ELSEWHERE: Record<string, [project: string, file: string]> = {
  gate: ['unit', 'server/docs/guard-fuzz.test.ts'],
  life: ['unit', 'server/docs/lifecycle.test.ts'],
}
const FIGURES = join(ROOT, 'tests', 'output', 'soak.jsonl')
const MEMORY = join(ROOT, 'docs', 'reliability.json')
const PAGE = join(ROOT, 'docs', 'reliability.md')

/** Runs one file in the form that the environment asks for; true when it passed. */
function run(rig: string): Promise<boolean> {
  const form = process.env['CI_LONG'] || process.env['SHORT'] ? {} : { SOAK: '1' }
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const [project, file] = ELSEWHERE[rig] ?? ['house', `tests/${rig}.test.ts`]
  const child = spawn(process.execPath, [vitest, 'run', '--project', project, file], {
    cwd: ROOT,
    env: { ...process.env, ...form, SOAK_FIGURES: FIGURES },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise((done) => child.on('close', (code) => done(code === 0)))
}

/** Writes a file as the formatter wants it. */
async function keep(file: string, text: string): Promise<void> {
  const style = await resolveConfig(file)
  writeFileSync(file, await format(text, { ...style, filepath: file }))
}

const asked = process.argv.slice(2)
const unknown = asked.filter((rig) => !RIGS.includes(rig))
if (unknown.length > 0) throw new Error(`no rig ${unknown.join(', ')}; there are ${RIGS.join(', ')}`)

const runs: Record<string, Run> = existsSync(MEMORY) ? JSON.parse(readFileSync(MEMORY, 'utf8')) : {}
mkdirSync(join(ROOT, 'tests', 'output'), { recursive: true })
let failed = 0
for (const rig of asked.length > 0 ? asked : RIGS) {
  rmSync(FIGURES, { force: true })
  const began = performance.now()
  const passed = await run(rig)
  if (!passed) failed++
  const lines = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8').trim().split('\n') : []
  const form = process.env['SHORT'] ? 'short' : process.env['CI_LONG'] ? 'long' : 'soak'
  runs[rig] = {
    passed,
    form,
    day: new Date().toISOString().slice(0, 10),
    seconds: Math.round((performance.now() - began) / 1000),
    node: process.version,
    cores: cpus().length,
    figures: lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, string | number>),
  }
  await keep(MEMORY, JSON.stringify(runs))
  await keep(PAGE, reliabilityPage(runs))
}
console.log(`${PAGE} is written; ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
