// Ballots given in on paper: what the form holds, and the ballot that it says. Pure.
// Called by PaperForm, PaperDialog and Tools.
import { BLANK } from '../../../shared/activities/single-choice/count.ts'
import { CONSENT_ANSWERS } from '../../../shared/counting/consent.ts'
import { placeOf, type Grid, type Level } from '../../../shared/counting/grid.ts'
import { levelLabel, type ScalePaper } from '../../../shared/counting/scale.ts'
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { OptionEntry } from '../../../shared/voting.ts'
import type { PollView } from '../../../shared/wire.ts'

type Asked = Pick<PollView, 'type' | 'paper'>

/** One thing that can be chosen: an option, the blank ballot, a level of a scale, an answer to a proposal. */
export interface Answer {
  value: string
  label: string
}

/** The form as it is filled in: one answer with what is written beside it, several, or a number or two for each option. */
export interface Draft {
  one: string
  reason: string
  many: string[]
  each: Record<string, number | null | undefined>
  /** The second number of each option, where there are two; for one number alone, under '' of `each`. */
  up: Record<string, number | null | undefined>
  duels: Duel[]
  /** Of a matrix: a level, a judgment of two states, or the points of a whole row. */
  cells: Record<string, Level | undefined>
}

/** Two proposals side by side on a ballot: the first wins, or they are equal. */
export interface Duel {
  a: string
  b: string
  equal: boolean
}

type Form = 'one' | 'many' | 'number' | 'numbers' | 'places' | 'grades' | 'opinions' | 'duels' | 'cells'

/** Ballot types that have a form here, and how it asks. */
const FORMS: Record<string, Form> = {
  single: 'one',
  scale: 'one',
  consent: 'one',
  nomination: 'one',
  multiple: 'many',
  approval: 'many',
  dots: 'numbers',
  score: 'numbers',
  credits: 'numbers',
  ranking: 'numbers',
  axes: 'places',
  grades: 'grades',
  opinions: 'opinions',
  pairs: 'duels',
  cells: 'cells',
  compatible: 'cells',
  number: 'number',
  estimates: 'numbers',
}
const REASONED = ['scale', 'consent', 'nomination', 'number']

/** Undefined where ballots on paper have no form. */
export function formOf(type: string): Form | undefined {
  return FORMS[type]
}

/** True where something may be written beside the answer. */
export function takesReason(type: string): boolean {
  return REASONED.includes(type)
}

export function emptyDraft(): Draft {
  return { one: '', reason: '', many: [], each: {}, up: {}, duels: [], cells: {} }
}

/** What there is to choose from; `t` speaks for the activity, `blank` is the word for the blank ballot. */
export function answersOf({ type, paper }: Asked, t: Translate, blank: string): Answer[] {
  if (type === 'scale') {
    const scale = paper as unknown as ScalePaper
    return scale.labels.map((_, i) => {
      const level = scale.min + i
      return { value: String(level), label: `${level} · ${levelLabel(scale, level, t)}` }
    })
  }
  if (type === 'consent') {
    const answers = paper['proposed'] === undefined ? CONSENT_ANSWERS : [...CONSENT_ANSWERS, 'decline']
    return answers.map((value) => ({ value, label: t(`answer.${value}`) }))
  }
  const answers = paper.options.map(({ id, label }) => ({ value: id, label }))
  const offered = type === 'single' && paper['allowBlank'] === true
  return offered ? [...answers, { value: BLANK, label: blank }] : answers
}

/** Least, most and step of the numbers that a form takes for each option. */
export function boundsOf({ type, paper }: Asked): { min: number; max: number; step: number | 'any' } {
  const figure = (key: string, initial: number) => Number(paper[key] ?? initial)
  if (type === 'ranking') return { min: 1, max: paper.options.length, step: 1 }
  if (type === 'score') return { min: figure('min', 0), max: figure('max', 5), step: 1 }
  if (type === 'number' || type === 'estimates')
    return { min: figure('min', 0), max: figure('max', 0), step: 'any' }
  if (type === 'axes') return { min: figure('min', 0), max: figure('max', 10), step: 'any' }
  if (type !== 'credits') return { min: 0, max: figure('maxPerItem', 50), step: 1 }
  const most = Math.floor(Math.sqrt(figure('credits', 100)))
  return { min: paper['allowNegative'] === true ? -most : 0, max: most, step: 1 }
}

