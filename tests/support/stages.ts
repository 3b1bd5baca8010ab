// One stage of `npm test`: commands that must succeed, or a vitest project whose tests are counted.
// Called by tests/run.ts.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { ROOT } from './sources.ts'

export interface Tally {
  passed: number
  failed: number
}

/** No command may take longer; a hanging stage is a failed one. */
const MOST_MINUTES = 20
const BIN = join(ROOT, 'node_modules', '.bin')
const OUTPUT = join(ROOT, 'tests', 'output')

/** Runs all commands side by side, also beside a failing one, and counts as one test. Each uses one core. */
export async function runChecks(...commands: string[]): Promise<Tally> {
  const good = await Promise.all(commands.map((command) => succeeds(command.split(' '))))
  return good.every(Boolean) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * Runs one vitest project and counts its tests; a run that fails without a failed test counts as one. As many files at a time as
 * there are cores: left alone vitest keeps a core to itself, and on two of them every wait of a test is a wait of all.
 */
export async function runProject(name: string): Promise<Tally> {
  mkdirSync(OUTPUT, { recursive: true })
  const file = join(OUTPUT, `${name}.json`)
  rmSync(file, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const good = await succeeds(['vitest', 'run', '--project', name, '--maxWorkers=100%', ...reporters])
  const { passed, failed } = tallyOf(readFileSync(file, 'utf8'))
  return { passed, failed: good ? failed : Math.max(1, failed) }
}

interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/** The figures of a vitest report; a file that failed outside its tests counts as one failed test. */
export function tallyOf(json: string): Tally {
  const report = JSON.parse(json) as Report
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length }
}

/** Runs a program of node_modules/.bin or of the system in the root of the project. */
function succeeds([program = '', ...args]: string[]): Promise<boolean> {
  const env = { ...process.env, PATH: `${BIN}${delimiter}${process.env['PATH'] ?? ''}` }
  const child = spawn(program, args, {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: MOST_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0))
  })
}
