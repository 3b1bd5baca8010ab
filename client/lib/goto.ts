// From one of our pages to the next without loading anything anew. Called by the door of a workshop; main.ts listens.

/** What main.ts is told: another page is asked for now, or is likely to be, by its path. */
export const PAGE = 'tablee-page'
export const SOON = 'tablee-soon'

/** Puts the page of this path in the place of the one that stands: whoever goes back does not come to a door again. */
export function goTo(path: string): void {
  history.replaceState(null, '', path)
  dispatchEvent(new Event(PAGE))
}

/** Fetches what the page of this path needs, while nobody waits for it yet. */
export function soon(path: string): void {
  dispatchEvent(new CustomEvent(SOON, { detail: path }))
}
