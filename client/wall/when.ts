// Where and when a workshop is, as people say it. Called by the lobby; a date is free text, an ISO one is written out.
import { placeOf } from '../../shared/i18n/place.ts'
import type { Language, Snapshot } from '../../shared/wire.ts'
import type { I18n } from '../lib/i18n.svelte.ts'
import { clockAt } from '../plan/times.ts'

const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})/

/** `mardi 5 juin`, `Tuesday 5 June`; any other text as it was typed; undefined for none. */
export function whenText(date: string | undefined, language: Language): string | undefined {
  const day = ISO_DAY.exec(date ?? '')
  if (!day) return date
  const at = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
  if (!at.toISOString().startsWith(day[0])) return date
  const parts = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(placeOf(language), parts).format(at).replaceAll('\u202f', '\u00a0')
}

/** Place, day and planned start in one line; undefined where nothing is known of them. */
export function factsText({ workshop, starts }: Snapshot, i18n: I18n): string | undefined {
  const { t, language } = i18n
  const { place } = workshop
  const date = whenText(workshop.date, language)
  const where = place && date ? t('lobby.where', { place, date }) : (place ?? date)
  const clock = clockAt(starts, 0)
  if (!clock) return where
  return where
    ? t('lobby.whereStarts', { where, time: i18n.time(clock) })
    : t('lobby.starts', { time: i18n.time(clock) })
}
