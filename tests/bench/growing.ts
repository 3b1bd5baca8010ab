// What the work costs as it grows: the series behind the picture, and a sentence to each. Called by picture.ts and report.ts.
import type { Results } from './plan.ts'
import type { Point } from './workloads/growth.ts'

export interface Series {
  title: string
  unit: string
  points: Point[]
  /** Why it grows as it does. */
  why: string
}

/** Between the first and the last point: less is as good as level, more is worse than the work itself. */
const LEVEL = 1.5
const LINEAR = 1.3

export function seriesOf({ growth, workshop, memory }: Results): Series[] {
  const people = [...(workshop.house ?? [])].sort((a, b) => a.people - b.people)
  const seats = people.map((one) => ({
    x: one.people,
    ms: (one.load.cpu * 1000) / one.notes,
    bytes: one.rssMb * 1024 * 1024,
  }))
  const rooms = (memory.house?.growth ?? []).map((one) => ({ x: one.rooms, ms: one.ms, bytes: one.bytes }))
  return [
    {
      title: 'one more note',
      unit: 'notes on the board',
      points: growth?.notes ?? [],
      why: 'a note is one transaction and one row, and neither looks at the rest of the board; memory is that of the notes',
    },
    {
      title: 'one note to everybody',
      unit: 'people in the room',
      points: seats,
      why: 'each window is one write to each person, and the more is written the more notes share a window; memory is three sockets and a pad for each',
    },
    {
      title: 'one more room',
      unit: 'rooms in the process',
      points: rooms,
      why: 'rooms share nothing but the store and the timers; what makes the last ones dearer is garbage collected meanwhile',
    },
    {
      title: 'one count',
      unit: 'ballots',
      points: growth?.ballots ?? [],
      why: 'a count looks at every ballot once',
    },
  ]
}

/** One line for each series: its figures, how it grows, and why. */
export function explained(results: Results): string {
  const lines = seriesOf(results).flatMap(({ title, unit, points, why }) => {
    const [first, last] = [points[0], points.at(-1)]
    if (!first || !last || first === last) return []
    const figures = `${show(first.ms)} ms at ${first.x.toLocaleString('en')} ${unit}, ${show(last.ms)} ms at ${last.x.toLocaleString('en')}`
    return [`- ${capital(title)}: ${figures}; ${growthOf(first, last)}: ${why}.`]
  })
  return lines.join('\n')
}

/** How the time of a series grows with its work. */
export function growthOf(first: Point, last: Point): string {
  const [time, work] = [last.ms / first.ms, last.x / first.x]
  if (time < LEVEL) return 'it stays level'
  if (time < work / LINEAR) return 'it grows more slowly than the work'
  return time <= work * LINEAR ? 'it grows with the work' : '**it grows faster than the work**'
}

function show(ms: number): string {
  return ms.toPrecision(2)
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
