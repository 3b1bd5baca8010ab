// The dates of what people agreed to do, as a calendar (RFC 5545): an all-day event for each. Called by the server's printers.
import { actionsOf } from './actions.ts'
import type { Report } from './model.ts'

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const DAY = 86_400_000

/** Only notes whose date is a day of the calendar; the same report gives the same file. */
export function writeIcs(report: Report): string {
  const { workshop, endedAt, startedAt } = report
  const stamp = (endedAt ?? startedAt ?? workshop.createdAt).replace(/[-:]|\.\d+/g, '')
  const events = actionsOf(report).flatMap(({ note, owner, date }) => {
    const start = dayOf(date)
    if (start === null) return []
    return [
      'BEGIN:VEVENT',
      `UID:${note.id}@${workshop.id}.tablee`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(start)}`,
      `DTEND;VALUE=DATE:${compact(start + DAY)}`,
      `SUMMARY:${escapeText(owner === '' ? note.text : `${note.text} (${owner})`)}`,
      `DESCRIPTION:${escapeText(workshop.title)}`,
      'END:VEVENT',
    ]
  })
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tablee//Report//EN', ...events, 'END:VCALENDAR']
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function dayOf(date: string): number | null {
  const found = DATE.exec(date)
  if (!found) return null
  const time = Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3]))
  return compact(time) === found.slice(1).join('') ? time : null
}

function compact(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '')
}

function escapeText(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b-\u001f]/g, '')
  return plain.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')
}

/** Lines of at most 75 bytes, never cut inside a character. */
function fold(line: string): string {
  let [out, bytes] = ['', 0]
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (bytes + size > 74) [out, bytes] = [`${out}\r\n `, 1]
    out += character
    bytes += size
  }
  return out
}
