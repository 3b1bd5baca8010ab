// What a simulated person does besides writing and voting: joins a group, supports, reacts, shows a thumb, asks for the floor.
// Called by robot.svelte.ts for each snapshot; `random` gives 0 to 1, `notes` are those that everybody sees.
import type { Command } from '../../shared/session/commands.ts'
import { REACTIONS, THUMBS } from '../../shared/together.ts'
import type { Snapshot } from '../../shared/wire.ts'

/** `once` names the occasion: whoever has done it there does not do it again. */
export interface Wish {
  once: string
  command: Command
}

/** A question to all thumbs; once it is over, the next one is another occasion. */
export const THUMB = 'thumb'

/** All that this person would do now; notes that came since ask for nothing new. Not everybody likes to speak. */
export function wishesOf(
  session: Snapshot,
  notes: readonly string[],
  random: () => number,
  speaks: boolean,
): Wish[] {
  const { now, floor, groups, upvotes, reactions, thumbs } = session
  if (!now) return []
  const step = `${now.activity}.${now.step}`
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const wishes: Wish[] = []
  if (groups && !groups.mine) wishes.push({ once: `group.${step}`, command: { kind: 'joinGroup' } })
  if (upvotes?.open && notes.length > 0)
    wishes.push({ once: `upvote.${step}`, command: { kind: 'upvote', note: one(notes), on: true } })
  if (reactions?.open && notes.length > 0)
    wishes.push({ once: `react.${step}`, command: { kind: 'react', note: one(notes), as: one(REACTIONS) } })
  if (thumbs?.open) wishes.push({ once: THUMB, command: { kind: 'thumb', as: one(THUMBS) } })
  if (speaks && floor && floor.place === undefined && !floor.speaking?.mine) {
    const group = floor.groups.length > 0 ? { group: one(floor.groups).id } : {}
    wishes.push({ once: `floor.${step}`, command: { kind: 'hand', up: true, ...group } })
  }
  return wishes
}
