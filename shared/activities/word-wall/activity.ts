// Word wall: one word or a few from everybody, shown together; the more people say it, the larger it is. Also a check-in in a word.
import * as z from 'zod'
import type { Step } from '../activity.ts'
import { defineActivity } from '../activity.ts'
import { authorsSetting } from '../authors.ts'
import messages from './messages.json' with { type: 'json' }
import { wordBlocks } from '../../counting/words.ts'

const settings = z.object({
  /** Longest word. */
  noteLength: z.number().int().min(20).max(80).default(30),
  /** live: words land as they are written. together: all at once, when everybody has written. */
  reveal: z.enum(['together', 'live']).default('together'),
  moderated: z.boolean().default(false),
  authors: authorsSetting,
})

export const wordWall = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'word-wall',
  settings,
  steps: ({ reveal, moderated }) => {
    const open = { pads: moderated ? 'moderated' : 'live', board: 'none', results: 'hidden' } as const
    const show: Step = { id: 'show', minutes: 4, ...open }
    if (reveal === 'live' || moderated) return [{ ...show, id: 'write' }]
    return [{ id: 'write', minutes: 2, pads: 'sealed', board: 'none', results: 'hidden' }, show]
  },
  layout: () => ({ kind: 'groups', zones: [] }),
  report: ({ notes, t }) => wordBlocks(notes, t),
  messages,
})
