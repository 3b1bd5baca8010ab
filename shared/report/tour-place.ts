// Where a workshop stands in its tour, in words. Called by the page of the report and by its renderers.
import type { Translate } from '../i18n/translate.ts'
import type { Report } from './model.ts'

/** "Cooperative tour, stop 11 of 12"; empty for a workshop by itself. */
export function writeTourPlace({ tour }: Pick<Report, 'tour'>, t: Translate): string {
  if (!tour) return ''
  const { title, stop, of } = tour
  return stop === 'assembly' ? t('tour.assembly', { title }) : t('tour.stop', { title, stop, of })
}
