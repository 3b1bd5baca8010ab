// Who may do what: every role on every route, word and document, before, during, after being removed, after the end, and from
// another workshop. Each cell is asserted; a new route, word or document has to find its row here.
import { describe, expect, test } from 'vitest'
import { commandSchema, SEAT_COMMANDS, type Command, type CommandKind } from '../shared/session/commands.ts'
import { CLOSE, type Role } from '../shared/wire.ts'
import { WebSocket } from 'ws'
import * as z from 'zod'
import { openHouse } from './support/house.ts'
import {
  clientId,
  Device,
  http,
  joinPhone,
  makeWorkshop,
  openDesk,
  until,
  type Made,
} from './support/people.ts'

type Who = Role | 'other phone' | 'removed' | 'elsewhere' | 'nobody' | 'stranger'
const WHO: Who[] = [
  'facilitator',
  'scribe',
  'participant',
  'other phone',
  'wall',
  'removed',
  'elsewhere',
  'stranger',
  'nobody',
]
type When = 'before' | 'during' | 'ended'
const WHEN: When[] = ['before', 'during', 'ended']

interface Scene {
  url: string
  made: Made
  /** Bearer tokens; undefined for nobody. */
  tokens: Record<Who, string | undefined>
  /** The participant's seat, and the other one's. */
  seat: string
  other: string
}

/** A workshop at one moment, with everybody who might knock. */
async function scene(when: When): Promise<Scene> {
  const { url } = await openHouse()
  const [made, elsewhere] = [await makeWorkshop(url), await makeWorkshop(url)]
  const [desk, phone, other, gone] = [
    await openDesk(url, made),
    await joinPhone(url, made),
    await joinPhone(url, made),
    await joinPhone(url, made),
  ]
  await desk.do({ kind: 'remove', seat: gone.seat })
  if (when !== 'before') await desk.do({ kind: 'open', activity: 'a1' })
  if (when === 'ended') await desk.do({ kind: 'end' })
  const tokens = {
    facilitator: made.tokens.desk,
    scribe: made.tokens.scribe,
    wall: made.tokens.wall,
    participant: phone.token,
    'other phone': other.token,
    removed: gone.token,
    elsewhere: elsewhere.tokens.desk,
    stranger: 'A'.repeat(22),
    nobody: undefined,
  }
  return { url, made, tokens, seat: phone.seat, other: other.seat }
}

type Cells = Record<Who, number>

/** The statuses of a row: those without a valid token are 401, another workshop's desk 403, unless the row says otherwise. */
const row = (
  facilitator: number,
  scribe: number,
  participant: number,
  wall: number,
  more: Partial<Cells> = {},
): Cells => ({
  facilitator,
  scribe,
  participant,
  'other phone': participant,
  wall,
  removed: 401,
  elsewhere: 403,
  stranger: 401,
  nobody: 401,
  ...more,
})
const deskOnly = (status: number) => row(status, 403, 403, 403)

interface Route {
  name: string
  method: string
  path(scene: Scene): string
  body?: unknown
  cells: Record<When, Cells>
}

const always = (cells: Cells): Record<When, Cells> => ({ before: cells, during: cells, ended: cells })
const session = (end: string) => (at: Scene) => `/api/workshops/${at.made.workshop.id}${end}`
const everybody = (status: number): Cells => Object.fromEntries(WHO.map((who) => [who, status])) as Cells

const PROGRAMME = { v: 1, title: 'T', activities: [] }

