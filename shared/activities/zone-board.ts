// Exercises on a board with named places: settings, steps and report that they share, and the whole of the plain ones.
// Called by the activities without a poll.
import * as z from 'zod'
import { columnsOf } from '../board/columns.ts'
import type { Note, Tone } from '../board/note.ts'
import { below, type Branch } from '../board/tree.ts'
import type { Translate, Messages } from '../i18n/translate.ts'
import { LIMITS } from '../limits.ts'
import type { Block } from '../report/blocks.ts'
import { authorsSetting, reactionsSetting, type Authors } from './authors.ts'
import type { PickResult } from '../counting/picks.ts'
import { cardTable, fieldsOf } from './zone-cards.ts'
import { meetingTable } from './zone-ties.ts'
import { voteBlocks, zonePoll, type ZonePaper } from './zone-vote.ts'
import { defineActivity, type AnyActivity, type Layout, type Step, type Zone } from './activity.ts'

/** Where tables share a sheet no note has an author. */
export const tableSettings = {
  noteLength: z.number().int().min(20).max(LIMITS.note).default(140),
  /** Notes are shown one by one, when the desk approves them. */
  moderated: z.boolean().default(false),
  /** Phones may help to arrange the board. */
  arrange: z.boolean().default(true),
  reactions: reactionsSetting,
}

export const boardSettings = { ...tableSettings, authors: authorsSetting }

export interface BoardSettings {
  noteLength: number
  moderated: boolean
  arrange: boolean
  reactions: boolean
  authors: Authors
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

/** Where places lie on the drawn board, by their ids: [x, y, width, height] in parts of it. */
export type Boxes = Readonly<Record<string, readonly [number, number, number, number]>>

/** Places by their ids, in words: `zone.<id>`; with their boxes where they are drawn. */
export function zonesOf(ids: readonly string[], t: Translate, boxes: Boxes = {}): Zone[] {
  return ids.map((id) => ({ id, label: t(`zone.${id}`), ...boxOf(id, boxes) }))
}

/** `box` of a place that is drawn. */
export function boxOf(id: string, boxes: Boxes): Pick<Zone, 'box'> {
  const box = boxes[id]
  return box ? { box: [...box] } : {}
}

/** Asks for notes in these places alone, the first one by itself. */
export function inZones(step: Step, ...zones: string[]): Step {
  return { ...step, asks: { ...step.asks, zones } }
}

/** Asks for these lines of the card, and no others. */
export function withFields(step: Step, ...fields: string[]): Step {
  return { ...step, asks: { ...step.asks, fields } }
}

/** A note needs its place, which is chosen before it is dropped. */
export const placed = (step: Step): Step => ({ ...step, asks: { ...step.asks, must: true } })

/** What lies in other places stands as it was written. */
export const locking = (step: Step): Step => ({ ...step, asks: { ...step.asks, locks: true } })

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

/** What the last of these places with any notes holds; everything where none of them has any. */
function ripest(notes: readonly Note[], zones: readonly Zone[]): Note[] {
  const last = columnsOf(notes, zones).findLast(({ zone, branches }) => zone && branches.length > 0)
  return last ? flat(last.branches) : [...notes]
}

export interface ZoneBoard {
  kind: string
  /** Ids of the places, each said by the message `zone.<id>`. */
  zones: readonly string[]
  /** Where they are drawn. */
  boxes?: Boxes
  /** Keys of the further lines of a card, each said by the message `field.<key>`, and the words that one of them may be. */
  fields?: readonly string[]
  choices?: Readonly<Record<string, readonly string[]>>
  /** Papers of the kinds of notes, each said by the message `kind.<tone>`. */
  kinds?: readonly Tone[]
  /** Longest note at first, where that is not the usual 140. */
  noteLength?: number
  /** Which notes meet which: pairs of places, each said by the message `pair.<from>-<to>`. */
  meets?: NonNullable<Layout['meets']>
  /** The room may vote on the notes of these places, or on all: see zone-vote.ts. */
  vote?: 'all' | readonly string[]
  /** Its report is a page of its own, too: a card that is passed on. */
  page?: true
  /** Ideas ripen from place to place: later exercises take over what the last place with any notes holds, not what it came from. */
  ripens?: true
  steps(settings: BoardSettings & { vote?: boolean | undefined }): Step[]
  messages: Messages
}

type ZoneSettings = BoardSettings & { vote?: boolean | undefined }
/** The settings that this board offers; the schema is put together by hand, as its type is not. */
function settingsOf({ vote, noteLength = 140 }: ZoneBoard): z.ZodType<ZoneSettings> {
  const shape = {
    ...boardSettings,
    noteLength: boardSettings.noteLength.default(noteLength),
    ...(vote ? { vote: z.boolean().default(true) } : {}),
  }
  return z.object(shape) as unknown as z.ZodType<ZoneSettings>
}

/** An exercise that is its places and its steps, a vote on its notes where it offers one, and nothing more. */
export function zoneBoard(board: ZoneBoard): AnyActivity {
  const {
    kind,
    zones,
    boxes,
    kinds = [],
    fields = [],
    choices,
    vote,
    ripens,
    meets,
    page,
    steps,
    messages,
  } = board
  return defineActivity<ZoneSettings, ZonePaper, string[], PickResult>({
    kind,
    settings: settingsOf(board),
    steps,
    layout: (_, t) => ({
      kind: 'groups',
      zones: zonesOf(zones, t, boxes),
      ...(fields.length > 0 ? { fields: fieldsOf(fields, t, [], choices) } : {}),
      ...(kinds.length > 0 ? { kinds: kindsOf(kinds, t) } : {}),
      ...(meets ? { meets } : {}),
    }),
    ...(vote ? { poll: zonePoll(vote === 'all' ? [] : zones.filter((zone) => !vote.includes(zone))) } : {}),
    ...(page ? { page } : {}),
    ...(ripens ? { legacy: ({ notes, t }) => ({ notes: ripest(notes, zonesOf(zones, t)) }) } : {}),
    report: ({ notes, rounds, t }) => {
      const places = zonesOf(zones, t)
      return [
        ...voteBlocks(rounds, t),
        ...(meets ? meetingTable(notes, places, meets, t) : []),
        ...kindTable(notes, places, kindsOf(kinds, t), t),
        ...cardTable(notes, places, fieldsOf(fields, t), t),
        ...zoneBlocks(notes, places, t),
      ]
    },
    messages,
  })
}
