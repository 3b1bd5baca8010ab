// Futures wheel: one change in the centre, what follows from it, and what follows from that (Glenn 1972).
// Each ring has its step; a note is a consequence of the one that it lies under.
import * as z from 'zod'
import type { Note, Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import type { Block } from '../../report/blocks.ts'
import { defineActivity, type Step } from '../activity.ts'
import { boardSettings, kindsOf, openly, sorting, talking } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }
import { CENTRE, longestChain, readWheel, type Consequence } from './tree.ts'

/** Wished for, feared, surprising. */
const KINDS: Tone[] = ['menthe', 'corail', 'lilas']

const settings = z.object({
  /** The change; it lies in the middle from the start. */
  centre: z.string().trim().min(1).max(LIMITS.note).optional(),
  maxOrder: z.number().int().min(1).max(4).default(3),
  ...boardSettings,
})

type Settings = z.output<typeof settings>

export const futuresWheel = defineActivity<Settings, never, never, never>({
  kind: 'futures-wheel',
  settings,
  steps: (s) => [
    ...Array.from({ length: s.maxOrder }, (_, i) => ring(s, i + 1)),
    sorting(s, 'sort', 6),
    talking('talk', 10),
  ],
  layout: (_, t) => ({ kind: 'groups', zones: [], tree: true, kinds: kindsOf(KINDS, t) }),
  seed: (s, _, t) => [
    { id: CENTRE, text: s.centre ?? t('centre'), tone: 'soleil', at: [0.5, 0.5], fields: { group: 1 } },
  ],
  report: ({ notes, t }) => wheelBlocks(notes, t),
  messages,
})

/** Everybody writes, and ties what they wrote to what it follows from. */
function ring(s: Settings, order: number): Step {
  const step = openly(s, `ring-${order}`, 7)
  return s.arrange ? { ...step, arrange: true } : step
}

function wheelBlocks(notes: readonly Note[], t: Translate): Block[] {
  const { consequences, loose } = readWheel(notes)
  if (consequences.length + loose.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  const orders = Array.from({ length: longestChain(consequences) }, (_, i) => i + 1)
  const groups = orders.map((order) => ({
    title: t('order', { order }),
    notes: consequences.filter((one) => one.order === order).map(({ note }) => note),
  }))
  return [
    ...(consequences.length > 0 ? [chains(consequences, t), counts(consequences, orders, t)] : []),
    {
      type: 'notes',
      groups: loose.length > 0 ? [...groups, { title: t('otherNotes'), notes: loose }] : groups,
    },
  ]
}

function chains(consequences: readonly Consequence[], t: Translate): Block {
  return {
    type: 'table',
    title: t('table.chains'),
    head: [t('table.order'), t('table.cause'), t('table.consequence')],
    rows: consequences.map(({ order, cause, note }) => [order, cause, note.text]),
  }
}

function counts(consequences: readonly Consequence[], orders: readonly number[], t: Translate): Block {
  const many = (order: number, tone: Tone) =>
    consequences.filter((one) => one.order === order && one.note.tone === tone).length
  return {
    type: 'table',
    title: t('table.counts'),
    head: [t('table.order'), ...kindsOf(KINDS, t).map(({ label }) => label)],
    rows: orders.map((order) => [order, ...KINDS.map((tone) => many(order, tone))]),
  }
}
