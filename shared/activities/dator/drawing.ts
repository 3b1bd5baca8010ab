// The four shapes of change as a line from today on the left to the future on the right (Dator 2009). Called by Wall.svelte.

const SHAPES: Record<string, string> = {
  continuation: 'M6 54 C40 50 66 34 94 6',
  collapse: 'M6 26 C34 4 48 10 60 28 S84 56 94 54',
  discipline: 'M6 42 C26 16 44 26 60 28 S82 28 94 28',
  transformation: 'M6 46 H44 V14 H94',
}

/** A path in a box of 100 by 60; empty for a place without a shape. */
export function shapeOf(future: string): string {
  return SHAPES[future] ?? ''
}
