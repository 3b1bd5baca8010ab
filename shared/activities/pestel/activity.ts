// Horizon scan: facts and trends in every domain, with their evidence; weak signals (Ansoff 1975; Hiltunen 2008) and wild
// cards (Petersen 1997) are told by the kind of card. A domain that stays empty is a finding too.
import * as z from 'zod'
import type { Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { defineActivity } from '../activity.ts'
import {
  alone,
  boardSettings,
  kindTable,
  openly,
  sorting,
  talking,
  zoneBlocks,
  zonesOf,
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
  layout: (s, t) => ({ kind: 'groups', zones: domains(s, t), kinds: kinds(s, t) }),
  report: ({ settings: s, notes, t }) => [
    ...kindTable(notes, domains(s, t), kinds(s, t), t),
    ...zoneBlocks(notes, domains(s, t), t),
  ],
  messages,
})

function domains({ frame }: Settings, t: Translate) {
  return zonesOf(frame === 'pestel' ? DOMAINS : DOMAINS.slice(0, -1), t)
}

function kinds({ card }: Settings, t: Translate) {
  return KINDS[card].map((tone) => ({ tone, label: t(`kind.${card}.${tone}`) }))
}
