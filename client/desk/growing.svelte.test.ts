// A list of thousands is there to its last row after some frames, none of which makes many.
import { flushSync } from 'svelte'
import { expect, it, vi } from 'vitest'
import { Growing } from './growing.svelte.ts'

it('grows a few rows a frame up to what there is, and then asks for no more frames', () => {
  let next: (() => void) | null = null
  vi.stubGlobal('requestAnimationFrame', (call: () => void) => ((next = call), 1))
  vi.stubGlobal('cancelAnimationFrame', () => (next = null))
  const stop = $effect.root(() => {
    const list = new Growing(() => 2000)
    flushSync()
    for (let frames = 0; next && frames < 200; frames++) {
      const before = list.shown
      ;(next as () => void)()
      next = null
      flushSync()
      expect(list.shown - before).toBeLessThan(50)
    }
    expect(list.shown).toBeGreaterThanOrEqual(2000)
    expect(next).toBeNull()
  })
  stop()
  vi.unstubAllGlobals()
})
