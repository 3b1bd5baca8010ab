// @vitest-environment jsdom
// After the closing: own answers of every ballot type in words, and every kind's own count told in short.
import { ballotTypeOf } from '../../shared/activities/activity.ts'
import { flushSync, mount, unmount } from 'svelte'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ACTIVITIES } from '../../shared/activities/index.ts'
import type { Answer } from '../../shared/wire.ts'
import { Ballot } from '../lib/ballot.svelte.ts'
import { keep } from '../lib/keep.ts'
import Closed from './Closed.svelte'
import { Box, freshDevice, OPTIONS, snapshotOf, wordsFor, type Table } from './hand.fake.svelte.ts'
import { shortResult } from './results.ts'
import { loadWidget } from './widget.ts'

/** A few ballots of each kind, as phones send them, and what is read on the phone that gave the first one. */
const CASES: [kind: string, settings: object, ballots: unknown[], own: string, told: string][] = [
  ['single-choice', {}, ['b', 'b', 'a', 'blank'], 'Bail', '« Bail » l’emporte.'],
  ['single-choice', {}, ['blank', 'a'], 'Voter blanc', '« Outils » l’emporte.'],
  ['multiple-choice', { max: 2 }, [['a', 'b'], ['b']], 'Outils|Bail', '2 bulletins comptés'],
  ['approval', {}, [['a', 'b'], ['b']], 'Outils|Bail', 'Retenue : « Bail ».'],
  ['approval', {}, [[], ['b']], 'Aucune de ces propositions', 'Retenue : « Bail ».'],
  [
    'score',
    {},
    [
      { a: 5, b: 2 },
      { a: 4, b: 3 },
    ],
    'Outils note 5|Bail note 2',
    '1 Outils Vous : note 5 4,5, Moyenne',
  ],
  [
    'majority-judgment',
    {},
    [
      { a: 4, b: 0, c: 5, d: 2 },
      { a: 4, b: 1, c: 5, d: 2 },
      { a: 3, b: 0, c: 4, d: 2 },
    ],
    'Outils Bien|Bail À rejeter|Caisse Très bien|Halle Passable',
    '1 Caisse Très bien −',
  ],
  ['ranking', {}, [[['b'], ['a', 'c']], [['b']]], 'Bail rang 1|Outils rang 2|Caisse rang 2', '1 Bail'],
  [
    'quadratic',
    { allowNegative: true },
    [{ a: 3, b: -1 }, { a: 2 }],
    'Outils 3 voix, 9 crédits|Bail 1 voix contre, 1 crédit',
    '1 Outils 2 personnes',
  ],
  ['micmac', {}, [{ 'cell-0-1': 3, 'cell-1-0': 'P' }], '2 cases remplies', '1 Outils motrice'],
  [
    'morphological',
    { parameters: ['A: x / y', 'B: u / v'] },
    [{ 'pair-0-0-1-0': 'no:logic' }],
    '1 case remplie',
    '4 combinaisons tiennent sur 4',
  ],
  [
    'mactor',
    { objectives: ['Ouvrir', 'Fermer'] },
    [{ 'mid-0-1': 3, 'mid-1-2': 1, 'mao-0-0': 4, 'mao-1-0': 2, 'mao-2-0': -1, 'mao-0-1': -2 }],
    '6 cases remplies',
    'Pèse le plus : Outils.',
  ],
  [
    'multipol',
    { criteria: ['Coût'] },
    [{ 'mark-0-0': 12, 'mark-1-0': 15 }, { 'mark-0-0': 14 }],
    '2 cases remplies',
    '1 Bail écart 0 15, Moyenne',
  ],
  [
    'cross-impact',
    { options: OPTIONS.slice(0, 2) },
    [{ 'chance-0-0': 50, 'chance-1-0': 50, 'if-0-1': 80, 'ifnot-0-1': 20, 'if-1-0': 80, 'ifnot-1-0': 20 }],
    '6 cases remplies',
    'Outils · Bail 40 %, Probabilité',
  ],
  ['gradients', {}, [3, 1, 2, 2], '3. Soutien avec réserves', 'Soutien enthousiaste.'],
  ['fist-to-five', {}, [0, 5], '0. Je bloque', 'Bloqué : au moins une main est fermée.'],
  ['roti', {}, [4, 5], '4. Plus que le temps passé', 'Moyenne 4,5 sur 5 (2 réponses).'],
  [
    'two-axis',
    {},
    [
      { a: { x: 2, y: 8.5 }, b: { x: 9, y: 1 } },
      { a: { x: 2, y: 8 }, b: { x: 8, y: 1 } },
    ],
    'Outils Effort 2, Impact 8,5|Bail Effort 9, Impact 1',
    '1 Outils gain rapide',
  ],
  ['pairwise', {}, [[['a', 'b', 1]], [['a', 'c', 0.5]]], '1 duel', '2 duels par 2 personnes.'],
  [
    'consent',
    {},
    [{ answer: 'objection', reason: 'Trop de bruit' }, { answer: 'consent' }],
    'J’ai une objection Trop de bruit',
    'Il reste au moins une objection',
  ],
  [
    'election-without-candidate',
    {},
    [{ option: 'b', reason: 'Elle écoute' }, { option: 'b' }],
    'Bail Elle écoute',
    'Bail 2 propositions',
  ],
  [
    'delphi',
    { min: 0, max: 100 },
    [{ value: 42.5, reason: 'Le bruit' }, { value: 10 }],
    '42,5 Le bruit',
    'Médiane 26,25',
  ],
  [
    'delphi',
    { statements: ['Télétravail', 'Semaine courte'] },
    [
      { s1: { value: 4, reason: 'vu ailleurs' }, s2: { value: 2 } },
      { s1: { value: 4 }, s2: { value: 5 } },
    ],
    'Télétravail 4, vu ailleurs|Semaine courte 2',
    '1 accord sur 2 affirmations.',
  ],
  ['resolution', {}, ['for', 'for', 'against'], 'Pour', 'Résolution adoptée : 2 pour, 1 contre'],
  [
    'opinion-groups',
    {},
    [{ a: 1, b: -1, c: 0 }, { a: 1 }],
    'Outils D’accord|Bail Pas d’accord|Caisse Passer',
    'Ce qui nous rassemble',
  ],
]

