// Crazy eights (Knapp 2016): eight frames in eight minutes, one idea each; then the gallery, and support for what strikes.
import * as z from 'zod'
import { defineActivity } from '../activity.ts'
import { authorsSetting } from '../authors.ts'
import { boardSettings, zoneBlocks } from '../zone-board.ts'
import { FRAMES } from './frames.ts'
import messages from './messages.json' with { type: 'json' }

const settings = z.object({
  noteLength: boardSettings.noteLength,
  /** Minutes for each of the eight frames. */
  minutes: z.number().min(0.5).max(5).default(1),
  moderated: boardSettings.moderated,
  authors: authorsSetting,
})

/** Ideas that one person may support. */
const DOTS = 3

export const crazyEights = defineActivity<z.output<typeof settings>, never, never, never>({
  kind: 'crazy-eights',
  settings,
  steps: ({ minutes, moderated }) => [
    {
      id: 'draw',
      minutes: minutes * FRAMES,
      pads: moderated ? 'moderated' : 'sealed',
      board: 'none',
      results: 'hidden',
    },
    { id: 'gallery', minutes: 6, pads: moderated ? 'moderated' : 'live', board: 'read', results: 'hidden' },
    { id: 'choose', minutes: 4, pads: 'off', board: 'read', upvotes: DOTS, results: 'hidden' },
  ],
  layout: () => ({ kind: 'groups', zones: [] }),
  report: ({ notes, upvotes = {}, t }) => {
    const support = ({ id }: { id: string }) => (Object.hasOwn(upvotes, id) ? upvotes[id]! : 0)
    const liked = notes.filter((note) => support(note) > 0).sort((a, b) => support(b) - support(a))
    if (liked.length === 0) return zoneBlocks(notes, [], t)
    const rows = liked.map((note) => [note.text, support(note)])
    return [
      { type: 'table', title: t('table.title'), head: [t('table.idea'), t('table.support')], rows },
      ...zoneBlocks(notes, [], t),
    ]
  },
  messages,
})
