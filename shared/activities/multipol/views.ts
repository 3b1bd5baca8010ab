// The views of a Multipol on the wall. Called by Wall.svelte and Look.svelte.

/** Words of `look`. */
export const VIEWS = ['plane', 'table'] as const
export type View = (typeof VIEWS)[number]

export function viewOf(look: readonly string[] | undefined): View {
  return VIEWS.find((view) => look?.includes(view)) ?? 'plane'
}
