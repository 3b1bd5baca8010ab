// Lean coffee (leancoffee.org): the room makes its own agenda, the most supported topic is talked about first, in short slots.
// Topics are supported from the phones; the desk shows one, and marks it as discussed.
import * as z from 'zod'
import { LIMITS } from '../../limits.ts'
import type { Note } from '../../board/note.ts'
import { defineActivity } from '../activity.ts'
import { authorsSetting } from '../authors.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  noteLength: z.number().int().min(20).max(LIMITS.note).default(140),
  /** Minutes of a topic; more are added while the room wants to go on. */
  minutes: z.number().int().min(2).max(30).default(8),
  /** Topics that one person may support. */
  dots: z.number().int().min(1).max(10).default(3),
  /** Each topic is read by the desk before it is shown. */
  moderated: z.boolean().default(false),
  authors: authorsSetting,
})

const STATES = ['answered', 'asked', 'parked'] as const
const stateOf = ({ fields }: Note) => STATES.find((state) => fields?.['state'] === state) ?? 'asked'

export const leanCoffee = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'lean-coffee',
  settings,
  steps: ({ minutes, moderated, dots }) => {
    const pads = moderated ? 'moderated' : 'live'
    const common = { pads, board: 'read', upvotes: dots, results: 'hidden' } as const
    return [
      { id: 'topics', minutes: 6, ...common },
      { id: 'discuss', minutes, thumbs: [4, 2], ...common },
    ]
  },
  layout: () => ({ kind: 'groups', zones: [] }),
  report: ({ notes, upvotes = {}, t }) => {
    if (notes.length === 0) return [{ type: 'text', text: t('nothingYet') }]
    const support = ({ id }: Note) => (Object.hasOwn(upvotes, id) ? upvotes[id]! : 0)
    const topics = STATES.flatMap((state) =>
      notes.filter((note) => stateOf(note) === state).sort((a, b) => support(b) - support(a)),
    )
    const rows = topics.map((note) => [note.text, support(note), t(`group.${stateOf(note)}`)])
    const head = [t('table.topic'), t('table.support'), t('table.state')]
    const groups = STATES.map((state) => ({
      title: t(`group.${state}`),
      notes: topics.filter((note) => stateOf(note) === state),
    }))
    return [
      { type: 'table', title: t('table.topics'), head, rows },
      { type: 'notes', groups: groups.filter((group) => group.notes.length > 0) },
    ]
  },
  messages,
})