/** Those that erase come last: the rows are played in this order. */
const ROUTES: Route[] = [
  { name: 'GET session', method: 'GET', path: session('/session'), cells: always(row(200, 200, 200, 200)) },
  {
    name: 'POST a seat beside',
    method: 'POST',
    path: (at) => `/api/workshops/${at.made.workshop.code}/seats`,
    body: { beside: true },
    cells: {
      before: row(403, 201, 201, 403),
      during: row(403, 201, 201, 403),
      ended: everybody(404),
    },
  },
  { name: 'GET programme', method: 'GET', path: session('/programme'), cells: always(deskOnly(200)) },
  // No seat opens it: its key is in a link of its own.
  { name: 'GET outline', method: 'GET', path: session('/outline'), cells: always(everybody(401)) },
  {
    name: 'PUT programme',
    method: 'PUT',
    path: session('/programme'),
    body: PROGRAMME,
    cells: { before: deskOnly(200), during: deskOnly(409), ended: deskOnly(409) },
  },
  ...['md', 'csv', 'json', 'blocks', 'svg'].map((format) => ({
    name: `GET report.${format}`,
    method: 'GET',
    path: session(`/report.${format}?names=true&ballots=true`),
    cells: always(deskOnly(200)),
  })),
  { name: 'GET film', method: 'GET', path: session('/film'), cells: always(deskOnly(200)) },
  { name: 'GET offered', method: 'GET', path: session('/offered'), cells: always(deskOnly(200)) },
  { name: 'GET shares', method: 'GET', path: session('/shares'), cells: always(row(200, 200, 200, 200)) },
  {
    name: 'POST shares',
    method: 'POST',
    path: session('/shares'),
    body: {},
    cells: always(deskOnly(201)),
  },
  {
    name: 'DELETE a share',
    method: 'DELETE',
    path: session('/shares/none'),
    cells: always(deskOnly(404)),
  },
  {
    name: 'PUT summary',
    method: 'PUT',
    path: session('/summary'),
    body: { text: 'Une synthèse' },
    cells: always(deskOnly(200)),
  },
  {
    name: 'POST import',
    method: 'POST',
    path: () => '/api/workshops/import',
    body: PROGRAMME,
    cells: always(everybody(201)),
  },
  // Without ADMIN_KEY there is no such call; with it, see admin.test.ts.
  ...(['GET house', 'GET workshops', 'DELETE workshops/x', 'POST backups', 'DELETE backups/x'] as const).map(
    (name) => ({
      name: `${name} of the operator`,
      method: name.split(' ')[0]!,
      path: () => `/api/admin/${name.split(' ')[1]}`,
      ...(name.startsWith('POST') ? { body: {} } : {}),
      cells: always(everybody(404)),
    }),
  ),
  { name: 'GET roll', method: 'GET', path: session('/roll'), cells: always(deskOnly(200)) },
  {
    name: 'POST roll',
    method: 'POST',
    path: session('/roll'),
    body: { members: [{ name: 'Léa' }] },
    cells: { before: deskOnly(201), during: deskOnly(201), ended: deskOnly(409) },
  },
  {
    name: 'GET door',
    method: 'GET',
    path: (at) => `/api/workshops/${at.made.workshop.code}/door`,
    cells: { before: everybody(200), during: everybody(200), ended: everybody(404) },
  },
  {
    name: 'POST seats',
    method: 'POST',
    path: (at) => `/api/workshops/${at.made.workshop.code}/seats`,
    body: {},
    cells: { before: everybody(201), during: everybody(201), ended: everybody(404) },
  },
  {
    name: 'POST a new link of the scribe',
    method: 'POST',
    path: session('/links/scribe'),
    body: {},
    cells: always(deskOnly(201)),
  },
  {
    name: "DELETE the other phone's seat",
    method: 'DELETE',
    path: (at) => `/api/workshops/${at.made.workshop.id}/seats/${at.other}`,
    cells: always(row(204, 401, 403, 403, { 'other phone': 401 })),
  },
  {
    name: 'DELETE workshop',
    method: 'DELETE',
    path: session(''),
    cells: always(row(204, 401, 403, 403, { 'other phone': 401 })),
  },
]

describe.each(WHEN)('over HTTP, %s', (when) => {
  test('each role on each route', async () => {
    const at = await scene(when)
    const [seen, expected]: string[][] = [[], []]
    for (const { name, method, path, body, cells } of ROUTES) {
      // The owner of the rights comes last, so that what is erased was still there for all the others.
      for (const who of [...WHO.slice(1), WHO[0]!].sort((a, b) => order(name, a) - order(name, b))) {
        const token = at.tokens[who]
        const asked = { ...(token === undefined ? {} : { token }), ...(body === undefined ? {} : { body }) }
        const { status } = await http(at.url, method, path(at), asked)
        seen!.push(`${name}, ${who}: ${status}`)
        expected!.push(`${name}, ${who}: ${cells[when][who]}`)
      }
    }
    expect(seen).toEqual(expected)
  })
})

