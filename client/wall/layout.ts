// How the board lies on the wall: as the snapshot lays it out, else read from its settings; foreign shapes fall back.
// Called by standard/Wall.svelte; settings come unparsed, since no schema is loaded on a wall.
import type { Layout, Zone } from '../../shared/activities/activity.ts'
import { TONES, type Tone } from '../../shared/board/note.ts'

export interface Kind {
  tone: Tone
  label?: string
}

/** True where notes lie where they were put. */
export function isFree(settings: Record<string, unknown>, layout?: Layout): boolean {
  return (layout?.kind ?? settings['layout']) === 'free'
}

/** The named columns of the board, in order. */
export function zonesOf(settings: Record<string, unknown>, layout?: Layout): Zone[] {
  if (layout) return layout.zones
  const columns = Array.isArray(settings['columns']) ? settings['columns'] : []
  return columns.flatMap((label, i) => (typeof label === 'string' ? [{ id: `col-${i + 1}`, label }] : []))
}

/** The kinds of notes of this activity, for the legend. */
export function kindsOf(settings: Record<string, unknown>, layout?: Layout): Kind[] {
  if (layout?.kinds) return layout.kinds
  const kinds = Array.isArray(settings['kinds']) ? (settings['kinds'] as unknown[]) : []
  return kinds.flatMap((kind) => {
    const { tone, label } = (kind ?? {}) as { tone?: unknown; label?: unknown }
    const known = TONES.find((other) => other === tone)
    if (!known) return []
    return [typeof label === 'string' && label ? { tone: known, label } : { tone: known }]
  })
}
