// Exercises on a board with named places: settings, steps and report that they share, and the whole of the plain ones.
// Called by the activities without a poll.
import * as z from 'zod'
import { columnsOf } from '../board/columns.ts'
import type { Note, Tone } from '../board/note.ts'
import { below, type Branch } from '../board/tree.ts'
import type { Translate, Messages } from '../i18n/translate.ts'
import { LIMITS } from '../limits.ts'
import type { Block } from '../report/blocks.ts'
import { defineActivity, type AnyActivity, type Layout, type Step, type Zone } from './activity.ts'

export const boardSettings = {
  noteLength: z.number().int().min(20).max(LIMITS.note).default(140),
  /** Notes are shown one by one, when the desk approves them. */
  moderated: z.boolean().default(false),
  /** Phones may help to arrange the board. */
  arrange: z.boolean().default(true),
}

export interface BoardSettings {
  noteLength: number
  moderated: boolean
  arrange: boolean
}

type NoteKind = NonNullable<Layout['kinds']>[number]
type Switches = Pick<BoardSettings, 'moderated' | 'arrange'>

/** Each person writes alone; nobody reads before the next open step. */
export function alone(s: Switches, id: string, minutes: number): Step {
  return { id, minutes, pads: s.moderated ? 'moderated' : 'sealed', board: 'none', results: 'hidden' }
}

/** Everybody writes, and what is written is seen at once. */
export function openly(s: Switches, id: string, minutes: number): Step {
  return { id, minutes, pads: s.moderated ? 'moderated' : 'live', board: 'read', results: 'hidden' }
}

/** Nobody writes; notes find their places. */
export function sorting(s: Switches, id: string, minutes: number): Step {
  const step: Step = { id, minutes, pads: 'off', board: 'read', results: 'hidden' }
  return s.arrange ? { ...step, arrange: true } : step
}

/** Nobody writes; the room reads and talks. */
export function talking(id: string, minutes: number): Step {
  return { id, minutes, pads: 'off', board: 'read', results: 'hidden' }
}

/** Places by their ids, in words: `zone.<id>`. */
export function zonesOf(ids: readonly string[], t: Translate): Zone[] {
  return ids.map((id) => ({ id, label: t(`zone.${id}`) }))
}

/** Kinds of notes by their papers, in words: `kind.<tone>`. */
export function kindsOf(tones: readonly Tone[], t: Translate): NoteKind[] {
  return tones.map((tone) => ({ tone, label: t(`kind.${tone}`) }))
}

/** The notes of each place, then the others; places without notes keep their title, so that gaps are seen. */
export function zoneBlocks(notes: readonly Note[], zones: readonly Zone[], t: Translate): Block[] {
  if (notes.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  const groups = columnsOf(notes, zones).map(({ title, branches }) => ({
    title: title ?? t('otherNotes'),
    notes: flat(branches),
  }))
  return [{ type: 'notes', groups }]
}

/** How many notes of each kind lie in each place, the kind being told by the paper; nothing where there is one kind. */
export function kindTable(
  notes: readonly Note[],
  zones: readonly Zone[],
  kinds: readonly NoteKind[],
  t: Translate,
): Block[] {
  if (notes.length === 0 || kinds.length === 0) return []
  const places = columnsOf(notes, zones).filter(({ zone }) => zone)
  const many = (found: readonly Note[], tone: Tone) => found.filter((note) => note.tone === tone).length
  return [
    {
      type: 'table',
      title: t('table.counts'),
      head: [t('table.zone'), ...kinds.map(({ label }) => label)],
      rows: places.map(({ title, branches }) => {
        const found = flat(branches)
        return [title ?? '', ...kinds.map(({ tone }) => many(found, tone))]
      }),
    },
  ]
}

function flat(branches: readonly Branch[]): Note[] {
  return branches.flatMap((branch) => [branch.note, ...below(branch)])
}

export interface ZoneBoard {
  kind: string
  /** Ids of the places, each said by the message `zone.<id>`. */
  zones: readonly string[]
  /** Papers of the kinds of notes, each said by the message `kind.<tone>`. */
  kinds?: readonly Tone[]
  steps(settings: BoardSettings): Step[]
  messages: Messages
}

/** An exercise that is its places and its steps, and nothing more. */
export function zoneBoard(board: ZoneBoard): AnyActivity {
  const { kind, zones, kinds = [], steps, messages } = board
  return defineActivity<BoardSettings, never, never, never>({
    kind,
    settings: z.object(boardSettings),
    steps,
    layout: (_, t) => ({
      kind: 'groups',
      zones: zonesOf(zones, t),
      ...(kinds.length > 0 ? { kinds: kindsOf(kinds, t) } : {}),
    }),
    report: ({ notes, t }) => {
      const places = zonesOf(zones, t)
      return [...kindTable(notes, places, kindsOf(kinds, t), t), ...zoneBlocks(notes, places, t)]
    },
    messages,
  })
}