function tableFor(kind: string, settings: object) {
  const activity = ACTIVITIES.find((one) => one.kind === kind)!
  const words = activity.messages as Table['words']
  const parsed = activity.settings.parse({ options: OPTIONS, ...settings })
  const t = wordsFor({ words })
  const paper = activity.poll!.paper([], parsed, t)
  return {
    activity,
    t,
    table: { kind, type: ballotTypeOf(activity.poll!, paper), paper, words } satisfies Table,
  }
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

let stop = () => {}
beforeEach(() => void vi.stubGlobal('localStorage', freshDevice()))
afterEach(() => {
  stop()
  stop = () => {}
  document.body.replaceChildren()
})

/** The phone that gave the first ballot, when the poll is closed. */
async function show(kind: string, settings: object, ballots: unknown[], published: boolean): Promise<string> {
  const { activity, t, table } = tableFor(kind, settings)
  const checked = ballots.map((ballot) => activity.poll!.check(table.paper, ballot))
  const result = activity.poll!.count(table.paper, checked)
  const box = new Box(table)
  const ballot = new Ballot(box, 'p1')
  ballot.set(ballots[0])
  await box.answer()
  const session = snapshotOf(table)
  const poll = { ...session.poll!, state: 'closed' as const, published, voted: ballots.length }
  box.snapshot = { ...session, poll }
  const props = { session: box.snapshot, poll, ballot, result: published ? result : undefined, t }
  const app = mount(Closed, { target: document.body, props })
  stop = () => void unmount(app)
  flushSync()
  for (const hidden of document.querySelectorAll('[aria-hidden=true]')) hidden.remove()
  return plain(document.body.textContent ?? '')
}

describe.each(CASES)('%s', (kind, settings, ballots, own, told) => {
  it('reads the own answer back, and nothing of the others', async () => {
    const text = await show(kind, settings, ballots, false)
    expect(text).toContain('Le vote est clos')
    expect(text).not.toContain(told)
    const lines = [...document.querySelectorAll('h2 + ul li')].map((line) => plain(line.textContent ?? ''))
    expect(lines.join('|')).toBe(own)
    expect(document.querySelectorAll('button, input, textarea')).toHaveLength(0)
  })

  it('tells the result in short once it is published', async () => {
    const text = await show(kind, settings, ballots, true)
    expect(text).toContain(told)
  })

  it('says that nobody voted where nobody did', () => {
    const { activity, t, table } = tableFor(kind, settings)
    const result = activity.poll!.count(table.paper, [])
    const poll = { paper: table.paper as never, voted: 0 }
    // A resolution is put for or against: silence does not adopt it.
    const silence = t(kind === 'resolution' ? 'nobody' : 'noVotes')
    expect(shortResult(kind, poll, result, t)).toEqual({ sentences: [silence], rows: [] })
  })
})

it('every ballot type that has a widget is read back', async () => {
  const polls = ACTIVITIES.filter(({ poll }) => poll)
  const types = [...new Set(polls.map(({ kind }) => tableFor(kind, {}).table.type))]
  const widgets = await Promise.all(types.map(loadWidget))
  const covered = new Set(CASES.map(([kind]) => tableFor(kind, {}).table.type))
  expect(types.filter((type, i) => widgets[i] !== null && !covered.has(type))).toEqual([])
})

describe('what was not given in', () => {
  async function closed(refusal?: Answer, draft?: unknown): Promise<string> {
    const { t, table } = tableFor('majority-judgment', {})
    const box = new Box(table)
    const ballot = new Ballot(box, 'p1')
    if (refusal) {
      ballot.set({ a: 1 })
      await box.answer(refusal)
    }
    if (draft) keep('GRVKMT/draft/p1', draft)
    const session = snapshotOf(table)
    const poll = { ...session.poll!, state: 'closed' as const }
    const app = mount(Closed, {
      target: document.body,
      props: { session, poll, ballot, result: undefined, t },
    })
    stop = () => void unmount(app)
    flushSync()
    return plain(document.body.textContent ?? '')
  }

  it('is said plainly', async () => {
    expect(await closed()).toContain('Vous n’avez pas donné de réponse.')
  })

  it('is said when the ballot was not complete', async () => {
    expect(await closed(undefined, { a: 1 })).toContain('ils n’ont pas été envoyés')
  })

  it('is said when the ballot came after the closing', async () => {
    expect(await closed({ ok: false, code: 'closed' })).toContain('C’est clos.')
  })
})
