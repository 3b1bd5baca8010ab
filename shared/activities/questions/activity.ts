// Questions from the room: written and supported on the phones, read on the wall in the order of their support, answered or parked.
import * as z from 'zod'
import type { Note } from '../../board/note.ts'
import { LIMITS } from '../../limits.ts'
import type { Block } from '../../report/blocks.ts'
import { defineActivity } from '../activity.ts'
import { authorsSetting } from '../authors.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  noteLength: z.number().int().min(20).max(LIMITS.note).default(200),
  /** Each question is read by the desk before it is shown. */
  moderated: z.boolean().default(false),
  authors: authorsSetting,
})

const STATES = ['asked', 'answered', 'parked'] as const

/** What became of a question. */
function stateOf({ fields }: Note): (typeof STATES)[number] {
  return STATES.find((state) => fields?.['state'] === state) ?? 'asked'
}

export const questions = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'questions',
  settings,
  steps: ({ moderated }) => {
    const pads = moderated ? 'moderated' : 'live'
    const common = { pads, board: 'read', upvotes: true, results: 'hidden' } as const
    return [
      { id: 'ask', minutes: 10, ...common },
      { id: 'answer', minutes: 25, ...common },
    ]
  },
  layout: () => ({ kind: 'groups', zones: [] }),
  report: ({ notes, upvotes = {}, t }) => {
    const questions = notes.filter((note) => note.fields?.['group'] !== 1)
    if (questions.length === 0) return [{ type: 'text', text: t('nothingYet') }]
    const support = (note: Note) => (Object.hasOwn(upvotes, note.id) ? upvotes[note.id]! : 0)
    const rows = [...questions]
      .sort((a, b) => support(b) - support(a))
      .map((note) => [note.text, support(note), t(`state.${stateOf(note)}`)])
    const table: Block = {
      type: 'table',
      title: t('table.questions'),
      head: [t('table.question'), t('table.support'), t('table.state')],
      rows,
    }
    const groups = STATES.map((state) => ({
      title: t(`group.${state}`),
      notes: questions.filter((note) => stateOf(note) === state),
    }))
    return [table, { type: 'notes', groups: groups.filter((group) => group.notes.length > 0) }]
  },
  messages,
})
