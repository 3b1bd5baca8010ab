// The package as `npx` runs it: packed, laid into an empty folder's node_modules, started, used. With CI_LONG=1 npm installs it
// with its own dependencies; else those of this clone are lent to it.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { tempDir } from './support/child.ts'
import { sized } from './support/forms.ts'
import { http, until } from './support/people.ts'
import { freePort } from './support/ports.ts'
import { ROOT } from './support/sources.ts'

const KEY = 'the-key-of-the-operator'

interface Packed {
  filename: string
  files: { path: string }[]
}

function pack(to: string): Packed {
  const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', to]
  const [packed] = JSON.parse(execFileSync('npm', args, { cwd: ROOT, encoding: 'utf8' })) as Packed[]
  return packed!
}

/** Lays the package into the folder's node_modules. */
function install(folder: string, file: string): void {
  if (sized({ short: false, long: true, soak: true })) {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', file], { cwd: folder, stdio: 'ignore' })
    return
  }
  const place = join(folder, 'node_modules', 'tablee')
  mkdirSync(place, { recursive: true })
  execFileSync('tar', ['-xzf', file, '--strip-components=1', '-C', place])
  symlinkSync(join(ROOT, 'node_modules'), join(place, 'node_modules'))
}

test('packed, installed into an empty folder, started: pages, a workshop, an export, a backup; SIGTERM ends it', async () => {
  // As npx does, which keeps what it installs in ~/.npm.
  const [shelf, folder] = [tempDir(), join(tempDir(), '.npm')]
  mkdirSync(folder)
  const { filename, files } = pack(shelf)
  const paths = files.map(({ path }) => path)
  expect(paths).toEqual(
    expect.arrayContaining(['bin/tablee.js', 'dist/index.html', 'server/main.ts', 'LICENSE']),
  )
  const strangers =
    /^(?!(bin|dist|server|shared)\/|package\.json$|README\.md$|LICENSE$|CHANGELOG\.md$)|\.test\.ts$/
  expect(paths.filter((path) => strangers.test(path))).toEqual([])
  install(folder, join(shelf, filename))

  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const env = { ...process.env, PORT: String(port), HOST: '127.0.0.1', ADMIN_KEY: KEY }
  const child = spawn(process.execPath, ['node_modules/tablee/bin/tablee.js'], { cwd: folder, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await until(async () => {
    if (child.exitCode !== null) throw new Error(said)
    return (await fetch(`${url}/readyz`).catch(() => null))?.status === 200
  }, 60_000)
  expect((await http(url, 'GET', '/')).text).toContain('<title>Tablée</title>')
  const made = await http(url, 'POST', '/api/workshops', {
    body: { title: 'Un soir', template: 'retrospective' },
  })
  const { workshop, tokens } = made.json as unknown as { workshop: { id: string }; tokens: { desk: string } }
  const report = await http(url, 'GET', `/api/workshops/${workshop.id}/report.md`, { token: tokens.desk })
  expect([report.status, report.text.includes('Un soir')]).toEqual([200, true])
  expect((await http(url, 'POST', '/api/admin/backups', { token: KEY, body: {} })).status).toBe(201)
  expect(existsSync(join(folder, 'data', 'tablee.db'))).toBe(true)
  expect(readdirSync(join(folder, 'data', 'backups'))).toHaveLength(2)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said).not.toContain('Warning')
}, 300_000)