/** The desk erases the other phone first of all, which then has no token any more. */
const order = (name: string, who: Who) =>
  name.startsWith('DELETE the other') && who === 'facilitator' ? -1 : 0

test('a seat may erase itself, and only itself', async () => {
  const at = await scene('during')
  const path = (seat: string) => `/api/workshops/${at.made.workshop.id}/seats/${seat}`
  expect((await http(at.url, 'DELETE', path(at.other), { token: at.tokens.participant! })).status).toBe(403)
  expect((await http(at.url, 'DELETE', path('desk'), { token: at.tokens.participant! })).status).toBe(403)
  expect((await http(at.url, 'DELETE', path(at.seat), { token: at.tokens.participant! })).status).toBe(204)
  expect((await http(at.url, 'GET', session('/session')(at), { token: at.tokens.participant! })).status).toBe(
    401,
  )
})

/** Some value that a JSON schema allows. */
function someValue(schema: z.core.JSONSchema.BaseSchema): unknown {
  if (schema.enum) return schema.enum[0]
  const properties = Object.entries(schema.properties ?? {}) as [string, z.core.JSONSchema.BaseSchema][]
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        properties.map(([name, part]) => [
          name,
          schema.required?.includes(name) ? someValue(part) : undefined,
        ]),
      )
    case 'array':
      return [someValue(schema.items as z.core.JSONSchema.BaseSchema)]
    case 'string':
      return 'a1'
    case 'number':
    case 'integer':
      return 1
    case 'boolean':
      return true
    default:
      return null
  }
}

/** Every kind of the schema, those of tomorrow included; ends come last. */
const KINDS = commandSchema.options
  .map((option) => option.shape.kind.value as CommandKind)
  .sort((a, b) => Number(a === 'end') - Number(b === 'end'))

/** A command of each kind that the schema lets in, those of tomorrow included. */
const SAMPLES = new Map(
  commandSchema.options.map((option) => {
    const { id: _id, ...rest } = someValue(
      z.toJSONSchema(option, { io: 'input', unrepresentable: 'any' }),
    ) as { id: string }
    const kind = option.shape.kind.value as CommandKind
    return [kind, { ...rest, kind } as Command] as const
  }),
)

describe.each(WHEN)('on the session socket, %s', (when) => {
  test.each(['scribe', 'participant', 'wall'] as const)('each word of a %s', async (role) => {
    const { url, made, tokens } = await scene(when)
    const device = await new Device(url, tokens[role]!).ready()
    const before = device.session!.rev
    for (const kind of KINDS) {
      const answer = await device.command(SAMPLES.get(kind)!)
      const code = answer.ok ? 'ok' : answer.code
      const own = SEAT_COMMANDS.has(kind) && role !== 'wall'
      if (when === 'ended') expect([kind, code]).toEqual([kind, 'gone'])
      else if (!own) expect([kind, code]).toEqual([kind, 'not-allowed'])
      else expect([kind, code]).not.toEqual([kind, 'not-allowed'])
    }
    const ballot = await device.vote({ x: 1 }, clientId(), 'p1')
    expect(ballot.ok).toBe(false)
    const { json } = await http(url, 'GET', `/api/workshops/${made.workshop.id}/session`, {
      token: made.tokens.desk,
    })
    if (role === 'wall' || when === 'ended') expect((json as unknown as { rev: number }).rev).toBe(before)
  })

  test('who may not even come in', async () => {
    const { url, tokens } = await scene(when)
    for (const who of ['removed', 'stranger'] as const)
      expect([who, (await new Device(url, tokens[who]!).ready()).refused]).toEqual([who, 'not-your-seat'])
    expect((await new Device(url, '').ready()).refused).toBe('not-your-seat')
  })
})

