// `npm run bench`: ours and the peers side by side, one process at a time, loopback only, bounded in time.
// --quick: two minutes; --check: exit 1 where a ratio is worse than its floor; --last: the page again from the last figures.
// Names of workloads: these alone; their figures are shown and not kept.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { join } from 'node:path'
import { format } from 'prettier'
import type { Args, Figures, Name } from './generator.ts'
import { costs } from './picture.ts'
import { emptyResults, playAll, playQuick, WORKLOADS, type Play } from './plan.ts'
import { play } from './play.ts'
import { page, table, type Run } from './report.ts'
import { canPin, ROOT, type Kind } from './start.ts'
import { judge, TARGETS } from './targets.ts'

const FILE = join(ROOT, 'tests/output/bench.json')
const OPTIONS = ['--quick', '--check', '--last']
const MINUTE = 60_000
/** No workload takes longer. */
const LIMIT = 100_000
/** Less than this is not enough for any. */
const SHORTEST = 8_000

async function main(options: string[]): Promise<void> {
  const unknown = options.filter((option) => ![...OPTIONS, ...WORKLOADS].includes(option))
  if (unknown.length > 0)
    throw new Error(`unknown: ${unknown.join(' ')}; there are ${[...OPTIONS, ...WORKLOADS].join(' ')}`)
  const quick = options.includes('--quick')
  const whole = !options.some((option) => WORKLOADS.includes(option))
  mkdirSync(join(ROOT, 'tests/output'), { recursive: true })
  const run = options.includes('--last') ? last() : await measure(quick, options)
  console.log(`\n${table(run)}\n`)
  if (!quick && whole) await write(run)
  const invalid = Object.values(run.results.workshop).some((all) => all.some(({ valid }) => valid === false))
  if (invalid) console.error('INVALID: a real client did not see what the counters counted')
  const broken = TARGETS.map((target) => judge(target, run.results)).filter((verdict) => verdict.broken)
  for (const { target, reached } of broken)
    console.error(`${target.id}: ${reached!.toFixed(2)} of ${target.peer}, the floor is ${target.floor}`)
  process.exitCode = invalid ? 2 : options.includes('--check') && broken.length > 0 ? 1 : 0
}

function last(): Run {
  if (!existsSync(FILE)) throw new Error(`${FILE} is not there: nothing was measured yet`)
  return JSON.parse(readFileSync(FILE, 'utf8')) as Run
}

async function measure(quick: boolean, options: string[]): Promise<Run> {
  const started = performance.now()
  const pinned = canPin()
  if (!pinned) console.log('no taskset, or one core only: servers and load share what there is')
  const [load] = loadavg()
  const run: Run = {
    setting: {
      date: new Date().toISOString(),
      command: ['npm run bench', ...(options.length > 0 ? ['--', ...options] : [])].join(' '),
      processor: cpus()[0]?.model.trim() ?? 'unknown processor',
      cores: availableParallelism(),
      memoryGb: totalmem() / 1024 ** 3,
      system: `${type()} ${release()}`,
      node: process.version,
      pinned,
      loads: [load!, load!],
      seconds: 0,
      missing: [],
    },
    results: emptyResults(),
  }
  const parts = options.filter((option) => WORKLOADS.includes(option))
  const finish = () => {
    if (parts.length > 0) return
    run.setting.seconds = (performance.now() - started) / 1000
    run.setting.loads[1] = loadavg()[0]!
    writeFileSync(FILE, `${JSON.stringify(run, null, 2)}\n`)
  }
  const deadline = started + (quick ? 2 : 10) * MINUTE
  await (quick ? playQuick : playAll)(run.results, some(parts, player(run, deadline, finish)))
  finish()
  return run
}

/** Plays within what is left of the time, says each result in a line, and keeps what there is after each. */
function player({ setting }: Run, deadline: number, keep: () => void): Play {
  return async <N extends Name>(name: N, kind: Kind | null, args: Args<N>): Promise<Figures<N> | null> => {
    const what = [name, kind, JSON.stringify(args)].filter(Boolean).join(' ')
    const left = deadline - performance.now()
    const fail = (why: string) => {
      setting.missing.push(`${what} (${why})`)
      console.log(`${what}: ${why}`)
      return null
    }
    if (left < SHORTEST) return fail('no time left')
    const began = performance.now()
    try {
      const figures = await play(name, kind, args, { pinned: setting.pinned, limit: Math.min(LIMIT, left) })
      console.log(`${what}: ${brief(figures)} (${((performance.now() - began) / 1000).toFixed(0)} s)`)
      return figures
    } catch (error) {
      return fail((error as Error).message.split('\n')[0]!)
    } finally {
      keep()
    }
  }
}

/** Plays these workloads alone; all where none is named. */
function some(names: string[], play: Play): Play {
  return (name, kind, args) =>
    names.length === 0 || names.includes(name) ? play(name, kind, args) : Promise.resolve(null)
}

function brief(figures: object): string {
  return JSON.stringify(figures, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(4)) : value,
  )
}

/** Both from one run; the picture only where every panel was measured. */
async function write(run: Run): Promise<void> {
  const picture = costs(run.results)
  if (picture) writeFileSync(join(ROOT, 'docs/pictures/costs.svg'), picture)
  const text = await format(page(run), { parser: 'markdown', printWidth: 160 })
  writeFileSync(join(ROOT, 'docs/performance.md'), text)
}

await main(process.argv.slice(2))
