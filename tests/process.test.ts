// The process as an operator meets it: wrong variables, a second one, SIGTERM, kill -9 (contract, section 1).
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { Device, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

interface Started {
  child: ChildProcess
  url: string
  output(): string
  ended: Promise<{ code: number | null; ms: number }>
}

function dataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tablee-process-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** Starts `server/main.ts`; the first start builds the pages where there are none. */
function start(dir: string, port: number, env: Record<string, string> = {}): Started {
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: dir, PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout!.on('data', (data) => (text += data))
  child.stderr!.on('data', (data) => (text += data))
  const began = Date.now()
  const ended = new Promise<{ code: number | null; ms: number }>((resolve) =>
    child.on('exit', (code) => resolve({ code, ms: Date.now() - began })),
  )
  onTestFinished(() => void child.kill('SIGKILL'))
  return { child, url, output: () => text, ended }
}

async function ready({ url, output }: Started): Promise<void> {
  await until(async () => (await fetch(`${url}/readyz`).catch(() => null))?.status === 200, 60_000).catch(
    () => {
      throw new Error(`did not start: ${output()}`)
    },
  )
}

const somePort = () => 20_000 + Math.floor(Math.random() * 20_000)

test('a wrong variable stops the start in one line with exit code 78', async () => {
  const wrong = start(dataDir(), somePort(), { RETENTION_DAYS: '3' })
  expect((await wrong.ended).code).toBe(78)
  expect(wrong.output().trim().split('\n')).toEqual([
    expect.stringMatching(/^RETENTION_DAYS=3: must be a whole number from 7 to 365$/),
  ])
})

test('the start prints the address and a QR, health answers, a second process is refused, SIGTERM ends it well', async () => {
  const dir = dataDir()
  const first = start(dir, somePort())
  await ready(first)
  expect(first.output()).toContain(first.url)
  expect(first.output()).toMatch(/[▄▀█]{10}/)
  expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
  expect(await (await fetch(`${first.url}/metrics`)).text()).toMatch(/^tablee_sessions 0$/m)
  const second = start(dir, somePort())
  const { code } = await second.ended
  expect(code).toBeGreaterThan(0)
  expect(
    second
      .output()
      .trim()
      .split('\n')
      .filter((line) => line.includes(dir)),
  ).toHaveLength(1)
  const made = await makeWorkshop(first.url)
  const desk = await openDesk(first.url, made)
  await desk.do({ kind: 'open', activity: 'a1' })
  const board = openDoc(first.url, made, made.tokens.desk, 'board.a1')
  await until(() => board.provider.synced)
  const asked = Date.now()
  first.child.kill('SIGTERM')
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(0)
  expect(Date.now() - asked).toBeLessThan(10_000)
  await until(() => board.closes.includes(1012))
})

test('kill -9 in the middle: what was acknowledged is there at once after the restart', async () => {
  const dir = dataDir()
  const port = somePort()
  const before = start(dir, port)
  await ready(before)
  const made = await makeWorkshop(before.url)
  const desk = await openDesk(before.url, made)
  const phone = await joinPhone(before.url, made)
  await desk.do({ kind: 'open', activity: 'a1' })
  const pad = openDoc(before.url, made, phone.token, `pad.a1.${phone.seat}`)
  pad.write('n1', 'Gardée')
  await until(() => desk.counts?.notes === 1)
  await desk.do({ kind: 'reveal' })
  before.child.kill('SIGKILL')
  await before.ended
  const after = start(dir, port)
  await ready(after)
  const again = await new Device(after.url, made.tokens.desk).ready()
  expect(again.session?.now?.step).toBe('reveal')
  const board = openDoc(after.url, made, made.tokens.wall, 'board.a1')
  await until(() => board.notes().length === 1)
  expect(board.notes()[0]!.text).toBe('Gardée')
  await until(() => desk.socket.connected && phone.socket.connected)
})
