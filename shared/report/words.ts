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
  const written = format.format(time).replaceAll('\u202f', '\u00a0')
  return language === 'fr' ? written.replace(/ 1 (?=\p{L})/u, ' 1er ') : written
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
 * When it was held, to the minute, on the clock of the report's zone and naming that clock; in universal time without one.
 * Only the hours where the facilitation has given the date itself.
 */
export function writeHours(
  report: Pick<Report, 'startedAt' | 'endedAt' | 'language' | 'workshop' | 'zone'>,
  t: Translate,
): string {
  const { startedAt, endedAt, language, workshop, zone } = report
  if (!startedAt) return ''
  const clock = zone === undefined ? t('clock.universal') : clockName(startedAt, zone, language)
  const opened = onClock(startedAt, zone)
  const date = writeDate(opened, language)
  const start = writeTime(opened, language)
  const dated = workshop.date !== undefined
  if (!endedAt) return dated ? t('whenFrom', { start, clock }) : t('whenStarted', { date, start, clock })
  const closed = onClock(endedAt, zone)
  const end = writeTime(closed, language)
  if (dated) return t('whenHours', { start, end, clock })
  const until = writeDate(closed, language)
  return until === date
    ? t('when', { date, start, end, clock })
    : t('whenDays', { date, start, until, end, clock })
}

/** What a clock of this zone shows at that moment, in the form of ISO 8601. */
function onClock(iso: string, zone = 'UTC'): string {
  const form = { dateStyle: 'short', timeStyle: 'medium', timeZone: zone } as const
  return new Intl.DateTimeFormat('sv-SE', form).format(Date.parse(iso)).replace(' ', 'T')
}

/** `heure d’Europe centrale`, `Eastern Time`. */
function clockName(iso: string, zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(placeOf(language), { timeZone: zone, timeZoneName: 'longGeneric' })
  const name =
    format.formatToParts(Date.parse(iso)).find(({ type }) => type === 'timeZoneName')?.value ?? zone
  return name.replaceAll("'", '\u2019')
}

/** `18 h 30`, `6:30 PM`, of a time in the form of ISO 8601. */
function writeTime(iso: string, language: Language): string {
  const [hours = '', minutes = ''] = iso.slice(11, 16).split(':')
  if (language === 'fr') return `${Number(hours)}\u00a0h\u00a0${minutes}`
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-US' : placeOf(language), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  })
  return format.format(Date.parse(`${iso.slice(0, 16)}Z`)).replaceAll('\u202f', '\u00a0')
}
