// When the workshop was held, on the clock of whoever reads. Called by Paper.svelte.
import type { Report } from '../../shared/report/model.ts'
import type { I18n } from '../lib/i18n.svelte.ts'

type Hours = Pick<I18n, 't' | 'date' | 'time'>

/** Day and hours; only the hours where the facilitation has given the date itself; nothing before the first activity. */
export function whenHeld({ startedAt, endedAt, workshop }: Report, i18n: Hours): string {
  if (!startedAt) return ''
  const start = i18n.time(startedAt)
  const date = i18n.date(startedAt)
  const dated = workshop.date !== undefined
  if (!endedAt) return dated ? i18n.t('page.hoursFrom', { start }) : i18n.t('page.heldFrom', { date, start })
  const end = i18n.time(endedAt)
  return dated ? i18n.t('page.hours', { start, end }) : i18n.t('page.held', { date, start, end })
}
