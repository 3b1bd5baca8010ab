// One line of JSON per event, no personal text: no names, no notes, no addresses, no tokens. Called by everybody on the server.

export type Level = 'debug' | 'info' | 'warn' | 'error'
/** Facts of an event: ids, counts, durations in ms. Errors are reduced to their kind. */
export type Facts = Record<string, string | number | boolean | undefined>
export type Log = (level: Level, event: string, facts?: Facts, error?: unknown) => void

const RANK = { debug: 0, info: 1, warn: 2, error: 3, silent: 4 }

/** A log that writes lines of that level and above through `write`. */
export function createLog(least: keyof typeof RANK, write: (line: string) => void, now: () => number): Log {
  return (level, event, facts = {}, error) => {
    if (RANK[level] < RANK[least]) return
    const fault = error === undefined ? {} : { error: describe(error) }
    write(JSON.stringify({ time: new Date(now()).toISOString(), level, event, ...facts, ...fault }))
  }
}

/** Where an error comes from: its class, its code and the first lines of its stack, which hold no user text. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 4)
  return [error.name, typeof code === 'string' ? code : '', ...where.map((line) => line.trim())]
    .filter(Boolean)
    .join(' | ')
}
