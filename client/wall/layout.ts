// How the board lies on the wall, read from the settings that a snapshot carries; foreign shapes fall back.
// Called by standard/Wall.svelte; settings come unparsed, since no schema is loaded on a wall.
import type { Zone } from '../../shared/activities/activity.ts'
import { TONES, type Tone } from '../../shared/board/note.ts'

export interface Kind {
  tone: Tone
  label?: string
}

/** True where notes lie where they were put. */
export function isFree(settings: Record<string, unknown>): boolean {
  return settings['layout'] === 'free'
}

/** The named columns of the board, in order. */
export function zonesOf(settings: Record<string, unknown>): Zone[] {
  const columns = Array.isArray(settings['columns']) ? settings['columns'] : []
  return columns.flatMap((label, i) => (typeof label === 'string' ? [{ id: `col-${i + 1}`, label }] : []))
}

/** The kinds of notes of this activity, for the legend. */
export function kindsOf(settings: Record<string, unknown>): Kind[] {
  const kinds = Array.isArray(settings['kinds']) ? (settings['kinds'] as unknown[]) : []
  return kinds.flatMap((kind) => {
    const { tone, label } = (kind ?? {}) as { tone?: unknown; label?: unknown }
    const known = TONES.find((other) => other === tone)
    if (!known) return []
    return [typeof label === 'string' && label ? { tone: known, label } : { tone: known }]
  })
}
