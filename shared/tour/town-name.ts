// What a stop is called where its town is not shown. Called by the tour's report and its page.
import type { Translate } from '../i18n/translate.ts'
import type { Stop } from './model.ts'

/** The town of a stop; its number in the tour where the link does not show the stops. */
export function townName(
  { stops }: { stops: readonly Pick<Stop, 'id' | 'town'>[] },
  stop: string,
  t: Translate,
): string {
  return stops.find(({ id }) => id === stop)?.town ?? t('town.hidden', { n: Number(stop.slice(1)) })
}
