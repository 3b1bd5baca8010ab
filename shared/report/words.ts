// The report's own messages and its way to write figures and dates. Called by report.ts and by every renderer.
import { placeOf } from '../i18n/place.ts'
import { createTranslate, type Messages, type Translate } from '../i18n/translate.ts'
import en from '../i18n/report.en.json' with { type: 'json' }
import fr from '../i18n/report.fr.json' with { type: 'json' }
import { activityTexts, faceTexts } from '../languages.ts'
import type { Language } from '../wire.ts'
import type { Report } from './model.ts'

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

/**
 * When it was held, to the minute and in universal time: the server does not know the hour of the room. Only the hours
 * where the facilitation has given the date itself.
 */
export function writeHours(
  { startedAt, endedAt, language, workshop }: Pick<Report, 'startedAt' | 'endedAt' | 'language' | 'workshop'>,
  t: Translate,
): string {
  if (!startedAt) return ''
  const date = writeDate(startedAt, language)
  const start = writeTime(startedAt, language)
  const dated = workshop.date !== undefined
  if (!endedAt) return dated ? t('whenFrom', { start }) : t('whenStarted', { date, start })
  const end = writeTime(endedAt, language)
  if (dated) return t('whenHours', { start, end })
  const until = writeDate(endedAt, language)
  return until === date ? t('when', { date, start, end }) : t('whenDays', { date, start, until, end })
}

/** `18 h 30`, `6:30 PM`; in universal time. */
function writeTime(iso: string, language: Language): string {
  const [hours = '', minutes = ''] = iso.slice(11, 16).split(':')
  if (language === 'fr') return `${Number(hours)}\u00a0h\u00a0${minutes}`
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : placeOf(language), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return format.format(Date.parse(iso)).replaceAll('\u202f', '\u00a0')
}
