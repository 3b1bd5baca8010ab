// Backcasting: the wished-for future has come; what had to be there just before, back to today? (Robinson 1990).
// Papers tell actions from actors and obstacles, so that a column holds all three.
import * as z from 'zod'
import { cardLine } from '../../board/card.ts'
import { needLinks, neededFor } from '../../board/needs.ts'
import type { Note, Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Block } from '../../report/blocks.ts'
import { defineActivity, type Zone } from '../activity.ts'
import {
  boardSettings,
  inZones,
  kindsOf,
  kindTable,
  openly,
  sorting,
  withFields,
  zoneBlocks,
} from '../zone-board.ts'
import { cardTable, fieldsOf } from '../zone-cards.ts'
import { datedNotes } from './dates.ts'
import messages from './messages.json' with { type: 'json' }

const KINDS: Tone[] = ['ciel', 'menthe', 'corail']
/** What a milestone is needed for; of a first step: who takes care of it, and the month it is done by. */
const FIELDS = ['for', 'owner', 'date']

const settings = z.object({
  /** The year in which it has come true. */
  horizon: z.number().int().min(2000).max(2200).default(2035),
  /** Columns before the horizon, today included. */
  steps: z.number().int().min(2).max(6).default(4),
  /** Names of the columns between today and the horizon, the earliest first; without them they are numbered. */
  dates: z.array(z.string().trim().min(1).max(60)).max(5).default(['2027', '2030', '2033']),
  ...boardSettings,
})

type Settings = z.output<typeof settings>

export const backcasting = defineActivity<Settings, never, never, never>({
  kind: 'backcasting',
  settings,
  steps: (s) => {
    const moments = between(s).map(({ id }) => id)
    // Who writes a milestone also ties it.
    const links = s.arrange ? { arrange: true as const } : {}
    return [
      withFields(inZones(openly(s, 'vision', 12), 'vision')),
      { ...withFields(inZones(openly(s, 'back', 20), ...moments.toReversed(), 'now'), 'for'), ...links },
      withFields(inZones(openly(s, 'obstacles', 10), 'now', ...moments)),
      sorting(s, 'sort', 8),
      inZones(openly(s, 'first', 10), 'now', ...moments),
    ]
  },
  layout: (s, t) => ({
    kind: 'groups',
    zones: columns(s, t),
    kinds: kindsOf(KINDS, t),
    fields: fieldsOf(FIELDS, t, ['date']),
    needs: true,
  }),
  report: ({ settings: s, notes, t }) => [
    ...kindTable(notes, columns(s, t), kindsOf(KINDS, t), t),
    ...roadMap(notes, t),
    ...chain(notes, s, t),
    ...loose(notes, s, t),
    ...cardTable(notes, columns(s, t), fieldsOf(FIELDS, t), t),
    ...zoneBlocks(notes, columns(s, t), t),
  ],
  messages,
})

/** What has a date, the nearest first. */
function roadMap(notes: readonly Note[], t: Translate): Block[] {
  const rows = datedNotes(notes).map(({ month, note }) => [month, note.text, cardLine(note, 'owner')])
  const head = ['field.date', 'table.card', 'field.owner'].map((key) => t(key))
  return rows.length > 0 ? [{ type: 'table', title: t('table.roadMap'), head, rows }] : []
}

/** What needs what, from the vision back to today. */
function chain(notes: readonly Note[], s: Settings, t: Translate): Block[] {
  const links = needLinks(notes)
  const places = columns(s, t).toReversed()
  const rank = ({ under }: Note) => places.findIndex(({ id }) => id === under) + 1 || places.length + 1
  const rows = [...new Set(links.map(({ to }) => to))]
    .toSorted((a, b) => rank(a) - rank(b))
    .map((note) => {
      const needs = links.flatMap(({ from, to }) => (to === note ? [from.text] : []))
      return [places[rank(note) - 1]?.label ?? '', note.text, t('needs', { what: needs.join(' · ') })]
    })
  const head = ['table.zone', 'table.card', 'table.needs'].map((key) => t(key))
  return rows.length > 0 ? [{ type: 'table', title: t('table.chain'), head, rows }] : []
}

/** Milestones that nobody has tied to what they are needed for: the chain is read again there. */
function loose(notes: readonly Note[], s: Settings, t: Translate): Block[] {
  const columns = new Set(['now', ...between(s).map(({ id }) => id)])
  const steps = notes.filter(
    ({ under, tone }) => under !== undefined && columns.has(under) && tone === 'ciel',
  )
  const seen = new Set(notes.map(({ id }) => id))
  const tied = steps.filter(
    (note) => cardLine(note, 'for') !== '' || neededFor(note).some((id) => seen.has(id)),
  )
  if (tied.length === 0) return []
  return [{ type: 'text', text: t('loose', { count: steps.length - tied.length, of: steps.length }) }]
}

/** The moments between today and the horizon, without their words. */
function between({ steps }: Settings): { id: string; number: number }[] {
  return Array.from({ length: steps - 1 }, (_, i) => ({ id: `step-${i + 1}`, number: i + 1 }))
}

/** A year that the horizon has overtaken names nothing, nor do years that are too few. */
function momentName({ dates, horizon, steps }: Settings, number: number): string | undefined {
  const years = dates.filter((date) => /^\d{4}$/.test(date))
  const allYears = years.length === dates.length
  if (allYears && (dates.length < steps - 1 || years.some((year) => Number(year) >= horizon)))
    return undefined
  return dates[number - 1]
}

/** From today to the horizon, as time is read; the vision takes more room. */
function columns(s: Settings, t: Translate): Zone[] {
  const moments = between(s).map(({ id, number }) => ({
    id,
    label: momentName(s, number) ?? t('zone.step', { number }),
  }))
  const all = [{ id: 'now', label: t('zone.now') }, ...moments]
  const VISION = 0.24
  const width = (1 - VISION) / all.length
  const zones = all.map((zone, i): Zone => ({ ...zone, box: [i * width, 0, width - 0.01, 1] }))
  const label = t('zone.vision', { year: String(s.horizon) })
  return [...zones, { id: 'vision', label, box: [1 - VISION, 0, VISION, 1] }]
}
