// The board while writing, where the form needs it: notes to follow from, places that the board names.
// Called by Pad.svelte.
import { boardName } from '../../shared/ids.ts'
import type { Note } from '../../shared/board/note.ts'
import type { Snapshot } from '../../shared/wire.ts'
import { Doc } from '../lib/doc.svelte.ts'

/** True where this step's form cannot do without the board, and this seat may read it. */
export function wantsBoard({ now, may }: Snapshot): boolean {
  if (!now || may.board === 'none') return false
  const tied = now.layout?.tree === true && (now.asks?.order ?? 0) > 1
  return tied || now.layout?.zones.some(({ titled }) => titled !== undefined) === true
}

/** Notes of the current board while `wanted` gives a seat; empty otherwise. Closes with the component that calls it. */
export function useBoard(wanted: () => { session: Snapshot; token: string } | null): {
  notes: readonly Note[]
} {
  let doc = $state.raw<Doc | null>(null)
  const place = $derived.by(() => {
    const seat = wanted()
    return seat && `${seat.session.workshop.code} ${boardName(seat.session.now!.activity)} ${seat.token}`
  })
  $effect(() => {
    if (place === null) return
    const [code, name, token] = place.split(' ') as [string, string, string]
    const opened = new Doc({ code, token, name, keep: false, trusted: false })
    doc = opened
    return () => {
      opened.close()
      doc = null
    }
  })
  return {
    get notes() {
      return doc?.notes ?? []
    },
  }
}
