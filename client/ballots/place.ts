// From a finger on the pad to values on two axes, and back. Pure. Called by AxesPad.svelte.
import type { Place } from '../../shared/counting/axes.ts'

export interface Span {
  min: number
  max: number
}

type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>

/** Twenty steps from one end to the other: as fine as a thumb, and the same for pad and sliders. */
export function stepOf({ min, max }: Span): number {
  return (max - min) / 20
}

/** The values under a point of the screen; x grows to the right, y upwards. Outside the pad the edge counts. */
export function placeAt(box: Box, clientX: number, clientY: number, span: Span): Place {
  const part = (offset: number, size: number) => Math.min(1, Math.max(0, size === 0 ? 0.5 : offset / size))
  return {
    x: snap(part(clientX - box.left, box.width), span),
    y: snap(1 - part(clientY - box.top, box.height), span),
  }
}

/** A value in percent of the way from `min` to `max`. */
export function percentAlong(value: number, { min, max }: Span): number {
  return (100 * (value - min)) / (max - min)
}

function snap(part: number, span: Span): number {
  const value = span.min + Math.round(part * 20) * stepOf(span)
  return Math.round(value * 100) / 100 + 0
}
