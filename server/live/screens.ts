// Which group each screen follows: what the desk said of it, else its own link. Called by presence.ts and session.ts.
import type { DeskView } from '../../shared/wire.ts'

/** A wall: which screen it is, and the group that its own link names. */
export interface Screen {
  id: string
  group: number | null
}

/** What a snapshot says of the group that a screen follows; nothing for the plenary. */
export function followsPart(
  screen: Screen | undefined,
  said: Record<string, number | null> = {},
): { follows?: number } {
  const follows = screen && followedBy(screen, said)
  return follows ? { follows } : {}
}

/** What the desk said, else the screen's own link; null for the plenary. */
function followedBy(screen: Screen, said: Record<string, number | null>): number | null {
  return Object.hasOwn(said, screen.id) ? said[screen.id]! : screen.group
}

/** The screens that are connected, and what each follows. */
export function screensOf(
  connections: { screen?: Screen }[],
  said: Record<string, number | null>,
): DeskView['screens'] {
  const screens = new Map(connections.flatMap(({ screen }) => (screen ? [[screen.id, screen] as const] : [])))
  return [...screens.values()].map((screen) => ({ id: screen.id, follows: followedBy(screen, said) }))
}
