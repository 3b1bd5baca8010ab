import { expect, test } from 'vitest'
import { createTranslate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import { electionWithoutCandidate } from './activity.ts'
import { readNomination } from './ballot.ts'
import { countNominations, electionOutcome } from './count.ts'
import messages from './messages.json' with { type: 'json' }

const PEOPLE = ['cleo', 'dan', 'eve']

test.each([
  [{ option: 'dan' }, { option: 'dan' }],
  [
    { option: 'dan', reason: ' Elle écoute. ' },
    { option: 'dan', reason: 'Elle écoute.' },
  ],
  [{ option: 'dan', reason: '' }, { option: 'dan' }],
])('%j is the nomination %j', (choice, ballot) => {
  expect(readNomination(PEOPLE, choice)).toEqual(ballot)
})

test.each([
  [null, 'bad-request'],
  ['dan', 'bad-request'],
  [{ option: 3 }, 'bad-request'],
  [{ option: 'dan', reason: {} }, 'bad-request'],
  [{ option: 'fred' }, 'unknown-option'],
  [{ option: '__proto__' }, 'unknown-option'],
  [{ option: 'dan', reason: 'x'.repeat(LIMITS.note + 1) }, 'too-long'],
])('%j is refused: %s', (choice, code) => {
  expect(readNomination(PEOPLE, choice)).toMatchObject({ ok: false, code })
})

test('nominations are counted with their reasons; a name that left the paper counts for nobody', () => {
  const ballots = [
    { option: 'dan', reason: 'Il connaît le terrain.' },
    { option: 'dan', reason: 'Il a le temps.' },
    { option: 'cleo' },
    { option: 'gone', reason: 'x' },
  ]
  expect(countNominations(PEOPLE, ballots)).toEqual({
    n: 3,
    tallies: { cleo: 1, dan: 2, eve: 0 },
    reasons: { dan: ['Il a le temps.', 'Il connaît le terrain.'] },
  })
})

const circle = (answers: Record<string, string>) =>
  electionOutcome({
    nominations: new Map([
      ['ana', 'cleo'],
      ['ben', 'cleo'],
      ['cleo', 'dan'],
    ]),
    changes: new Map([
      ['ben', 'dan'],
      ['cleo', 'dan'],
    ]),
    proposed: 'cleo',
    responses: new Map(Object.entries(answers)),
  })

test.each([
  [{ ana: 'consent', ben: 'consent', cleo: 'consent' }, 'elected'],
  [{ ana: 'consent', ben: 'concern', cleo: 'decline' }, 'declined'],
  [{ ana: 'consent', cleo: 'decline' }, 'pending'],
  [{ ana: 'objection', cleo: 'decline' }, 'objection-round'],
])('%j: %s', (answers, outcome) => {
  expect(circle(answers).outcome).toBe(outcome)
})

test('a change to the same name is no change', () => {
  expect(circle({})).toMatchObject({ round1: { cleo: 2, dan: 1 }, round2: { cleo: 1, dan: 2 }, changes: 1 })
})

test('the report shows both rounds side by side, people in the order of the paper', () => {
  const poll = electionWithoutCandidate.poll!
  const options = PEOPLE.map((id) => ({ id, label: id.toUpperCase() }))
  const settings = electionWithoutCandidate.settings.parse({
    options,
    role: 'Délégué·e',
    criteria: ['Écoute'],
  })
  const paper = poll.paper([], settings, (key) => key)
  const round = (...ballots: object[]) => ({
    paper,
    result: poll.count(paper, ballots),
    voted: ballots.length,
  })
  const rounds = [
    round({ option: 'cleo' }, { option: 'eve', reason: 'Sa patience.' }),
    round({ option: 'eve' }, { option: 'eve', reason: 'Sa patience.' }),
  ]
  const t = createTranslate('fr', messages.fr)
  const blocks = electionWithoutCandidate.report({ settings, notes: [], rounds, language: 'fr', t })
  expect(
    blocks.filter((block) => block.type === 'table' || block.type === 'drawing').map(({ rows }) => rows),
  ).toEqual([
    [
      ['CLEO', 1, 0],
      ['EVE', 1, 2],
    ],
    [['EVE', 'Sa patience.']],
  ])
  expect(blocks[0]).toEqual({ type: 'text', text: 'Rôle\u00a0: Délégué·e' })
})

test('who may be proposed: people written down, else taken over, else whoever is in the room', () => {
  const { settings, poll } = electionWithoutCandidate
  const notes = [
    { id: 'n1', text: 'Zoé', tone: 'craie' as const, at: [0.5, 0.5] as [number, number], order: 'a' },
  ]
  const room = { here: 4, names: ['Ada', 'Bo', 'Ada'], members: [] }
  const named = (some: object, taken: typeof notes) =>
    poll!.paper(taken, settings.parse(some), (key) => key, room).options.map(({ label }) => label)
  expect(named({}, [])).toEqual(['Ada', 'Bo', 'Ada 2'])
  expect(named({}, notes)).toEqual(['Zoé'])
  expect(named({ among: 'room' }, notes)).toEqual(['Ada', 'Bo', 'Ada 2'])
  expect(named({ among: 'room', options: [{ id: 'o1', label: 'Cy' }] }, notes)).toEqual(['Cy'])
})
