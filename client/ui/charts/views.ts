// Which view of a drawing the desk has chosen. Called by the Wall and Look faces of exercises with several views.

/** The view that `look` names; the first one where it names none. */
export function chosenView<V extends string>(
  views: readonly [V, ...V[]],
  look: readonly string[] | undefined,
): V {
  return views.find((view) => look?.includes(view)) ?? views[0]
}
