// The views of a Multipol on the wall. Called by Wall.svelte and Look.svelte.

/** Words of `look`. */
export const VIEWS = ['plane', 'table'] as const
