// Horizon scan: facts and trends in every domain, with their evidence; weak signals (Ansoff 1975; Hiltunen 2008) and wild
// cards (Petersen 1997) are told by the kind of card. A domain that stays empty is a finding too.
import * as z from 'zod'
import type { Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { dealOf, RATINGS } from '../../counting/deal.ts'
import { cellsOf, checkCells, shortName, type CellBallot, type Grid } from '../../counting/grid.ts'
import { roundBlocks } from '../../report/rounds.ts'
import { defineActivity, type Advice, type Step } from '../activity.ts'
import { paperOptions } from '../voting-settings.ts'
import {
  alone,
  boardSettings,
  kindTable,
  openly,
  sorting,
  talking,
  zoneBlocks,
  zonesOf,
  type Boxes,
} from '../zone-board.ts'
import { cardTable, fieldsOf } from '../zone-cards.ts'
import messages from './messages.json' with { type: 'json' }
import { countCards, CRITERIA, MOST_CARDS, type CardCount, type CardPaper } from './rating.ts'
import { ratingBlocks } from './report.ts'

const DOMAINS = ['political', 'economic', 'social', 'technological', 'environmental', 'legal']

const settings = z.object({
  /** STEEP has no domain of its own for law: it belongs to politics. */
  frame: z.enum(['pestel', 'steep']).default('pestel'),
  card: z.enum(['trend', 'weak-signal', 'wild-card']).default('trend'),
  /** Weak signals and wild cards are rated by the room. */
  rate: z.boolean().default(true),
  /** Answers that each question about a card should get. */
  ratings: z.number().int().min(1).max(9).default(RATINGS),
  ...boardSettings,
})

type Settings = z.output<typeof settings>

/** What a paper says: a type of trend, when a signal will be felt, or whether a rupture is wished for. */
const KINDS: Record<Settings['card'], Tone[]> = {
  trend: ['ciel', 'soleil', 'lilas', 'corail'],
  'weak-signal': ['ciel', 'soleil', 'lilas'],
  'wild-card': ['corail', 'menthe'],
}

/** What is written beside the fact. */
const FIELDS: Record<Settings['card'], string[]> = {
  trend: ['evidence', 'tag'],
  'weak-signal': ['source', 'grows', 'tag'],
  'wild-card': ['sign', 'insurance'],
}

/** The first step, whose sentence asks for the card. */
const FIRST: Record<Settings['card'], string> = {
  trend: 'scan',
  'weak-signal': 'signals',
  'wild-card': 'ruptures',
}

const RATE: Step = { id: 'rate', minutes: 8, pads: 'off', board: 'none', poll: true, results: 'hidden' }

export const pestel = defineActivity<Settings, CardPaper, CellBallot, CardCount>({
  kind: 'pestel',
  settings,
  steps: (s) => [
    alone(s, FIRST[s.card], 12),
    openly(s, 'reveal', 5),
    sorting(s, 'sort', 8),
    ...(s.rate && s.card !== 'trend'
      ? [RATE, { ...talking('rated', 10), results: 'shown' as const }]
      : [talking('talk', 10)]),
  ],
  layout: (s, t) => ({
    kind: 'groups',
    zones: domains(s, t),
    kinds: kinds(s, t),
    fields: fieldsOf(FIELDS[s.card], t),
  }),
  poll: {
    type: 'cells',
    secrecy: () => 'secret',
    paper: (notes, { card, ratings }, t, assembly) => {
      const asked = card === 'trend' ? 'weak-signal' : card
      const subjects = paperOptions(notes, {})
      const rows = subjects.slice(0, MOST_CARDS).map(({ label }) => label)
      const grids = Object.entries(CRITERIA[asked]).map(([id, levels]): Grid => ({
        id,
        rows,
        columns: [''],
        levels,
      }))
      const name = (grid: Grid) => (from: string) => t(`cell.${grid.id}`, { card: shortName(from) })
      // One card after the other, and not one question after the other.
      const columns = grids.map((grid) => cellsOf(grid, name(grid)))
      const options = rows.flatMap((_, row) => columns.flatMap((column) => column[row] ?? []))
      const under = new Map(notes.map((note) => [note.id, note.under ?? '']))
      const domains = subjects.map(({ id }) => under.get(id) ?? '')
      const deal = dealOf(options.length, assembly?.here ?? 0, ratings)
      return { options, rev: 1, subjects, domains, card: asked, grids, deal, ratings }
    },
    check: checkCells,
    count: countCards,
    before: ({ length: count }) => [
      ...(count === 0 ? [{ key: 'advice.none' }] : []),
      ...(count > MOST_CARDS ? [{ key: 'advice.many', params: { count, most: MOST_CARDS } }] : []),
    ],
    advise: ({ ratings }, { n, items, order, empty, few }) => {
      if (n === 0) return []
      const unrated = Object.keys(items).length - order.length
      const advice: (Advice | false)[] = [
        unrated > 0 && { key: 'advice.unrated', params: { count: unrated } },
        few > empty && { key: 'advice.fewAnswers', params: { count: few - empty, ratings } },
      ]
      return advice.filter((one) => one !== false)
    },
  },
  report: ({ settings: s, notes, rounds, t }) => [
    ...(rounds.length > 0
      ? roundBlocks(rounds, t, (paper, result) => ratingBlocks(paper, result, domains(s, t), t))
      : []),
    ...kindTable(notes, domains(s, t), kinds(s, t), t),
    ...cardTable(notes, domains(s, t), fieldsOf(FIELDS[s.card], t), t),
    ...zoneBlocks(notes, domains(s, t), t),
  ],
  messages,
})

function domains({ frame }: Settings, t: Translate) {
  const ids = frame === 'pestel' ? DOMAINS : DOMAINS.slice(0, -1)
  return zonesOf(ids, t, boxesOf(ids))
}

/** Two rows that fill the board, the first one of three. */
function boxesOf(ids: readonly string[]): Boxes {
  const GAP = 0.01
  const row = (some: readonly string[], y: number) => {
    const width = (1 - GAP * (some.length - 1)) / some.length
    return some.map((id, i) => [id, [i * (width + GAP), y, width, 0.49]] as const)
  }
  return Object.fromEntries([...row(ids.slice(0, 3), 0), ...row(ids.slice(3), 0.51)])
}

function kinds({ card }: Settings, t: Translate) {
  return KINDS[card].map((tone) => ({ tone, label: t(`kind.${card}.${tone}`) }))
}
