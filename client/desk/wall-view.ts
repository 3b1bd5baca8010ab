// What the room screen shows now, in a word and in lines: the desk's small picture of it must not say anything else. Called by WallPreview.
import type { Snapshot } from '../../shared/wire.ts'

/** The lines of a picture this small. */
const MOST_ROWS = 5

export type WallView =
  NonNullable<Snapshot['screen']> | 'ended' | 'floor' | 'spotlight' | 'result' | 'vote' | 'board'

/** `lit`: a note is in the spotlight. `voting`: the step is about a paper, not about a board. */
export function wallView(session: Snapshot, { lit, voting }: { lit: boolean; voting: boolean }): WallView {
  if (session.ended) return 'ended'
  if (!session.now) return 'code'
  if (session.screen) return session.screen
  if (session.floor) return 'floor'
  if (lit) return 'spotlight'
  if (!voting) return 'board'
  // A room sees figures once they are published, never before: the desk has them already.
  return session.poll?.published && session.result !== undefined ? 'result' : 'vote'
}

export interface Said {
  /** Texts of the decisions that are shown. */
  decided: readonly string[]
  /** The name of who speaks or waits. */
  nameOf: (one: { who?: string; name?: string }) => string
  /** Nobody speaks. */
  free: string
}

/** The lines of views that are lines; null for pictures. */
export function wallRows(
  view: WallView,
  session: Snapshot,
  { decided, nameOf, free }: Said,
): string[] | null {
  if (view === 'decisions') return decided.slice(0, MOST_ROWS)
  if (view === 'vote') {
    const options = session.poll?.paper.subjects ?? session.poll?.paper.options ?? session.preview ?? []
    return options.slice(0, MOST_ROWS).map(({ label }) => label)
  }
  if (view !== 'floor' || !session.floor) return null
  const { speaking, queue = [] } = session.floor
  return [speaking ? nameOf(speaking) : free, ...queue.slice(0, MOST_ROWS - 1).map(nameOf)]
}
