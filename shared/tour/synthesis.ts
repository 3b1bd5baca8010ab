// One voice out of many towns: what each stop left, exercise by exercise, what recurs, and what goes to the assembly.
// Pure; called by server/tours, drawn by the tour's page, written by report.ts.
import { activityOf } from '../activities/index.ts'
import type { JsonNote } from '../report/json.ts'
import { quotingOf } from '../report/quoting.ts'
import type { OptionEntry, Paper } from '../voting.ts'
import type { Motion, NoteRef, Outcome, Stop, Theme, TourPlan } from './model.ts'
import { pool, type Part, type Pooled } from './pool.ts'
import { rotiOf, type TourRoti } from './roti.ts'
import { weighTowns, type TownWeighing } from './weighing.ts'

export interface StopLine extends Stop {
  people: number
  notes: number
  votes: number
  kinds: string[]
  state: 'planned' | 'live' | 'over'
}

/** A note with where it comes from; verbatim. */
export interface TourNote extends NoteRef {
  text: string
  tone: string
  /** Whoever told it wants it quoted among members only: no public page has it. */
  inside?: true
}

export interface ThemeLine {
  id: string
  label: string
  /** How many of its notes are from each stop. */
  byStop: Record<string, number>
  notes: TourNote[]
}

export interface TownResult {
  stop: string
  voted: number
  of: number
  paper: Paper
  result: unknown
}

/** One exercise of the programme, town by town and together. */
export interface Exercise {
  id: string
  kind: string
  title: string
  question: string
  /** Of the first town that played it, so that results are written by its rules. */
  settings: Record<string, unknown>
  notes: number
  towns: TownResult[]
  /** All towns as one room; null where it cannot be told. Raw ballots never leave the server with it. */
  together: Pooled | null
  /** Each town worth the same, where the method can be counted so. */
  byTown: TownWeighing | null
}

export interface MotionLine extends Motion {
  /** Stops whose notes it stands on. */
  stops: string[]
  notes: number
  /** What the assembly decided, once it has. */
  decided?: TownResult
}

export interface Synthesis {
  v: 1
  /** How towns weigh in what is shown first. */
  weighting: TourPlan['weighting']
  totals: { stops: number; over: number; people: number; notes: number; votes: number; sorted: number }
  /** Return on time invested over the towns, by the weighting; null where no town was asked. */
  roti: TourRoti | null
  stops: StopLine[]
  exercises: Exercise[]
  themes: ThemeLine[]
  motions: MotionLine[]
}

type Outcomes = Readonly<Record<string, Outcome>>

/** `outcomes` by stop id; a stop without one has not begun. */
export function synthesize(plan: TourPlan, stops: readonly Stop[], outcomes: Outcomes): Synthesis {
  const assembly = stops.find((stop) => stop.assembly)
  const towns = stops.filter((stop) => !stop.assembly)
  const lines = stops.map((stop) => lineOf(stop, outcomes[stop.id]))
  const themes = plan.themes.map((theme) => themeOf(theme, outcomes))
  const sum = (key: 'people' | 'notes' | 'votes') => lines.reduce((total, line) => total + line[key], 0)
  const exercises = exercisesOf(towns, outcomes)
  return {
    v: 1,
    weighting: plan.weighting,
    roti: rotiOf(exercises, plan.weighting),
    totals: {
      stops: towns.length,
      over: lines.filter((line) => !line.assembly && line.state === 'over').length,
      people: sum('people'),
      notes: sum('notes'),
      votes: sum('votes'),
      sorted: new Set(themes.flatMap((theme) => theme.notes.map(({ stop, note }) => `${stop}/${note}`))).size,
    },
    stops: lines,
    exercises,
    themes,
    motions: plan.motions.map((motion) =>
      motionOf(motion, themes, assembly && outcomes[assembly.id], assembly?.id),
    ),
  }
}

