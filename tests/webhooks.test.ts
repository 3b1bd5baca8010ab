// Webhooks against a real receiver: what is told, how it is signed, what happens while nobody answers.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Clock } from '../shared/clock.ts'
import { createHooks, sign } from '../server/hooks.ts'
import { createLog } from '../server/log.ts'
import { handClock } from './support/clock.ts'
import { openHouse } from './support/house.ts'
import { EVENING, http, joinPhone, makeWorkshop, openDesk, until } from './support/people.ts'

const [BRAINSTORM, VOTE] = EVENING.activities
const OPTIONS = ['jardin', 'four'].map((label, i) => ({ id: `o${i}`, label }))
const VOTING = { ...EVENING, activities: [BRAINSTORM!, { ...VOTE!, settings: { options: OPTIONS } }] }

const SECRET = 'a secret between the two'

interface Heard {
  headers: IncomingHttpHeaders
  body: string
  type: string
  data: Record<string, unknown>
}

/** A receiver that answers with these statuses, one after the other, then with 204. */
async function receiver(...statuses: number[]) {
  const heard: Heard[] = []
  const server = createServer((req, res) => {
    let body = ''
    req.on('data', (data) => (body += data))
    req.on('end', () => {
      const { type, data } = JSON.parse(body) as Heard
      heard.push({ headers: req.headers, body, type, data })
      res.writeHead(statuses.shift() ?? 204, { location: '/elsewhere' }).end()
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` }
}

test('an evening is told step by step, signed, with ids and kinds and not a word of it', async () => {
  const { heard, url: hook } = await receiver()
  const { url, lines } = await openHouse({ env: { WEBHOOK_URL: hook, WEBHOOK_SECRET: SECRET } })
  const made = await makeWorkshop(url, VOTING)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made, 'Zoé')]
  await desk.do({ kind: 'open', activity: 'a1' })
  await desk.do({ kind: 'step' })
  await desk.do({ kind: 'open', activity: 'a2' })
  await desk.do({ kind: 'pollOpen' })
  await desk.do({ kind: 'pollClose' })
  await desk.do({ kind: 'publish' })
  await desk.do({ kind: 'end' })
  await http(url, 'DELETE', `/api/workshops/${made.workshop.id}`, { token: made.tokens.desk })
  await until(() => heard.length === 7)
  expect(heard.map(({ type }) => type).sort()).toEqual([
    ...['activity.opened', 'activity.opened', 'result.published', 'workshop.begun'],
    ...['workshop.created', 'workshop.ended', 'workshop.erased'],
  ])
  const workshop = made.workshop.id
  expect(heard.find(({ type }) => type === 'result.published')!.data).toEqual({
    ...{ workshop, activity: 'a2', kind: 'dot-vote', ballot: 'dots', voted: 0, of: 1 },
    poll: expect.any(String) as string,
  })
  for (const { headers, body, data } of heard) {
    const [id, time] = [headers['webhook-id'], headers['webhook-timestamp']]
    const own = createHmac('sha256', SECRET).update(`${id}.${time}.${body}`).digest('base64')
    expect(headers['webhook-signature']).toBe(`v1,${own}`)
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60)
    expect(data['workshop']).toBe(workshop)
  }
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(7)
  const all = JSON.stringify(heard)
  const words = ['Zoé', 'La ville', 'jardin', made.workshop.code, phone.token, ...Object.values(made.tokens)]
  expect(words.filter((word) => all.includes(word))).toEqual([])
  expect(lines.join('')).not.toContain(hook)
})

const quiet = createLog('silent', () => undefined)
const event = { type: 'workshop.created', data: {} } as const

test('what is not taken is told again, later each time, with the same id; redirects are not followed', async () => {
  const { heard, url } = await receiver(500, 302, 429)
  const clock = handClock(1_700_000_000_000)
  const pauses: number[] = []
  const after: Clock['after'] = (ms, fn) => {
    pauses.push(ms)
    return clock.after(ms, fn)
  }
  const hooks = createHooks({ url, secret: SECRET, clock: { ...clock, after }, log: quiet })
  onTestFinished(hooks.stop)
  hooks.tell('w1', event)
  for (const wait of [1000, 5000, 30_000]) {
    await until(() => pauses.at(-1) === wait)
    const before = heard.length
    await clock.wind(wait - 1)
    expect(heard).toHaveLength(before)
    await clock.wind(1)
    await until(() => heard.length === before + 1)
  }
  await until(() => hooks.stats().waiting === 0)
  expect(hooks.stats()).toEqual({ waiting: 0, lost: 0 })
  expect(new Set(heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect(new Set(heard.map(({ headers }) => headers['webhook-timestamp'])).size).toBeGreaterThan(1)
})

test('where nobody listens, events are given up after the last try; and no more than a thousand wait', async () => {
  const clock = handClock()
  const hooks = createHooks({ url: 'http://127.0.0.1:9/', secret: SECRET, clock, log: quiet })
  onTestFinished(hooks.stop)
  hooks.tell('w1', event)
  await until(async () => {
    await clock.wind(5 * 3_600_000)
    return hooks.stats().lost === 1
  })
  expect(hooks.stats().waiting).toBe(0)
  for (let i = 0; i < 1005; i++) hooks.tell('w1', event)
  expect(hooks.stats()).toEqual({ waiting: 1000, lost: 6 })
})

test('the signature is that of the published example', () => {
  // From the specification of Standard Webhooks.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const signed = sign(secret, 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}')
  expect(signed).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})
