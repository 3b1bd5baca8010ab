// World café (Brown & Isaacs 2005): tables with a host who stays, the others go on to another table each round.
// Each round may have its own question; at the end each table writes down what matters most, and the room reads that first.
import * as z from 'zod'
import type { Note } from '../../board/note.ts'
import type { Translate } from '../../i18n/translate.ts'
import { LIMITS } from '../../limits.ts'
import type { Block } from '../../report/blocks.ts'
import { defineActivity, type Step, type Zone } from '../activity.ts'
import { inZones, openly, sorting, tableSettings, zoneBlocks } from '../zone-board.ts'
import messages from './messages.json' with { type: 'json' }

const ROUNDS = ['round-1', 'round-2', 'round-3'] as const

const parentOf = (notes: readonly Note[], { under }: Note) => notes.find(({ id }) => id === under)

const settings = z.object({
  /** With a prime number of tables, and no more people at each than tables, nobody meets anybody twice. */
  tables: z.number().int().min(2).max(20).default(5),
  rounds: z.number().int().min(2).max(ROUNDS.length).default(3),
  minutes: z.number().int().min(3).max(60).default(20),
  /** What is asked in each round; without any, the question of the activity. */
  questions: z.array(z.string().trim().min(1).max(LIMITS.question)).max(ROUNDS.length).default([]),
  /** What each table talks about; without any, tables have their number. */
  topics: z.array(z.string().trim().min(1).max(LIMITS.title)).max(20).default([]),
  ...tableSettings,
})
type Settings = z.output<typeof settings>

/** Where the tables leave what matters most. */
const HARVEST = 'harvest'

function places({ tables, topics }: Settings, t: Translate): Zone[] {
  const own = Array.from({ length: tables }, (_, i) => ({
    id: `${ROUNDS[0]}-${i + 1}`,
    label: topics[i] ?? t('table', { number: i + 1 }),
  }))
  return [{ id: HARVEST, label: t(`zone.${HARVEST}`) }, ...own]
}

/** Tables keep their sheet; people come to it in turn. */
function round(s: Settings, i: number): Step {
  const moved = i === 0 ? { count: s.tables } : { from: ROUNDS[0], rotate: i }
  const question = s.questions[i]
  return {
    ...openly(s, ROUNDS[i]!, s.minutes),
    ...(question === undefined ? {} : { asks: { question } }),
    board: 'none',
    writers: 'table',
    groups: { set: ROUNDS[i]!, host: true, zoned: true, ...moved },
  }
}

/** Each table writes with its host what it keeps, while all of them look at the board. */
function harvest(s: Settings): Step {
  const set = ROUNDS[s.rounds - 1]!
  return {
    ...inZones(openly(s, HARVEST, 15), HARVEST),
    writers: 'table',
    groups: { set, host: true, plenary: true },
  }
}

/** What was asked in each round, where rounds have questions of their own. */
function asked({ questions, rounds }: Settings, t: Translate): Block[] {
  return questions.slice(0, rounds).map((question, i) => ({
    type: 'text',
    text: t('round.question', { round: t(`step.${ROUNDS[i]!}`), question }),
  }))
}

export const worldCafe = defineActivity<Settings, never, never, never>({
  kind: 'world-cafe',
  settings,
  steps: (s) => [...ROUNDS.slice(0, s.rounds).map((_, i) => round(s, i)), harvest(s), sorting(s, 'sort', 5)],
  layout: (s, t) => ({ kind: 'groups', zones: places(s, t) }),
  /** The harvest, where there is one. */
  legacy: ({ notes }) => {
    const kept = notes.filter((note) => note.under === HARVEST || parentOf(notes, note)?.under === HARVEST)
    return kept.length > 0 ? { notes: kept } : {}
  },
  report: ({ settings: s, notes, t }) => [...asked(s, t), ...zoneBlocks(notes, places(s, t), t)],
  messages,
})
