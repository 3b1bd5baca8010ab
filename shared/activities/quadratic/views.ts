// What the wall shows of a quadratic vote, as the desk has turned it. Called by Wall.svelte and Look.svelte.

export const VIEWS = ['votes', 'credits'] as const
export type View = (typeof VIEWS)[number]

/** The view that `look` names, else the votes. */
export function viewOf(look: readonly string[] = []): View {
  return VIEWS.find((view) => look.includes(view)) ?? 'votes'
}
