// What this screen keeps for itself: day or night, calm, large code. The one place that touches <html> for it.
// Made by wall/Room.svelte; choices are kept on this device, never sent.
import { keep, kept } from '../lib/keep.ts'
import { setTheme } from '../lib/theme.ts'
import type { WallLook } from '../../shared/wire.ts'

interface Choices {
  night: boolean
  calm: boolean
}

const KEY = 'wall/screen'

export class Screen {
  /** The large code, asked for at this screen. */
  code = $state(false)
  night = $state(false)
  calm = $state(false)

  constructor() {
    const before = kept<Partial<Choices>>(KEY)
    this.night = before?.night === true
    this.calm = before?.calm ?? matchMedia('(prefers-reduced-motion: reduce)').matches
    this.#apply()
  }

  /** What the desk says of all walls comes over what was chosen at this one. */
  follow(look: WallLook): void {
    this.night = look.night ?? this.night
    this.calm = look.calm ?? this.calm
    document.documentElement.dataset.text = look.text ?? 'normal'
    this.#keep()
  }

  toggleNight(): void {
    this.night = !this.night
    this.#keep()
  }

  toggleCalm(): void {
    this.calm = !this.calm
    this.#keep()
  }

  toggleCode(): void {
    this.code = !this.code
  }

  /** Full screen, or back; a browser that refuses changes nothing. */
  toggleFull(): void {
    const asked = document.fullscreenElement
      ? document.exitFullscreen()
      : document.documentElement.requestFullscreen?.()
    asked?.catch(() => {})
  }

  #keep(): void {
    const { night, calm } = this
    keep(KEY, { night, calm } satisfies Choices)
    this.#apply()
  }

  #apply(): void {
    setTheme(this.night ? 'dark' : 'light')
    document.documentElement.dataset.motion = this.calm ? 'less' : 'full'
  }
}
