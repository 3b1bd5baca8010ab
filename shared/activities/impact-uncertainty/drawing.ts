// How the matrix is drawn: a number for each driver, the critical ones first, its place and its spread. Called by Wall.svelte and the report.
import type { OptionEntry } from '../../voting.ts'
import type { DriverPaper, DriversCount } from './activity.ts'
import { DRIVER_ZONES } from './count.ts'
import { ENOUGH } from './picks.ts'

export interface DriverPoint extends OptionEntry {
  /** From 1; the critical uncertainties first, then zone by zone. */
  place: number
  x: number
  y: number
  spreadX: number
  spreadY: number
  /** Fewer people placed it than are enough for an axis. */
  faint: boolean
  critical: boolean
}

/** Drivers that somebody has placed; all lengths from 0 to 1. */
export function driverPoints(paper: DriverPaper, result: DriversCount): DriverPoint[] {
  const length = paper.max - paper.min
  const order = (id: string) => {
    const { zone } = result.items[id]!
    return [DRIVER_ZONES.indexOf(zone!), result.criticalOrder.indexOf(id)] as const
  }
  return paper.options
    .filter(({ id }) => result.items[id]?.zone)
    .map((option, i) => ({ option, i, key: order(option.id) }))
    .sort((a, b) => a.key[0] - b.key[0] || a.key[1] - b.key[1] || a.i - b.i)
    .map(({ option }, i) => {
      const { impact, uncertainty, zone } = result.items[option.id]!
      const spread = result.spreads[option.id]
      return {
        ...option,
        place: i + 1,
        x: ((uncertainty ?? paper.min) - paper.min) / length,
        y: ((impact ?? paper.min) - paper.min) / length,
        spreadX: (spread?.x ?? 0) / length,
        spreadY: (spread?.y ?? 0) / length,
        faint: (result.ratings[option.id] ?? 0) < ENOUGH,
        critical: zone === 'critical',
      }
    })
}
