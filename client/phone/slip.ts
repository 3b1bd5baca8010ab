// The voting slip in the address of a door, and how it stays out of sight. Called by pages/Join.

const MARK = 'slip.'

/** The slip in a fragment (without its #); null where the fragment is something else. */
export function slipIn(fragment: string): string | null {
  return fragment.startsWith(MARK) ? fragment.slice(MARK.length) : null
}

/** Takes the slip of this page out of the address bar; a reload finds it again, a shared address does not. */
export function takeSlip(): string | null {
  const slip = slipIn(location.hash.slice(1))
  if (slip === null) return (history.state as { slip?: string } | null)?.slip ?? null
  history.replaceState({ slip }, '', location.pathname + location.search)
  return slip
}