test('a word that was allowed is refused after the removal, on a socket that is still open', async () => {
  const { url } = await openHouse()
  const made = await makeWorkshop(url)
  const [desk, phone] = [await openDesk(url, made), await joinPhone(url, made)]
  await desk.do({ kind: 'open', activity: 'a1' })
  await phone.do({ kind: 'done', on: true })
  await desk.do({ kind: 'remove', seat: phone.seat })
  await until(() => !phone.socket.connected)
  const rev = desk.session!.rev
  await expect(
    phone.socket.timeout(500).emitWithAck('command', { id: clientId(), kind: 'done', on: false }),
  ).rejects.toThrow()
  await new Promise((done) => setTimeout(done, 200))
  expect(desk.session!.rev).toBe(rev)
})

const { notYours, unknownSeat, ended } = CLOSE
type Door = number | 'in'

/** By document: facilitator, scribe, participant (whose pad it is), other phone, wall. */
const DOCS: Record<When, Record<string, [Door, Door, Door, Door, Door]>> = {
  before: {
    'board.a1': ['in', notYours, notYours, notYours, notYours],
    'board.a2': ['in', notYours, notYours, notYours, notYours],
    'pad.a1.<own>': [notYours, notYours, notYours, notYours, notYours],
    'board.decisions': ['in', 'in', notYours, notYours, 'in'],
    'pad.decisions.<own>': [notYours, notYours, notYours, notYours, notYours],
    plan: ['in', 'in', notYours, notYours, notYours],
    'board.a1.tables-1': [notYours, notYours, notYours, notYours, notYours],
    'board.nothing': [notYours, notYours, notYours, notYours, notYours],
    nonsense: [notYours, notYours, notYours, notYours, notYours],
  },
  during: {
    'board.a1': ['in', 'in', notYours, notYours, 'in'],
    'board.a2': ['in', notYours, notYours, notYours, notYours],
    'pad.a1.<own>': [notYours, notYours, 'in', notYours, notYours],
    'pad.a2.<own>': [notYours, notYours, notYours, notYours, notYours],
    'board.decisions': ['in', 'in', notYours, notYours, 'in'],
    'pad.decisions.<own>': [notYours, notYours, notYours, notYours, notYours],
    plan: ['in', 'in', notYours, notYours, notYours],
    'board.nothing': [notYours, notYours, notYours, notYours, notYours],
    nonsense: [notYours, notYours, notYours, notYours, notYours],
  },
  ended: {
    'board.a1': [ended, ended, ended, ended, ended],
    'pad.a1.<own>': [ended, ended, ended, ended, ended],
    'board.decisions': [ended, ended, ended, ended, ended],
    plan: [ended, ended, ended, ended, ended],
  },
}
const INSIDE: Who[] = ['facilitator', 'scribe', 'participant', 'other phone', 'wall']

describe.each(WHEN)('on the document socket, %s', (when) => {
  test('each role on each document', async () => {
    const at = await scene(when)
    const [seen, expected]: string[][] = [[], []]
    for (const [name, doors] of Object.entries(DOCS[when])) {
      const doc = name.replace('<own>', at.seat)
      const outside = WHO.filter((who) => !INSIDE.includes(who))
      for (const who of [...INSIDE, ...outside]) {
        const refused = who === 'elsewhere' ? notYours : unknownSeat
        const cell = INSIDE.includes(who) ? doors[INSIDE.indexOf(who)]! : refused
        seen!.push(`${name}, ${who}: ${await door(at, doc, at.tokens[who])}`)
        expected!.push(`${name}, ${who}: ${cell}`)
      }
    }
    expect(seen).toEqual(expected)
  })
})

/** Knocks: the code it is closed with, or that something came. */
function door({ url, made }: Scene, doc: string, token: string | undefined): Promise<Door> {
  const protocols = token === undefined ? ['tablee'] : ['tablee', token]
  const socket = new WebSocket(`${url.replace('http', 'ws')}/docs/${made.workshop.code}/${doc}`, protocols)
  return new Promise((resolve, reject) => {
    socket.on('message', () => {
      socket.terminate()
      resolve('in')
    })
    socket.on('close', (code) => resolve(code))
    socket.on('error', reject)
  })
}