/** The ballot that the form says; undefined while it says none. */
export function choiceOf(type: string, draft: Draft): unknown {
  const form = formOf(type)
  if (form === 'one') return oneOf(type, draft)
  if (form === 'many') return [...draft.many]
  if (form === 'duels') return gamesOf(draft.duels)
  if (form === 'number') return estimateOf(draft)
  if (form === 'cells') return cellsOf(draft.cells)
  const given = filled(draft.each)
  if (type === 'estimates') return Object.fromEntries(given.map(([id, value]) => [id, { value }]))
  if (form === 'places') return placesOf(given, filled(draft.up))
  if (type === 'ranking') return tiersOf(given)
  const nothing = type === 'dots' || type === 'credits'
  return Object.fromEntries(given.filter(([, value]) => !nothing || value !== 0))
}

function oneOf(type: string, { one, reason }: Draft): unknown {
  if (one === '') return undefined
  const said = reason.trim() === '' ? {} : { reason }
  if (type === 'consent') return { answer: one, ...said }
  if (type === 'nomination') return { option: one, ...said }
  if (type !== 'scale') return one
  return 'reason' in said ? { value: Number(one), ...said } : Number(one)
}

function filled(each: Draft['each']): [id: string, value: number][] {
  return Object.entries(each).flatMap(([id, value]): [string, number][] =>
    typeof value === 'number' ? [[id, value]] : [],
  )
}

/** The matrix that a cell belongs to; undefined for a pair of states. */
export function gridOf({ paper }: Asked, cell: string): Grid | undefined {
  const grids = paper['grids'] as Grid[] | undefined
  return grids?.find(({ id }) => id === placeOf(cell).grid)
}

/** The options of a matrix row by row, in their order, those of one name together; pairs by their first state. */
export function rowsOf(poll: Asked): { name: string; options: OptionEntry[] }[] {
  const rows = new Map<string, OptionEntry[]>()
  for (const option of poll.paper.options) {
    const name = rowName(poll, option.id)
    rows.set(name, [...(rows.get(name) ?? []), option])
  }
  return [...rows].map(([name, options]) => ({ name, options }))
}

function rowName(poll: Asked, id: string): string {
  const grid = gridOf(poll, id)
  if (grid) return grid.rows[placeOf(id).row] ?? ''
  const [, p = 0, v = 0] = id.split('-').map(Number)
  const parameter = (poll.paper['parameters'] as { name: string; values: string[] }[])[p]
  return `${parameter?.name ?? ''} · ${parameter?.values[v] ?? ''}`
}

function cellsOf(cells: Draft['cells']): unknown {
  const given = Object.entries(cells).filter(([, level]) => level !== undefined)
  return given.length === 0 ? undefined : Object.fromEntries(given)
}

/** A line with one side empty is not written yet. */
function gamesOf(duels: readonly Duel[]): unknown {
  if (duels.length === 0 || duels.some(({ a, b }) => a === '' || b === '')) return undefined
  return duels.map(({ a, b, equal }) => [a, b, equal ? 0.5 : 1])
}

/** One number, which stands under the empty name. */
function estimateOf({ each, reason }: Draft): unknown {
  const value = each['']
  if (typeof value !== 'number') return undefined
  return reason.trim() === '' ? { value } : { value, reason }
}

/** An option with one number of two is not placed yet. */
function placesOf(across: [string, number][], up: [string, number][]): unknown {
  const heights = new Map(up)
  if (across.length !== up.length || !across.every(([id]) => heights.has(id))) return undefined
  return Object.fromEntries(across.map(([id, x]) => [id, { x, y: heights.get(id) }]))
}

/** Options with the same rank together, the first rank first. */
function tiersOf(given: [string, number][]): string[][] {
  const ranks = [...new Set(given.map(([, rank]) => rank))].sort((a, b) => a - b)
  return ranks.map((rank) => given.filter(([, own]) => own === rank).map(([id]) => id))
}

/** The pile with equal ballots that lie on each other said once: a show of hands is entered as one line. */
export function stacked(pile: readonly unknown[]): { choice: unknown; from: number; count: number }[] {
  const found: { choice: unknown; from: number; count: number }[] = []
  for (const [from, choice] of pile.entries()) {
    const last = found.at(-1)
    if (last && JSON.stringify(last.choice) === JSON.stringify(choice)) last.count++
    else found.push({ choice, from, count: 1 })
  }
  return found
}
