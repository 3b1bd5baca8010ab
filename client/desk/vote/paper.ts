// Ballots given in on paper: what the form holds, and what a ballot of the pile says in words. Pure.
// Called by PaperForm, PaperDialog and Tools.
import { BLANK } from '../../../shared/activities/single-choice/count.ts'
import type { GradePaper } from '../../../shared/activities/majority-judgment/activity.ts'
import { levelLabel, type ScalePaper } from '../../../shared/counting/scale.ts'
import type { Translate } from '../../../shared/i18n/translate.ts'
import type { PollView } from '../../../shared/wire.ts'

type Asked = Pick<PollView, 'type' | 'paper'>

/** One thing that can be chosen: an option, the blank ballot, or a level of a scale. */
export interface Answer {
  value: string
  label: string
}

/** The form as it is filled in: one answer, several, or a number for each option. */
export interface Draft {
  one: string
  many: string[]
  each: Record<string, number | null | undefined>
}

/** Ballot types that have a form here, and how it asks. */
const FORMS: Record<string, 'one' | 'many' | 'dots' | 'grades'> = {
  single: 'one',
  scale: 'one',
  multiple: 'many',
  approval: 'many',
  dots: 'dots',
  grades: 'grades',
}

/** Undefined where ballots on paper have no form. */
export function formOf(type: string): 'one' | 'many' | 'dots' | 'grades' | undefined {
  return FORMS[type]
}

export function emptyDraft(): Draft {
  return { one: '', many: [], each: {} }
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
  const answers = paper.options.map(({ id, label }) => ({ value: id, label }))
  const offered = type === 'single' && paper['allowBlank'] === true
  return offered ? [...answers, { value: BLANK, label: blank }] : answers
}

/** The ballot that the form says; undefined while it says none. */
export function choiceOf(type: string, { one, many, each }: Draft): unknown {
  const form = formOf(type)
  if (form === 'many') return [...many]
  if (form === 'dots' || form === 'grades') {
    const least = form === 'dots' ? 1 : 0
    return Object.fromEntries(
      Object.entries(each).filter(([, value]) => typeof value === 'number' && value >= least),
    )
  }
  if (one === '') return undefined
  return type === 'scale' ? Number(one) : one
}

/** What a ballot says, a part for each thing it names; `blank` alone where it names nothing. */
export function ballotWords(poll: Asked, choice: unknown, t: Translate, blank: string): string[] {
  const answers = answersOf(poll, t, blank)
  const labelOf = (value: string) => answers.find((answer) => answer.value === value)?.label ?? value
  const words = wordsOf(poll, choice, labelOf, t)
  return words.length > 0 ? words : [blank]
}

function wordsOf(poll: Asked, choice: unknown, labelOf: (value: string) => string, t: Translate): string[] {
  if (Array.isArray(choice)) return choice.map((one) => labelOf(String(one)))
  if (typeof choice !== 'object' || choice === null) return [labelOf(String(choice))]
  if (poll.type === 'scale') return [labelOf(String((choice as { value?: unknown }).value))]
  const given = Object.entries(choice as Record<string, number>)
  if (formOf(poll.type) === 'dots') return given.map(([id, dots]) => `${labelOf(id)} × ${dots}`)
  const { grades } = poll.paper as unknown as GradePaper
  return given.map(([id, grade]) => `${labelOf(id)} · ${t(grades[grade] ?? '')}`)
}
