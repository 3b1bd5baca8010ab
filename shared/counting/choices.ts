// A choice that says something of each option, from outside to a ballot. Called by the polls whose ballot is a map:
// score, grades, credits, two axes.
import { refuse, isRefusal, type Refusal } from '../wire.ts'

/** Reads one value of a choice; undefined leaves the option out. */
export type ReadValue<V> = (value: unknown) => V | Refusal | undefined

/** The values by option id, in the order of the paper; refused whole where one option or one value cannot stand. */
export function checkEach<V>(
  options: readonly { id: string }[],
  choice: unknown,
  read: ReadValue<V>,
): Record<string, V> | Refusal {
  if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) return refuse('bad-request')
  const sent = choice as Record<string, unknown>
  const known = new Set(options.map((option) => option.id))
  if (Object.keys(sent).some((option) => !known.has(option))) return refuse('unknown-option')
  const entries: [string, V][] = []
  for (const { id } of options) {
    const value = Object.hasOwn(sent, id) ? read(sent[id]) : undefined
    if (isRefusal(value)) return value
    if (value !== undefined) entries.push([id, value])
  }
  return Object.fromEntries(entries)
}

/** A whole number from `min` to `max`, or a refusal. */
export function checkLevel({ min, max }: { min: number; max: number }, value: unknown): number | Refusal {
  const fits = typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
  return fits ? value + 0 : refuse('bad-request')
}

/** The same value for every option, by its id. */
export function forEachOption<V>(
  options: readonly string[],
  value: (option: string) => V,
): Record<string, V> {
  return Object.fromEntries(options.map((option) => [option, value(option)]))
}
