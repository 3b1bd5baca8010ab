// One line of JSON per event, no personal text: no names, no notes, no addresses, no tokens. Called by everybody on the server.
import { pino, stdTimeFunctions } from 'pino'

export type Level = 'debug' | 'info' | 'warn' | 'error'
/** Facts of an event: ids, counts, durations in ms. Errors are reduced to their kind. */
export type Facts = Record<string, string | number | boolean | undefined>
export type Log = (level: Level, event: string, facts?: Facts, error?: unknown) => void

/** A log that writes lines of that level and above through `write`. */
export function createLog(least: Level | 'silent', write: (line: string) => void): Log {
  const options = {
    level: least,
    base: null,
    messageKey: 'event',
    timestamp: stdTimeFunctions.isoTime,
    formatters: { level: (level: string) => ({ level }) },
  }
  const logger = pino(options, { write })
  return (level, event, facts = {}, error) => {
    logger[level](error === undefined ? facts : { ...facts, error: describe(error) }, event)
  }
}

/** Where an error comes from: its class, its code and the first lines of its stack, which hold no user text. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = (error as { code?: unknown }).code
  const where = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
  const parts = [
    error.name,
    typeof code === 'string' ? code : '',
    ...where.slice(0, 4).map((line) => line.trim()),
  ]
  return parts.filter(Boolean).join(' | ')
}
