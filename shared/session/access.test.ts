// The rights table: every role, every sort of document, every moment (architecture, section 4).
import { describe, expect, test } from 'vitest'
import { parseDocName } from '../ids.ts'
import type { Role } from '../wire.ts'
import { access, type Access } from './access.ts'
import type { Command } from './commands.ts'
import { context, play, STEPS } from './fixture.ts'
import { next } from './machine.ts'
import { newSession, type Session } from './state.ts'

const ROLES = ['facilitator', 'scribe', 'participant', 'wall'] as const
const lobby = newSession()
const writing = play(lobby, [{ kind: 'open', activity: 'ideas' }])
const revealed = play(writing, [{ kind: 'reveal' }])
const later = play(revealed, [{ kind: 'open', activity: 'dots' }])
const leftSealed = play(writing, [{ kind: 'open', activity: 'dots' }])
const nameless = play(lobby, [{ kind: 'open', activity: 'nameless' }])
const forgotten = play(nameless, [{ kind: 'reveal' }])
const backAgain = play(forgotten, [{ kind: 'back' }])
const opened = play(lobby, [{ kind: 'open', activity: 'together' }])
const pairs = [
  { id: 'pairs-1', seats: ['me', 's1'] },
  { id: 'pairs-2', seats: ['s2', 's3'] },
]
const paired = { ...opened, groups: { together: { pairs } } }
const ended = play(revealed, [{ kind: 'end' }])

const cells = (f: Access, s: Access, p: Access, w: Access) => ({
  facilitator: f,
  scribe: s,
  participant: p,
  wall: w,
})

const ROWS: [string, Session, string, Record<Role, Access>][] = [
  ['a board not yet opened', lobby, 'board.ideas', cells('write', 'none', 'none', 'none')],
  ['the board in the sealed step', writing, 'board.ideas', cells('write', 'write', 'none', 'read')],
  ['the board once revealed', revealed, 'board.ideas', cells('write', 'write', 'read', 'read')],
  ['the board of a past activity', later, 'board.ideas', cells('read', 'read', 'read', 'read')],
  [
    'the board of one left before its reveal',
    leftSealed,
    'board.ideas',
    cells('read', 'read', 'none', 'read'),
  ],
  [
    'an upcoming board during another activity',
    writing,
    'board.dots',
    cells('write', 'none', 'none', 'none'),
  ],
  ['a parallel group that does not exist', revealed, 'board.ideas.g1', cells('none', 'none', 'none', 'none')],
  ['the board of a group', paired, 'board.together.pairs-1', cells('read', 'read', 'read', 'read')],
  ['the board of another group', paired, 'board.together.pairs-2', cells('read', 'read', 'none', 'read')],
  ['a board of no activity', revealed, 'board.nothing', cells('none', 'none', 'none', 'none')],
  ['own pad before the opening', lobby, 'pad.ideas.me', cells('none', 'none', 'none', 'none')],
  ['own pad once opened', writing, 'pad.ideas.me', cells('none', 'write', 'write', 'none')],
  ['own pad of a past activity', later, 'pad.ideas.me', cells('none', 'write', 'write', 'none')],
  ["another seat's pad", writing, 'pad.ideas.s2', cells('none', 'none', 'none', 'none')],
  ["another seat's pad once revealed", revealed, 'pad.ideas.s2', cells('none', 'none', 'none', 'none')],
  [
    'own pad before its author is forgotten',
    nameless,
    'pad.nameless.me',
    cells('none', 'write', 'write', 'none'),
  ],
  [
    'own pad once its author is forgotten',
    forgotten,
    'pad.nameless.me',
    cells('none', 'none', 'none', 'none'),
  ],
  ['own pad after going back', backAgain, 'pad.nameless.me', cells('none', 'none', 'none', 'none')],
  ['a pad of no activity', writing, 'pad.nothing.me', cells('none', 'none', 'none', 'none')],
  ['the plan', writing, 'plan', cells('write', 'write', 'none', 'none')],
  ['any board after the end', ended, 'board.ideas', cells('none', 'none', 'none', 'none')],
  ['any pad after the end', ended, 'pad.ideas.me', cells('none', 'none', 'none', 'none')],
  ['the plan after the end', ended, 'plan', cells('none', 'none', 'none', 'none')],
]

describe('access', () => {
  test.each(ROWS)('%s', (_title, session, name, expected) => {
    const doc = parseDocName(name)!
    for (const role of ROLES) {
      expect([role, access(session, { id: 'me', role }, doc, (activity) => STEPS[activity] ?? null)]).toEqual(
        [role, expected[role]],
      )
    }
  })
})

describe('document names', () => {
  test.each([
    '',
    'board',
    'board.',
    'pad.a1',
    'pad.a1.s1.x',
    'board.a1.g1.x',
    'plan.x',
    'board.__proto__',
    'pad.a1.constructor',
    'pad.a 1.s1',
  ])('%j is no document', (name) => expect(parseDocName(name)).toBeNull())
})

test('S76 while the room is locked people arrange nothing, those who lead it do', () => {
  const sorting = play(writing, [
    { kind: 'step', to: 'sort' },
    { kind: 'lock', on: true },
  ])
  const move: Command = { kind: 'arrange', moves: [{ note: 'n1' }] }
  const asked = (session: Session, role: Role) => next(session, move, context({ role }))
  expect(asked(sorting, 'participant')).toEqual({ ok: false, code: 'not-now' })
  expect(asked(sorting, 'facilitator')).toMatchObject({ effects: [{ do: 'arrange' }] })
  expect(asked(play(sorting, [{ kind: 'lock', on: false }]), 'participant')).toHaveProperty('effects')
})
