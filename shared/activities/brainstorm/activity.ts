// Brainstorm: everybody writes alone, all is revealed at once, then the room arranges and talks.
import * as z from 'zod'
import { TONES } from '../../board/note.ts'
import { columnsOf } from '../../board/columns.ts'
import { below } from '../../board/tree.ts'
import { LIMITS } from '../../limits.ts'
import { defineActivity, type Step } from '../activity.ts'
import { authorsSetting, reactionsSetting } from '../authors.ts'
import messages from './messages.json' with { type: 'json' }

const kind = z.object({ tone: z.enum(TONES), label: z.string().trim().max(LIMITS.name).optional() })

const settings = z.object({
  /** groups: columns and groups; free: notes lie where people put them. */
  layout: z.enum(['groups', 'free']).default('groups'),
  /** Names of the columns; without any, groups made by hand become the columns. */
  columns: z.array(z.string().trim().min(1).max(60)).max(8).default([]),
  /** Note kinds offered on the phones. */
  kinds: z
    .array(kind)
    .min(1)
    .max(TONES.length)
    .default([
      { tone: 'soleil' },
      { tone: 'ciel' },
      { tone: 'menthe' },
      { tone: 'corail' },
      { tone: 'lilas' },
    ]),
  noteLength: z.number().int().min(20).max(LIMITS.note).default(140),
  /** Notes are shown one by one, when the desk approves them. */
  moderated: z.boolean().default(false),
  /** Phones may help to arrange the board. */
  arrange: z.boolean().default(true),
  authors: authorsSetting,
  reactions: reactionsSetting,
})

function stepsOf(s: z.output<typeof settings>): Step[] {
  return [
    { id: 'write', minutes: 8, pads: s.moderated ? 'moderated' : 'sealed', board: 'none', results: 'hidden' },
    { id: 'reveal', minutes: 4, pads: s.moderated ? 'moderated' : 'live', board: 'read', results: 'hidden' },
    {
      id: 'sort',
      minutes: 6,
      pads: 'off',
      board: 'read',
      results: 'hidden',
      ...(s.arrange ? { arrange: true as const } : {}),
    },
    { id: 'talk', minutes: 5, pads: 'off', board: 'read', results: 'hidden' },
  ]
}

export const brainstorm = defineActivity({
  kind: 'brainstorm',
  settings,
  steps: stepsOf,
  layout: (s) => ({ kind: s.layout, zones: s.columns.map((label, i) => ({ id: `col-${i + 1}`, label })) }),
  report: ({ settings: s, notes, t }) => {
    const zones = s.columns.map((label, i) => ({ id: `col-${i + 1}`, label }))
    const groups = columnsOf(notes, zones)
      .filter((column) => column.branches.length > 0 || column.zone)
      .map((column) => ({
        title: column.title ?? t('loose'),
        notes: column.branches.flatMap((branch) => [branch.note, ...below(branch)]),
      }))
    return notes.length === 0 ? [{ type: 'text', text: t('noNotes') }] : [{ type: 'notes', groups }]
  },
  messages,
})
