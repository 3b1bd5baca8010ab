// One page for each exercise, made from its own folder: what it is for, its course, its settings, its limits. Called by
// eleventy.config.js; the exercises say all of it themselves, so that no page can be older than its exercise.
import * as z from 'zod'
import type { AnyActivity, Step } from '../shared/activities/activity.ts'
import { ACTIVITIES } from '../shared/activities/index.ts'
import { useOf, type Purpose } from '../shared/activities/uses.ts'
import { createTranslate, type Translate } from '../shared/i18n/translate.ts'
import { LIMITS } from '../shared/limits.ts'

export interface PageText {
  path: string
  text: string
}

const PURPOSE: Record<Purpose, string> = {
  open: 'To open and to close',
  gather: 'To gather',
  choose: 'To choose',
  decide: 'To decide',
  foresee: 'To look ahead',
}

/** The pages, and the list of them. */
export function activityPages(): PageText[] {
  const pages = ACTIVITIES.map((activity) => ({
    path: `activities/${activity.kind}.md`,
    text: pageOf(activity),
  }))
  return [{ path: 'activities/index.md', text: listOf() }, ...pages]
}

const wordsOf = (activity: AnyActivity) => createTranslate('en', activity.messages.en)

function listOf(): string {
  const parts = Object.entries(PURPOSE).map(([purpose, title]) => {
    const rows = ACTIVITIES.filter((activity) => useOf(activity).purpose === purpose).map((activity) => {
      const t = wordsOf(activity)
      return `- [${t('name')}](${activity.kind}.md): ${t('summary')}`
    })
    return `## ${title}\n\n${rows.join('\n')}`
  })
  return `# Exercises\n\n${ACTIVITIES.length} exercises, all with settings that work as they are.\n\n${parts.join('\n\n')}\n`
}

function pageOf(activity: AnyActivity): string {
  const t = wordsOf(activity)
  const { purpose, people } = useOf(activity)
  const steps = activity.steps(activity.settings.parse({}) as never)
  const minutes = steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0)
  return [
    `# ${t('name')}`,
    t('summary'),
    table(
      ['', ''],
      [
        ['In French', activity.messages.fr['name'] ?? ''],
        ['Good for', PURPOSE[purpose].toLowerCase()],
        ['People', `${people.from} to ${people.to}`],
        ['Minutes', minutes === 0 ? 'as long as you like' : `about ${minutes}`],
        ['Kind', `\`${activity.kind}\``],
      ],
    ),
    '## Course',
    table(
      ['Step', 'Minutes', 'What happens', 'A sentence to say'],
      steps.map((step) => courseRow(step, t)),
    ),
    '## Settings',
    settingsOf(activity, t),
    '## Limits',
    limitsOf(activity, steps),
  ].join('\n\n')
}

function courseRow(step: Step, t: Translate): string[] {
  const say = t(`say.${step.id}`)
  return [
    t(`step.${step.id}`),
    String(step.minutes ?? ''),
    happens(step),
    say === `say.${step.id}` ? '' : say,
  ]
}

function happens({
  pads,
  board,
  arrange,
  poll,
  results,
  floor,
  forgets,
  upvotes,
  thumbs,
  reactions,
  takesUp,
  groups,
}: Step): string {
  const facts = [
    pads === 'sealed' && 'people write, nobody reads',
    pads === 'moderated' && 'notes are shown one by one by the desk',
    pads === 'live' && 'notes are shown as they are written',
    board === 'read' && 'phones see the board',
    arrange && 'phones help to arrange',
    groups && 'people are put together in groups',
    takesUp && 'their sheet begins with what they wrote before',
    poll && 'the vote is open',
    poll && results === 'live' && 'its count is shown live',
    !poll && results === 'shown' && 'the published result is shown',
    floor && 'people ask for the floor',
    upvotes && 'people support notes',
    thumbs && `a show of thumbs adds ${thumbs.join(', then ')} minutes`,
    reactions && 'phones react to notes',
    forgets && (forgets === 'after' ? 'leaving it destroys who wrote what' : 'who wrote what is destroyed'),
  ]
  return facts.filter(Boolean).join('; ') || 'the room looks and talks'
}

interface JsonSetting {
  type?: string
  default?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
}

function settingsOf(activity: AnyActivity, t: Translate): string {
  const schema = z.toJSONSchema(activity.settings, { io: 'input', unrepresentable: 'any' })
  const settings = Object.entries((schema.properties ?? {}) as Record<string, JsonSetting>)
  if (settings.length === 0) return 'None.'
  const rows = settings.map(([name, setting]) => {
    const label = t(`setting.${name}`)
    return [`\`${name}\``, label === `setting.${name}` ? '' : label, allowed(setting), told(setting.default)]
  })
  return table(['Name', 'Meaning', 'Values', 'By default'], rows)
}

function allowed({ type, enum: values, minimum, maximum }: JsonSetting): string {
  if (values) return values.map((value) => `\`${String(value)}\``).join(' ')
  const range = minimum === undefined || maximum === undefined ? '' : `, ${minimum} to ${maximum}`
  return `${type ?? 'several'}${range}`
}

function told(value: unknown): string {
  return value === undefined ? '' : `\`${JSON.stringify(value)}\``
}

function limitsOf(activity: AnyActivity, steps: Step[]): string {
  const writes = steps.some(({ pads }) => pads !== 'off')
  const rows = [
    ...(writes
      ? [`A note has ${LIMITS.note} characters at most, a person ${LIMITS.notesPerPad} notes.`]
      : []),
    ...(writes ? [`A board holds ${LIMITS.notesPerBoard} notes.`] : []),
    ...(activity.poll ? [`A vote has ${LIMITS.options} options at most.`] : []),
    ...(activity.poll ? ['Below five ballots a secret vote shows no live figures.'] : []),
    `A workshop has ${LIMITS.seats} seats unless the operator sets another number.`,
  ]
  return rows.map((row) => `- ${row}`).join('\n')
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
