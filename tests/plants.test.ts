// Twelve bugs that such houses have had, planted one at a time into a copy of this tree: the test that is there to catch each
// must fail with it, and passes without. Only under `npm run soak -- plants`: it plays parts of all the other tests.
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figure, formOf } from './support/forms.ts'
import { PLANTS, type Plant } from './support/plants.ts'
import { ROOT } from './support/sources.ts'

const results: { plant: Plant; caught: boolean }[] = []

/** The files that belong to the tree, as they are now, and the packages beside them. */
function copyOfTree(dir: string): void {
  const listed = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
  for (const path of listed.stdout.split('\n').filter((one) => one && !one.startsWith('node_modules'))) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    cpSync(join(ROOT, path), join(dir, path))
  }
  symlinkSync(join(ROOT, 'node_modules'), join(dir, 'node_modules'))
}

/** How many tests passed and failed; the exit of the runner alone would not tell a test that fails from a file that cannot be read. */
async function run(
  dir: string,
  { test: [project, file, name] }: Plant,
): Promise<{ passed: number; failed: number }> {
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs')
  const report = join(dir, 'report.json')
  const args = ['run', '--project', project, file, '-t', name, '--reporter=json', `--outputFile=${report}`]
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) => key !== 'SOAK' && key !== 'SOAK_FIGURES' && !key.startsWith('VITEST'),
    ),
  )
  const child = spawn(process.execPath, [vitest, ...args], { cwd: dir, env, stdio: 'ignore' })
  await new Promise((done) => child.on('close', done))
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<
    string,
    number
  >
  return { passed: numPassedTests!, failed: numFailedTests! }
}

/** Plants a bug, runs, and takes it out again. */
async function withBug<T>(dir: string, { file, edits }: Plant, act: () => Promise<T>): Promise<T> {
  const path = join(dir, file)
  const sound = readFileSync(path, 'utf8')
  let text = sound
  for (const [from, to] of edits) {
    expect(text.split(from), `${file}: ${from}`).toHaveLength(2)
    text = text.replace(from, () => to)
  }
  writeFileSync(path, text)
  try {
    return await act()
  } finally {
    writeFileSync(path, sound)
  }
}

test('every planted bug still finds its place', () => {
  for (const { file, edits } of PLANTS)
    for (const [from] of edits)
      expect(readFileSync(join(ROOT, file), 'utf8').split(from), `${file}: ${from}`).toHaveLength(2)
})

describe.runIf(formOf() === 'soak')('planted bugs', () => {
  let dir = ''
  beforeAll(() => {
    dir = mkdtempSync(join(tmpdir(), 'tablee-plants-'))
    copyOfTree(dir)
  })

  test.each(PLANTS.map((plant) => [plant.bug, plant] as const))(
    'caught: %s',
    { timeout: 400_000 },
    async (_bug, plant) => {
      const sound = await run(dir, plant)
      expect(sound.passed, 'the test itself').toBeGreaterThan(0)
      expect(sound.failed, 'without the bug').toBe(0)
      const { failed } = await withBug(dir, plant, () => run(dir, plant))
      results.push({ plant, caught: failed > 0 })
      figure('planted bugs', {
        bug: plant.bug,
        'planted in': plant.file,
        'caught by': `${plant.test[1]}: ${plant.test[2]}`,
        caught: failed > 0 ? 'yes' : 'NO',
      })
      expect(failed).toBeGreaterThan(0)
    },
  )

  afterAll(() => {
    rmSync(dir, { recursive: true, force: true })
    const caught = results.filter((one) => one.caught).length
    figure('planted bugs, in all', { planted: PLANTS.length, caught })
  })
})
