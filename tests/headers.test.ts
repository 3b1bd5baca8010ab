// What every answer carries, and what no address, log or lock file may hold.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { createLog } from '../server/log.ts'
import { openHouse } from './support/house.ts'
import { Device, http, joinPhone, makeWorkshop, openDesk, openDoc, until } from './support/people.ts'
import { listFiles, ROOT } from './support/sources.ts'

const POLICY = {
  "default-src 'none'": true,
  "script-src 'self'": true,
  "style-src 'self'": true,
  "img-src 'self' blob: data:": true,
  "base-uri 'none'": true,
  "form-action 'self'": true,
  "frame-ancestors 'none'": true,
  "require-trusted-types-for 'script'": true,
}
const FIXED = {
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
}

describe('security headers', () => {
  test('on every kind of answer: page, JSON, export, problem, health, garbage', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    const paths = [
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/templates',
      '/nothing',
      '/api/nothing',
      '/api/workshops/x/session',
      '/%E0%A4%A',
      `/api/workshops/${made.workshop.id}/report.json`,
      `/api/workshops/${made.workshop.id}/report.csv`,
    ]
    for (const path of paths) {
      const { headers } = await http(url, 'GET', path, { token: made.tokens.desk })
      const csp = (headers.get('content-security-policy') ?? '').split('; ')
      for (const rule of Object.keys(POLICY))
        expect([path, csp]).toEqual([path, expect.arrayContaining([rule])])
      expect(csp.filter((rule) => /unsafe|\*|http:/.test(rule))).toEqual([])
      for (const [name, value] of Object.entries(FIXED))
        expect([path, name, headers.get(name)]).toEqual([path, name, value])
      expect([path, headers.get('x-powered-by'), headers.get('access-control-allow-origin')]).toEqual([
        path,
        null,
        null,
      ])
      expect(headers.get('set-cookie')).toBeNull()
    }
  })

  test('an address typed by hand: a code leads to its door, what means nothing leads home, a script is told', async () => {
    const { url } = await openHouse({ client: ROOT })
    const to = async (path: string, accept: string) => {
      const answer = await fetch(url + path, { redirect: 'manual', headers: { Accept: accept } })
      return [answer.status, answer.headers.get('location')]
    }
    const browser = 'text/html,application/xhtml+xml,*/*;q=0.8'
    expect(await to('/grv-kmt', browser)).toEqual([302, '/j/GRVKMT'])
    expect(await to('/GRV%20KMT', browser)).toEqual([302, '/j/GRVKMT'])
    for (const path of ['/nothing', '/j', '/a/b', '/%E0%A4%A', '//elsewhere.example'])
      expect(await to(path, browser)).toEqual([302, '/'])
    expect(await to('/api/nothing', browser)).toEqual([404, null])
    expect(await to('/nothing', '*/*')).toEqual([404, null])
  })

  test('sockets of our own host are named, a host that is none is not', async () => {
    const { url } = await openHouse()
    const policy = async (host: string) =>
      (await http(url, 'GET', '/healthz', { headers: { Host: host } })).headers.get('content-security-policy')
    const { host } = new URL(url)
    expect((await http(url, 'GET', '/healthz')).headers.get('content-security-policy')).toContain(
      `connect-src 'self' ws://${host} wss://${host}`,
    )
    expect(await policy("x; script-src 'unsafe-inline'")).not.toContain('unsafe')
  })

  test('a browser is told to stay on https only where the public address is https', async () => {
    const plain = await http((await openHouse()).url, 'GET', '/healthz')
    const named = await http(
      (await openHouse({ env: { PUBLIC_URL: 'http://atelier.example' } })).url,
      'GET',
      '/healthz',
    )
    const secure = await http(
      (await openHouse({ env: { PUBLIC_URL: 'https://atelier.example' } })).url,
      'GET',
      '/healthz',
    )
    for (const { headers } of [plain, named]) {
      expect(headers.get('strict-transport-security')).toBeNull()
      expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests')
    }
    expect(secure.headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}$/)
    expect(secure.headers.get('content-security-policy')).toContain('upgrade-insecure-requests')
  })

  test('a page in another tab gets no leave to read, and no preflight', async () => {
    const { url } = await openHouse()
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' }
    const answer = await http(url, 'OPTIONS', '/api/workshops', { headers })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('keys', () => {
  test('sit in fragments, never in a path or a query', async () => {
    const { url } = await openHouse()
    const made = await makeWorkshop(url)
    for (const link of Object.values(made.links)) {
      const { hash, search, pathname } = new URL(link)
      expect(hash.length).toBeGreaterThan(16)
      expect(search).toBe('')
      for (const token of Object.values(made.tokens)) expect(pathname).not.toContain(token)
    }
  })

  test('are in no log line and no figure, whatever goes wrong', async () => {
    const { url, lines } = await openHouse()
    const made = await makeWorkshop(url)
    const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made, 'Prénom Témoin')]
    await desk.do({ kind: 'open', activity: 'a1' })
    const pad = openDoc(url, made, phone.token, `pad.a1.${phone.seat}`)
    await until(() => pad.provider.synced)
    pad.write('n1', 'Texte témoin')
    pad.write('__proto__', 'Texte témoin')
    const { wall } = made.tokens
    openDoc(url, made, wall, 'pad.a1.s1')
    await new Device(url, `${wall}x`).ready()
    await http(url, 'GET', `/api/workshops/${made.workshop.id}/session?token=${wall}`, { token: `${wall}y` })
    await http(url, 'POST', `/api/workshops/${made.workshop.code}/seats`, { body: { invite: wall, name: 7 } })
    await until(() => lines.length > 0)
    const metrics = (await http(url, 'GET', '/metrics')).text
    const said = lines.join('\n') + metrics
    const invite = made.links.join.split('#')[1]!
    for (const secret of [
      ...Object.values(made.tokens),
      phone.token,
      invite,
      'émoin',
      made.workshop.code,
      '127.0.0.1',
    ])
      expect(said).not.toContain(secret)
    const series = metrics.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
    expect(series.length).toBeLessThan(200)
  })

  test('an error is logged by its kind and its place, without its message', () => {
    const lines: string[] = []
    const log = createLog('debug', (line) => void lines.push(line))
    log('error', 'failed', { workshop: 'w1' }, new TypeError('Texte témoin'))
    log('error', 'failed', {}, 'Texte témoin')
    expect(lines.join('')).toContain('TypeError')
    expect(lines.join('')).not.toContain('témoin')
  })

  test('no source puts a token into an address', () => {
    const sources = listFiles(/\.(ts|svelte)$/).filter(
      (path) => /^(client|server|shared)\//.test(path) && !path.endsWith('.test.ts'),
    )
    const found = sources.filter((path) =>
      /[?&](token|key|invite|auth)=/.test(readFileSync(join(ROOT, path), 'utf8')),
    )
    expect(found).toEqual([])
  })
})

