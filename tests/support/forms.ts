// How long a fault test runs: short in `npm test`, longer with CI_LONG=1, longest under `npm run soak`.
// Figures that a run measured go to the soak through the file that SOAK_FIGURES names. Called by the fault tests.
import { appendFileSync } from 'node:fs'

export type Form = 'short' | 'long' | 'soak'

export function formOf(env: Record<string, string | undefined> = process.env): Form {
  if (env['SOAK']) return 'soak'
  return env['CI_LONG'] ? 'long' : 'short'
}

/** The value for the form of this run. */
export function sized<T>(sizes: Record<Form, T>): T {
  return sizes[formOf()]
}

/** How much longer a soak waits for the same thing: it runs for an hour beside other work, and waiting longer hides nothing. */
export const PATIENCE = sized({ short: 1, long: 1, soak: 8 })

/** Says what was really run and found: on the console, and for the table of docs/reliability.md where a soak asks for it. */
export function figure(rig: string, facts: Record<string, string | number>): void {
  const line = { rig, ...facts }
  console.log(Object.entries(line).join(' | ').replaceAll(',', ' '))
  const file = process.env['SOAK_FIGURES']
  if (file) appendFileSync(file, `${JSON.stringify(line)}\n`)
}
