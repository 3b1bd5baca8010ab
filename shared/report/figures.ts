// The figures of a report: people, contributions, dots, ballots, time spent together. Called by report.ts.
import type { Session } from '../session/state.ts'
import type { Language } from '../wire.ts'
import type { Figure, Section } from './model.ts'
import { writeNumber } from './numbers.ts'
import { reportWords, writeDuration } from './words.ts'

/** Only figures that say something: people always, the others from one on; the time once the workshop has ended. */
export function figuresOf(
  sections: Section[],
  session: Session,
  seats: number,
  language: Language,
): Figure[] {
  const t = reportWords(language)
  const counted = (id: Exclude<Figure['id'], 'stops' | 'together'>, count: number): Figure[] =>
    count === 0 && id !== 'people'
      ? []
      : [{ id, text: writeNumber(count, language), label: t(`figure.${id}`, { count }) }]
  const minutes = minutesTogether(session)
  return [
    ...counted('people', seats),
    ...counted('notes', sum(sections.map(contributions))),
    ...counted('dots', sum(Object.values(session.rounds).flat().map(dotsOf))),
    ...counted('ballots', sum(sections.map((section) => section.participation?.voted ?? 0))),
    ...(minutes === null
      ? []
      : [{ id: 'together' as const, text: writeDuration(minutes, t), label: t('figure.together') }]),
  ]
}

/** Notes that people wrote: what was made only to name a group is not counted. */
function contributions({ notes }: Section): number {
  return notes.filter((note) => note.fields?.group !== 1).length
}

function dotsOf(round: Session['rounds'][string][number]): number {
  const spent = round.type === 'dots' && (round.result as { spent?: unknown } | undefined)?.spent
  return typeof spent === 'number' ? spent : 0
}

function minutesTogether(session: Session): number | null {
  const starts = Object.values(session.played).map((seen) => seen.openedAt)
  if (session.ended === null || starts.length === 0) return null
  return Math.max(1, Math.round((session.ended - Math.min(...starts)) / 60_000))
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
