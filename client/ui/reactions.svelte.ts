// Reactions to notes, as screens show them: how many of each kind, given once for all notes of a page.
// Called by NoteCard.svelte, SheetCard.svelte and the pages that show boards.
import Heart from '@lucide/svelte/icons/heart'
import Search from '@lucide/svelte/icons/search'
import Sparkles from '@lucide/svelte/icons/sparkles'
import UsersRound from '@lucide/svelte/icons/users-round'
import { getContext, setContext, type Component } from 'svelte'
import type { Reaction, ReactionCounts } from '../../shared/together.ts'

export const ICONS: Record<Reaction, Component<{ 'aria-hidden'?: 'true'; size?: number | string }>> = {
  like: Heart,
  spark: Sparkles,
  same: UsersRound,
  dig: Search,
}

/** Counts by note; undefined where nobody may react. */
interface Shown {
  readonly counts: Readonly<Record<string, ReactionCounts>> | undefined
}

const KEY = Symbol('reactions')

/** `counts` is asked again whenever what it reads changes; notes are told only where it gives something else. */
export function setReactions(counts: () => Shown['counts']): void {
  const now = $derived(counts())
  setContext<Shown>(KEY, {
    get counts() {
      return now
    },
  })
}

/** Undefined on pages that show none. */
export function useReactions(): Shown | undefined {
  return getContext<Shown | undefined>(KEY)
}

/** The kinds that most people gave to this note, in their fixed order, with how many did. */
export function given(counts: ReactionCounts | undefined, most: number): [Reaction, number][] {
  const all = Object.entries(counts ?? {}) as [Reaction, number][]
  const least = all.map(([, many]) => many).toSorted((a, b) => b - a)[most - 1] ?? 0
  return all.filter(([, many]) => many >= least).slice(0, most)
}
