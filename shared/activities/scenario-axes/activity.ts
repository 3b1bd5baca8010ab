// Scenario axes: two critical uncertainties make four futures, each one told by a table (Schwartz 1991;
// van 't Klooster & van Asselt 2006). The wind tunnel then tests options in them.
import * as z from 'zod'
import type { Note, NoteSeed, Tone } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { isId } from '../../ids.ts'
import { LIMITS } from '../../limits.ts'
import type { Block } from '../../report/blocks.ts'
import { defineActivity, type Carried, type Zone } from '../activity.ts'
import {
  boardSettings,
  inZones,
  kindsOf,
  kindTable,
  openly,
  sorting,
  talking,
  zoneBlocks,
  type Boxes,
} from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }
import { CORNERS, cornerLabel, isFrame, POLES, readCross, worldName, type Poles } from './cross.ts'

const pole = z.string().trim().min(1).max(LIMITS.name).optional()
/** Stories, and the early signs that tell where we are heading. */
const KINDS: Tone[] = ['soleil', 'lilas']

const settings = z.object({
  /** The matrix whose two most critical uncertainties become the axes; else the nearest earlier one. */
  drivers: z.string().refine(isId, 'id').optional(),
  /** The ends of both axes, worded neutrally; the desk may change them on the board. */
  xLow: pole,
  xHigh: pole,
  yLow: pole,
  yHigh: pole,
  ...boardSettings,
})

type Settings = z.output<typeof settings>

const BOXES: Boxes = {
  'upper-left': [0, 0.075, 0.385, 0.38],
  'upper-right': [0.4, 0.075, 0.385, 0.38],
  'lower-left': [0, 0.545, 0.385, 0.38],
  'lower-right': [0.4, 0.545, 0.385, 0.38],
  robust: [0.81, 0, 0.19, 1],
}

export const scenarioAxes = defineActivity<Settings, never, never, never>({
  kind: 'scenario-axes',
  settings,
  steps: (s) => [
    talking('poles', 6),
    inZones(openly(s, 'story', 25), ...CORNERS),
    inZones(openly(s, 'signs', 10), ...CORNERS),
    sorting(s, 'sort', 5),
    talking('names', 6),
    inZones(openly(s, 'robust', 10), 'robust'),
    talking('talk', 10),
  ],
  layout: (s, t) => ({ kind: 'groups', zones: futures(s, t), kinds: kindsOf(KINDS, t) }),
  seed: (s, carried, t) => seeds(s, carried, t),
  legacy: ({ settings: s, notes, t }) => {
    const said = notes.filter((note) => !isFrame(note.id))
    const robust = said.filter(({ under }) => under === 'robust')
    const cross = readCross(notes, polesOf(s, t), t)
    const worlds = cross.worlds.map(({ id, name }, i): Note => ({
      id: worldName(id),
      text: name,
      tone: 'craie',
      at: [0.5, 0.5],
      order: `a${i}`,
    }))
    return { notes: robust.length > 0 ? robust : said, worlds }
  },
  report: ({ settings: s, notes, t }) => crossBlocks(s, notes, t),
  messages,
})

/** The ends of the axes as they are at the start. */
function polesOf(s: Settings, t: Translate): Poles {
  return Object.fromEntries(
    POLES.map(({ id, setting }) => [id, s[setting] ?? t(setting)]),
  ) as unknown as Poles
}

/** The four corners as they are drawn, what holds in all of them, and the axes, which are the desk's. */
function futures(s: Settings, t: Translate): Zone[] {
  const poles = polesOf(s, t)
  return [
    ...CORNERS.map((id): Zone => ({
      id,
      label: cornerLabel(id, poles, t),
      box: [...BOXES[id]!],
      titled: worldName(id),
    })),
    { id: 'robust', label: t('zone.robust'), box: [...BOXES['robust']!] },
    { id: 'axes', label: t('zone.axes'), desk: true },
  ]
}

/** Axes with their ends, and a name for each future: all of them notes, so that the desk may change them in the room. */
function seeds(s: Settings, { drivers }: Carried, t: Translate): NoteSeed[] {
  const poles = polesOf(s, t)
  const axes = (['axis-x', 'axis-y'] as const).map((id, i): NoteSeed => {
    const driver = drivers[i]
    const origin = driver
      ? { note: driver.id, ...(driver.from === undefined ? {} : { from: driver.from }) }
      : {}
    return { id, text: driver?.text ?? t(id), under: 'axes', order: `a${i}`, fields: { group: 1, ...origin } }
  })
  const ends = POLES.map(({ id, axis }, i): NoteSeed => ({
    id,
    text: poles[id],
    under: axis,
    order: `a${i}`,
    fields: { group: 1 },
  }))
  const names = CORNERS.map((id): NoteSeed => ({
    id: worldName(id),
    text: cornerLabel(id, poles, t),
    under: id,
    order: '0',
    fields: { group: 1 },
  }))
  return [...axes, ...ends, ...names]
}

function crossBlocks(s: Settings, notes: readonly Note[], t: Translate): Block[] {
  const said = notes.filter((note) => !isFrame(note.id))
  if (said.length === 0) return [{ type: 'text', text: t('nothingYet') }]
  const { axes, worlds } = readCross(notes, polesOf(s, t), t)
  const places = futures(s, t)
    .filter(({ desk }) => !desk)
    .map((zone) => ({ ...zone, label: worlds.find(({ id }) => id === zone.id)?.name ?? zone.label }))
  return [
    {
      type: 'table',
      title: t('zone.axes'),
      head: [t('table.axis'), t('table.low'), t('table.high')],
      rows: axes.map(({ name, low, high }) => [name, low, high]),
    },
    ...kindTable(said, places, kindsOf(KINDS, t), t),
    ...zoneBlocks(said, places, t),
    { type: 'notes', groups: [{ title: t('zone.axes'), notes: notes.filter((note) => isFrame(note.id)) }] },
  ]
}
