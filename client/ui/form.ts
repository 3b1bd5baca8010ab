// From an activity's settings schema to the fields of a form. Called by SettingsForm.svelte.
// Shapes that no field can show are left out: the programme keeps what it holds for them.
import * as z from 'zod'
import type { OptionEntry } from '../../shared/voting.ts'

interface Base {
  key: string
  /** Message key of its label: `setting.columns`. */
  label: string
  /** What holds while nothing is chosen. */
  initial: unknown
}

export type Field = Base &
  (
    | { kind: 'flag' | 'source' | 'sources' }
    | { kind: 'choice' | 'checks'; values: string[] }
    | { kind: 'number'; whole: boolean; min?: number; max?: number }
    | { kind: 'text'; most?: number }
    | { kind: 'lines' | 'options'; most?: number }
    | { kind: 'kinds'; tones: string[]; most?: number }
    | { kind: 'group'; fields: Field[] }
  )

/** Settings that name an earlier activity, or several where their schema takes a list as well. */
const SOURCES: ReadonlySet<string> = new Set(['from', 'drivers', 'worlds'])

type Json = z.core.JSONSchema.BaseSchema

/** The fields of a settings schema, in its own order. */
export function fieldsOf(settings: z.ZodType): Field[] {
  return objectFields(z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' }) as Json, 'setting')
}

function objectFields(schema: Json, prefix: string): Field[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
    typeof part === 'object' ? (fieldOf(key, part, `${prefix}.${key}`) ?? []) : [],
  )
}

function fieldOf(key: string, schema: Json, label: string): Field | null {
  const base = { key, label, initial: schema.default }
  if (schema.enum) return { ...base, kind: 'choice', values: schema.enum.map(String) }
  if (schema.anyOf && SOURCES.has(key)) return { ...base, kind: 'sources' }
  switch (schema.type) {
    case 'boolean':
      return { ...base, kind: 'flag' }
    case 'integer':
    case 'number':
      return { ...base, kind: 'number', whole: schema.type === 'integer', ...bounds(schema) }
    case 'string':
      return SOURCES.has(key)
        ? { ...base, kind: 'source' }
        : { ...base, kind: 'text', ...most(schema.maxLength) }
    case 'array':
      return listOf(base, schema)
    case 'object': {
      const fields = objectFields(schema, label)
      return fields.length > 0 ? { ...base, kind: 'group', fields } : null
    }
    default:
      return null
  }
}

function listOf(base: Base, schema: Json): Field | null {
  const item = schema.items
  if (typeof item !== 'object' || Array.isArray(item)) return null
  const limit = most(schema.maxItems)
  if (item.enum) return { ...base, kind: 'checks', values: item.enum.map(String) }
  if (item.type === 'string') return { ...base, kind: 'lines', ...limit }
  const { id, label, tone } = (item.properties ?? {}) as Record<string, Json | undefined>
  if (id && label) return { ...base, kind: 'options', ...limit }
  return tone?.enum ? { ...base, kind: 'kinds', tones: tone.enum.map(String), ...limit } : null
}

function bounds({ minimum, maximum }: Json): { min?: number; max?: number } {
  return {
    ...(minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? { min: minimum } : {}),
    ...(maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? { max: maximum } : {}),
  }
}

function most(value: number | undefined): { most?: number } {
  return value === undefined ? {} : { most: value }
}

/** One entry a line, without the empty ones. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Options from lines; a line that was there before keeps its id, so that its votes and colours stay with it. */
export function optionsOf(text: string, before: readonly OptionEntry[], newId: () => string): OptionEntry[] {
  const left = [...before]
  return linesOf(text).map((label) => {
    const at = left.findIndex((option) => option.label === label)
    return at === -1 ? { id: newId(), label } : left.splice(at, 1)[0]!
  })
}

/** The settings with one of them changed; undefined takes it out, so that its default holds again. */
export function withSetting(
  settings: Record<string, unknown>,
  key: string,
  value: unknown,
): Record<string, unknown> {
  const { [key]: _before, ...rest } = settings
  return value === undefined ? rest : { ...rest, [key]: value }
}