/** Oldest versions without a known hole that reaches us; a package that is not installed need not be. */
const FLOORS: Record<string, string> = {
  ws: '8.21.3',
  'engine.io': '6.6.12',
  'socket.io': '4.8.4',
  'socket.io-parser': '4.2.7',
  'socket.io-adapter': '2.5.8',
  express: '5.3.0',
  'path-to-regexp': '8.4.2',
  'proxy-addr': '2.0.8',
  'body-parser': '2.4.0',
  qs: '6.17.0',
  send: '1.2.1',
  cookie: '0.7.2',
  yjs: '13.6.33',
  devalue: '5.6.3',
  svelte: '5.50.0',
}

const REGISTRY = 'https://registry.npmjs.org/'

interface Locked {
  version?: string
  resolved?: string
  integrity?: string
  hasInstallScript?: boolean
  optional?: boolean
  dev?: boolean
  link?: boolean
}

describe('the lock file', () => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>
  }
  const installed = Object.entries(packages).filter(([path]) => path !== '')
  const nameOf = (path: string) => path.split('node_modules/').at(-1)!

  test('holds no version below its floor', () => {
    // What only tests and benches run is not shipped; of the tools, the compiler of the pages is.
    const low = installed.filter(([path, { version, dev }]) => {
      const floor = FLOORS[nameOf(path)]
      return floor !== undefined && (!dev || nameOf(path) === 'svelte') && compare(version!, floor) < 0
    })
    expect(low.map(([path, { version }]) => `${path} ${version}`)).toEqual([])
    for (const name of ['ws', 'socket.io', 'express', 'yjs'])
      expect(installed.map(([path]) => nameOf(path))).toContain(name)
  })

  test('names a hash for every package, and no other registry, and no abandoned spreadsheet library', () => {
    const fromElsewhere = ({ integrity, resolved, link }: Locked) =>
      !link && !(integrity?.startsWith('sha512-') && (resolved ?? REGISTRY).startsWith(REGISTRY))
    const bare = installed.filter(([, locked]) => fromElsewhere(locked))
    expect(bare.map(([path]) => path)).toEqual([])
    expect(installed.filter(([path]) => nameOf(path) === 'xlsx')).toEqual([])
  })

  test('runs a script at installation only for what package.json allows', () => {
    const { allowScripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>
    }
    const scripted = installed.filter(([, { hasInstallScript, optional }]) => hasInstallScript && !optional)
    expect(scripted.map(([path]) => nameOf(path)).filter((name) => !allowScripts[name])).toEqual([])
  })
})

test('versions are compared by number', () => {
  expect(compare('8.9.0', '8.21.3')).toBeLessThan(0)
  expect(compare('8.21.3', '8.21.3')).toBe(0)
  expect(compare('10.0.0-rc.1', '9.9.9')).toBeGreaterThan(0)
})

/** Below zero where `a` is older than `b`. */
function compare(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(/[.-]/).map(Number))
  for (const at of [0, 1, 2]) if (left![at] !== right![at]) return left![at]! - right![at]!
  return 0
}
