// The report's own messages and its way to write figures and dates. Called by report.ts and by every renderer.
import { placeOf } from '../i18n/place.ts'
import { createTranslate, type Messages, type Translate } from '../i18n/translate.ts'
import en from '../i18n/report.en.json' with { type: 'json' }
import fr from '../i18n/report.fr.json' with { type: 'json' }
import { activityTexts, faceTexts } from '../languages.ts'
import type { Language } from '../wire.ts'

const REPORT: Messages = { fr, en }

/** The report's messages in one language, with an activity's own over them. */
export function reportWords(language: Language, activity?: { kind: string; messages: Messages }): Translate {
  const own = activity ? activityTexts(activity, language) : {}
  return createTranslate(language, faceTexts('report', REPORT, language), own)
}

/** `1 234` or `1,234`. Never U+202F, which the page's fonts do not have. */
export function writeNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language).format(value).replaceAll('\u202f', '\u00a0')
}

/** Minutes as `45 min` or `1 h 32`. */
export function writeDuration(minutes: number, t: Translate): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return t('minutes', { minutes: rest })
  return rest === 0
    ? t('hoursOnly', { hours })
    : t('hours', { hours, minutes: String(rest).padStart(2, '0') })
}

/** A calendar date in words; a date typed in any other form stays as it was typed. */
export function writeDate(date: string, language: Language): string {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0]
  const time = day === undefined ? NaN : Date.parse(`${day}T12:00:00Z`)
  if (Number.isNaN(time)) return date
  const format = new Intl.DateTimeFormat(placeOf(language), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return format.format(time).replaceAll('\u202f', '\u00a0')
}

/** "Report of the workshop", with its place and its date where they were given. */
export function writeSubtitle(
  about: { place?: string; date?: string },
  language: Language,
  t: Translate,
): string {
  const place = about.place ?? ''
  const date = about.date ? writeDate(about.date, language) : ''
  if (place && date) return t('subtitlePlaceDate', { place, date })
  if (place) return t('subtitlePlace', { place })
  return date ? t('subtitleDate', { date }) : t('subtitle')
}

/** Which state of what it tells of, and what made it. */
export function writeClosing(
  { revision, workshop: { code } }: { revision: number; workshop: { code: string } },
  t: Translate,
): string {
  const state = code === '' ? t('revisionTour', { revision }) : t('revision', { revision, code })
  return `${state} ${t('madeWith')}`
}

/** When it was held, to the minute and in universal time: the server does not know the hour of the room. */
export function writeHours(
  { startedAt, endedAt }: { startedAt?: string; endedAt?: string },
  t: Translate,
): string {
  const moment = (iso: string) => iso.slice(0, 16).replace('T', ' ')
  if (!startedAt) return ''
  return endedAt
    ? t('when', { start: moment(startedAt), end: moment(endedAt) })
    : t('whenStarted', { start: moment(startedAt) })
}