function lineOf(stop: Stop, outcome: Outcome | undefined): StopLine {
  const activities = outcome?.activities ?? []
  return {
    ...stop,
    people: outcome?.people ?? 0,
    notes: activities.reduce((total, { notes }) => total + notes.length, 0),
    votes: activities.reduce((total, { participation }) => total + (participation?.voted ?? 0), 0),
    kinds: [...new Set(activities.map(({ kind }) => kind))],
    state: !outcome || activities.length === 0 ? 'planned' : outcome.over ? 'over' : 'live',
  }
}

/** Exercises in the order in which the first town met them; the same id and kind are the same exercise. */
function exercisesOf(towns: readonly Stop[], outcomes: Outcomes): Exercise[] {
  const found = new Map<string, Exercise & { parts: Part[] }>()
  for (const { id: stop } of towns) {
    for (const activity of outcomes[stop]?.activities ?? []) {
      const {
        id,
        kind,
        title,
        question,
        settings = {},
        notes,
        paper,
        participation,
        result,
        ballots,
      } = activity
      const key = `${kind}/${id}`
      const row = found.get(key) ?? {
        id,
        kind,
        title,
        question,
        settings,
        notes: 0,
        towns: [],
        parts: [],
        together: null,
        byTown: null,
      }
      found.set(key, row)
      row.notes += notes.length
      if (!paper || result === undefined) continue
      const voted = participation?.voted ?? 0
      row.towns.push({ stop, voted, of: participation?.of ?? 0, paper, result })
      row.parts.push({ stop, paper, result, voted, ...(ballots ? { ballots: ballots.list } : {}) })
    }
  }
  return [...found.values()].map(({ parts, ...row }) => ({ ...row, ...together(row.kind, parts) }))
}

function together(kind: string, parts: Part[]): Pick<Exercise, 'together' | 'byTown'> {
  const activity = activityOf(kind)
  const pooled = activity ? pool(activity, parts) : null
  const common = pooled?.paper.options ?? commonOptions(parts)
  return { together: pooled, byTown: weighTowns(kind, common, parts) }
}

function commonOptions([first, ...rest]: Part[]): OptionEntry[] {
  const everywhere = ({ id }: OptionEntry) =>
    rest.every(({ paper }) => paper.options.some((one) => one.id === id))
  return first?.paper.options.filter(everywhere) ?? []
}

function themeOf({ id, label, notes }: Theme, outcomes: Outcomes): ThemeLine {
  const found = notes.flatMap((ref) => {
    const note = noteAt(ref, outcomes)
    if (!note) return []
    const { text, tone } = note
    return [{ ...ref, text, tone, ...(quotingOf(note) === 'inside' ? { inside: true as const } : {}) }]
  })
  const byStop: Record<string, number> = {}
  for (const { stop } of found) byStop[stop] = (byStop[stop] ?? 0) + 1
  return { id, label, byStop, notes: found }
}

/** The note of a stop; undefined where it was removed or erased since. */
export function noteAt({ stop, activity, note }: NoteRef, outcomes: Outcomes): JsonNote | undefined {
  return outcomes[stop]?.activities.find(({ id }) => id === activity)?.notes.find(({ id }) => id === note)
}

function motionOf(
  motion: Motion,
  themes: readonly ThemeLine[],
  assembly: Outcome | undefined,
  stop: string | undefined,
): MotionLine {
  const own = themes.filter(({ id }) => motion.themes.includes(id))
  const played = assembly?.activities.find(({ id }) => id === motion.id)
  const { paper, result, participation } = played ?? {}
  return {
    ...motion,
    stops: [...new Set(own.flatMap(({ byStop }) => Object.keys(byStop)))],
    notes: own.reduce((total, { notes }) => total + notes.length, 0),
    ...(stop && paper && result !== undefined
      ? { decided: { stop, paper, result, voted: participation?.voted ?? 0, of: participation?.of ?? 0 } }
      : {}),
  }
}
