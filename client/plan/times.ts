// Planned times of a programme: when each activity begins and when all ends. Called by the plan page, the run sheet and the outline.

export interface Timed {
  /** Minutes from the start of the workshop. */
  from: number
  minutes: number
}

/** When each activity begins, in minutes from the start, and the end of all. */
export function timesOf(minutes: readonly number[]): { rows: Timed[]; total: number } {
  let from = 0
  const rows = minutes.map((length) => {
    const row = { from, minutes: length }
    from += length
    return row
  })
  return { rows, total: from }
}

/** The time of day so many minutes after `18:30`, as a date to be written out; null without a start. */
export function clockAt(start: string | undefined, minutes: number): Date | null {
  const match = /^(\d\d):(\d\d)$/.exec(start ?? '')
  return match ? new Date(2000, 0, 1, Number(match[1]), Number(match[2]) + Math.round(minutes)) : null
}
