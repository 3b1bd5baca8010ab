// What this screen keeps for itself: day or night, calm, large code. The one place that touches <html> for it.
// Made by wall/Room.svelte; choices are kept on this device, never sent.
import { keep, kept } from '../lib/keep.ts'
import { setTheme } from '../lib/theme.ts'

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
