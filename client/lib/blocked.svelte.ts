// Tells a network that lets no WebSocket through from one that is only slow: the session lives (by polling), the document never comes.
// Called, while they are made, by the parts of phone, desk and wall that hold a document.
import type { Doc } from './doc.svelte.ts'
import type { Live } from './live.svelte.ts'

/** So long may a document take while the session is there (ms). */
const PATIENCE = 8000

/** `now` is true while the document is kept away. */
export function watchBlocked(
  live: { status?: Live['status'] },
  doc: () => Pick<Doc, 'status'> | null | undefined,
): { readonly now: boolean } {
  let now = $state(false)
  const waits = $derived(live.status === 'live' && ['connecting', 'offline'].includes(doc()?.status ?? ''))
  $effect(() => {
    if (!waits) return
    const timer = setTimeout(() => (now = true), PATIENCE)
    return () => {
      clearTimeout(timer)
      now = false
    }
  })
  return {
    get now() {
      return now
    },
  }
}
