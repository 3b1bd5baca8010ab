// Horizon scan: facts and trends in every domain, with their evidence; weak signals (Ansoff 1975; Hiltunen 2008) and wild
// cards (Petersen 1997) are told by the kind of card. A domain that stays empty is a finding too.
import * as z from 'zod'
import type { Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { defineActivity } from '../activity.ts'
import {
  alone,
  boardSettings,
  cardTable,
  fieldsOf,
  kindTable,
  openly,
  sorting,
  talking,
  zoneBlocks,
  zonesOf,
  type Boxes,
} from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const DOMAINS = ['political', 'economic', 'social', 'technological', 'environmental', 'legal']

const settings = z.object({
  /** STEEP has no domain of its own for law: it belongs to politics. */
  frame: z.enum(['pestel', 'steep']).default('pestel'),
  card: z.enum(['trend', 'weak-signal', 'wild-card']).default('trend'),
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

export const pestel = defineActivity<Settings, never, never, never>({
  kind: 'pestel',
  settings,
  steps: (s) => [
    alone(s, FIRST[s.card], 12),
    openly(s, 'reveal', 5),
    sorting(s, 'sort', 8),
    talking('talk', 10),
  ],
  layout: (s, t) => ({
    kind: 'groups',
    zones: domains(s, t),
    kinds: kinds(s, t),
    fields: fieldsOf(FIELDS[s.card], t),
  }),
  report: ({ settings: s, notes, t }) => [
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
