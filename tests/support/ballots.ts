// Random notes, settings and choices for any activity. Called by the activities' contract test.
import * as fc from 'fast-check'
import * as z from 'zod'
import type { AnyActivity } from '../../shared/activities/activity.ts'
import { TONES, type Note } from '../../shared/board/note.ts'
import { CONSENT_ANSWERS } from '../../shared/counting/consent.ts'
import type { Paper } from '../../shared/voting.ts'

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,8}$/).filter((text) => text !== '__proto__')
const text = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('', ' ', 'Un tiers-lieu', '<b>&"\n'))

/** Up to twelve notes with distinct ids, some of them hidden or under others, rings included. */
export const someNotes: fc.Arbitrary<Note[]> = fc
  .uniqueArray(id, { maxLength: 12 })
  .chain((ids) => fc.tuple(...ids.map((own) => oneNote(own, ids))))

function oneNote(own: string, ids: string[]): fc.Arbitrary<Note> {
  const parent = fc.constantFrom(...ids.filter((other) => other !== own), 'elsewhere')
  const part = fc.double({ min: 0, max: 1, noNaN: true })
  return fc.record(
    {
      id: fc.constant(own),
      text,
      tone: fc.constantFrom(...TONES),
      at: fc.tuple(part, part),
      order: fc.constantFrom('', 'a0', 'a1', 'a2'),
      under: parent,
      hidden: fc.constant(true as const),
    },
    { requiredKeys: ['id', 'text', 'tone', 'at', 'order'] },
  )
}

/** The defaults of an activity, and each switch, choice and extreme number of its settings once. */
export function settingsOf(activity: AnyActivity): unknown[] {
  const variants = Object.entries(settingSchemas(activity)).flatMap(([name, schema]) =>
    valuesOf(name, schema).map((value) => activity.settings.safeParse({ [name]: value })),
  )
  return [
    activity.settings.parse({}),
    ...variants.filter((parsed) => parsed.success).map((parsed) => parsed.data),
  ]
}

export interface SettingSchema {
  type?: string
  enum?: unknown[]
  minimum?: number
  maximum?: number
}

/** The settings of an activity by name, as JSON Schema. */
export function settingSchemas(activity: AnyActivity): Record<string, SettingSchema> {
  const schema = z.toJSONSchema(activity.settings, { io: 'input', unrepresentable: 'any' })
  return (schema.properties ?? {}) as Record<string, SettingSchema>
}

function valuesOf(name: string, schema: SettingSchema): unknown[] {
  if (name === 'options') return [[], ['A', 'B', 'C'].map((label) => ({ id: label.toLowerCase(), label }))]
  if (name === 'columns') return [['Garder', 'Changer']]
  if (schema.enum) return schema.enum
  if (schema.type === 'boolean') return [true, false]
  if (schema.type === 'integer' || schema.type === 'number') return [schema.minimum, schema.maximum]
  return []
}

/** What the makers of choices may find on a paper besides its options. */
type AnyPaper = Paper & {
  dotsPerPerson?: number
  credits?: number
  grades?: unknown[]
  perPerson?: number
  min?: number
  max?: number
  grids?: readonly MatrixGrid[]
}
interface MatrixGrid {
  id: string
  levels: readonly unknown[]
  columns: readonly unknown[]
  budget?: number
}
type Maker = (options: string[], paper: AnyPaper) => fc.Arbitrary<unknown>

const subset: Maker = (options) => fc.subarray(options)
const levels: Maker = (options, { min = 0, max = 5 }) => forEach(options, fc.integer({ min, max }))

