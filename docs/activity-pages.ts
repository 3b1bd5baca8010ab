// One page for each exercise, made from its own folder: what it is for, its course, its settings, its limits. Called by
// eleventy.config.js; the exercises say all of it themselves, so that no page can be older than its exercise.
import * as z from 'zod'
import type { AnyActivity, Step } from '../shared/activities/activity.ts'
import { ACTIVITIES } from '../shared/activities/index.ts'
import { PURPOSES, useOf } from '../shared/activities/uses.ts'
import { createTranslate, type Translate } from '../shared/i18n/translate.ts'
import { LIMITS } from '../shared/limits.ts'
import { happens, WORDS, type Words } from './activity-words.ts'

const NBSP = '\u00a0'

export interface PageText {
  path: string
  text: string
}

type Tongue = keyof typeof WORDS

/** The pages, and the list of them, in both languages of the guide. */
export function activityPages(): PageText[] {
  return (['en', 'fr'] as const).flatMap((tongue) => {
    const folder = tongue === 'en' ? 'activities' : `${tongue}/activities`
    const pages = ACTIVITIES.map((activity) => ({
      path: `${folder}/${activity.kind}.md`,
      text: pageOf(activity, tongue),
    }))
    return [{ path: `${folder}/index.md`, text: listOf(tongue) }, ...pages]
  })
}

const wordsOf = (activity: AnyActivity, tongue: Tongue) => createTranslate(tongue, activity.messages[tongue])

function listOf(tongue: Tongue): string {
  const words = WORDS[tongue]
  const parts = PURPOSES.map((purpose) => {
    const rows = ACTIVITIES.filter((activity) => useOf(activity).purpose === purpose).map((activity) => {
      const t = wordsOf(activity, tongue)
      return `- [${t('name')}](${activity.kind}.md)${tongue === 'fr' ? NBSP : ''}: ${t('summary')}`
    })
    return `## ${words.purpose[purpose]}\n\n${rows.join('\n')}`
  })
  return `# ${words.list}\n\n${words.intro(ACTIVITIES.length)}\n\n${parts.join('\n\n')}\n`
}

function pageOf(activity: AnyActivity, tongue: Tongue): string {
  const words = WORDS[tongue]
  const t = wordsOf(activity, tongue)
  const other = activity.messages[tongue === 'en' ? 'fr' : 'en']['name'] ?? ''
  const { purpose, people } = useOf(activity)
  const steps = activity.steps(activity.settings.parse({}) as never)
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  return [
    `# ${t('name')}`,
    t('summary'),
    table(
      ['', ''],
      [
        [words.other, other],
        [words.goodFor, words.purpose[purpose].toLowerCase()],
        [words.people, words.span(people.from, people.to)],
        [words.minutes, words.about(minutes)],
        [words.kind, `\`${activity.kind}\``],
      ],
    ),
    `## ${words.course}`,
    table(
      words.steps,
      steps.map((step) => courseRow(step, t, words)),
    ),
    `## ${words.settings}`,
    settingsOf(activity, t, words),
    `## ${words.limits}`,
    limitsOf(activity, steps, words),
  ].join('\n\n')
}

function courseRow(step: Step, t: Translate, words: Words): string[] {
  const say = t(`say.${step.id}`)
  return [
    t(`step.${step.id}`),
    String(step.minutes ?? ''),
    happens(step, words),
    say === `say.${step.id}` ? '' : say,
  ]
}

interface JsonSetting {
  type?: string
  default?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
}

function settingsOf(activity: AnyActivity, t: Translate, words: Words): string {
  const schema = z.toJSONSchema(activity.settings, { io: 'input', unrepresentable: 'any' })
  const settings = Object.entries((schema.properties ?? {}) as Record<string, JsonSetting>)
  if (settings.length === 0) return words.none
  const rows = settings.map(([name, setting]) => {
    const label = t(`setting.${name}`)
    return [
      `\`${name}\``,
      label === `setting.${name}` ? '' : label,
      allowed(setting, words),
      told(setting.default),
    ]
  })
  return table(words.columns, rows)
}

function allowed({ type, enum: values, minimum, maximum }: JsonSetting, words: Words): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(' ')
  const name = (words.types as Record<string, string>)[type ?? ''] ?? words.several
  return minimum === undefined || maximum === undefined ? name : `${name}, ${words.span(minimum, maximum)}`
}

function told(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``
}

function limitsOf(activity: AnyActivity, steps: Step[], words: Words): string {
  const writes = steps.some(({ pads }) => pads !== 'off')
  const rows = [
    ...(writes ? [words.note(LIMITS), words.board(LIMITS)] : []),
    ...(activity.poll ? [words.options(LIMITS), words.few] : []),
    words.seats(LIMITS),
  ]
  return rows.map((row) => `- ${row}`).join('\n')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
