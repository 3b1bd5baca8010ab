// What a phone does by itself as the session goes on: awake while a clock runs, a buzz at a new step, small parts fetched
// before they are needed. Called by Room.svelte while it is made.
import { untrack } from 'svelte'
import { stayAwake } from '../lib/awake.ts'
import type { Live } from '../lib/live.svelte.ts'

/** Milliseconds that the first screen has for itself. */
const LEISURE = 3000

/** `onstep` runs at the beginning and whenever another step has come. */
export function habits(of: () => Pick<Live, 'snapshot' | 'status'>, onstep: () => void): void {
  const session = $derived(of().snapshot)
  $effect(() => {
    const clock = session?.clock
    if (clock && 'endsAt' in clock) return stayAwake()
    return undefined
  })
  /** Small parts that a dead spot must not keep from us are fetched once the first screen stands. */
  $effect(() => {
    if (of().status !== 'live') return undefined
    const timer = setTimeout(
      () => void Promise.all([import('./OwnDialog.svelte'), import('./Ended.svelte')]).catch(() => {}),
      LEISURE,
    )
    return () => clearTimeout(timer)
  })
  const step = $derived(session?.now && `${session.now.activity}.${session.now.step}`)
  let before: string | undefined
  $effect(() => {
    if (before !== undefined && step !== before) {
      navigator.vibrate?.(40)
      scrollTo(0, 0)
    }
    before = step
    untrack(onstep)
  })
}