/** Choices by ballot type (contract, section 3): mostly acceptable ones. */
const MAKERS: Record<string, Maker> = {
  dots: (options, { dotsPerPerson = 3 }) =>
    fc.array(fc.constantFrom(...options), { maxLength: dotsPerPerson }).map(tally),
  single: (options) => fc.constantFrom(...options),
  multiple: subset,
  approval: subset,
  grades: (options, { grades }) =>
    forEach(options, fc.integer({ min: 0, max: (grades?.length ?? 6) - 1 }), true),
  ranking: (options) =>
    fc
      .tuple(fc.shuffledSubarray(options), fc.array(fc.boolean(), { minLength: options.length }))
      .map(([order, cuts]) => tiers(order, cuts)),
  scale: (_, { min = 1, max = 5 }) => {
    const value = fc.integer({ min, max })
    return fc.oneof(value, fc.record({ value, reason: text }, { requiredKeys: ['value'] }))
  },
  score: levels,
  credits: (options, { credits = 36 }) =>
    fc.array(fc.constantFrom(...options), { maxLength: Math.floor(Math.sqrt(credits)) }).map(tally),
  pairs: (options, { perPerson = 15 }) => {
    if (options.length < 2) return fc.constant([])
    const pair = fc.shuffledSubarray(options, { minLength: 2, maxLength: 2 })
    const game = fc.tuple(pair, fc.constantFrom(1, 0.5, 0)).map(([[a, b], result]) => [a, b, result])
    return fc.array(game, { maxLength: Math.min(perPerson, 3) })
  },
  consent: () => fc.record({ answer: fc.constantFrom(...CONSENT_ANSWERS), reason: text }),
  nomination: (options) =>
    fc.record({ option: fc.constantFrom(...options), reason: text }, { requiredKeys: ['option'] }),
  number: (_, { min = 0, max = 10 }) =>
    fc.record({ value: fc.double({ min, max, noNaN: true }), reason: text }, { requiredKeys: ['value'] }),
  estimates: (options, { min = 0, max = 10 }) =>
    forEach(
      options,
      fc.record({ value: fc.double({ min, max, noNaN: true }), reason: text }, { requiredKeys: ['value'] }),
    ),
  cells: (options, { grids = [] }) =>
    fc.record(
      Object.fromEntries(
        options.map((id) => [id, levelOf(grids.find((grid) => grid.id === id.split('-')[0]))]),
      ),
      { requiredKeys: [] },
    ),
  compatible: (options) =>
    forEach(options, fc.constantFrom('yes', 'doubt', 'no', 'no:logic', 'no:empirical', 'no:normative')),
  opinions: (options) => forEach(options, fc.constantFrom(1, -1, 0)),
  axes: (options, { min = 0, max = 10 }) => {
    const part = fc.double({ min, max, noNaN: true })
    return forEach(options, fc.record({ x: part, y: part }))
  },
}

const NEED_NO_OPTIONS = new Set(['scale', 'consent'])

/** Random choices of a ballot type on a paper; without options, the ones that need none. Throws for an unknown type. */
export function choicesFor(type: string, paper: Paper): fc.Arbitrary<unknown> {
  const maker = MAKERS[type]
  if (!maker) throw new Error(`tests/support/ballots.ts makes no choices of type "${type}"`)
  const options = paper.options.map((option) => option.id)
  return options.length === 0 && !NEED_NO_OPTIONS.has(type) ? fc.constant({}) : maker(options, paper)
}

function forEach(options: string[], value: fc.Arbitrary<unknown>, all = false): fc.Arbitrary<unknown> {
  const shape = Object.fromEntries(options.map((option) => [option, value]))
  return fc.record(shape, all ? {} : { requiredKeys: [] })
}

/** One of its levels; where points are shared out, one for each column at most. */
function levelOf(grid: MatrixGrid | undefined): fc.Arbitrary<unknown> {
  if (grid?.budget === undefined) return fc.constantFrom(...(grid?.levels ?? [0]))
  const columns = grid.columns.length
  return fc
    .array(fc.integer({ min: 0, max: 1 }), { minLength: columns, maxLength: columns })
    .map((points) => points.map((point, i) => (i === 0 ? 1 : point)).join(','))
}

function tally(picks: string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const pick of picks) counts[pick] = (counts[pick] ?? 0) + 1
  return counts
}

function tiers(order: string[], cuts: boolean[]): string[][] {
  const found: string[][] = []
  order.forEach((option, i) => (i > 0 && cuts[i] ? found.at(-1)!.push(option) : found.push([option])))
  return found
}
