// The hand on the film: where it is, whether it runs, how fast. Made by Player.svelte.
import { nextMoment, playOn, type Moment } from './scenes.ts'

/** Seconds of the evening for one of the film. */
export const SPEEDS = [10, 30, 60, 120] as const
/** Milliseconds between two pictures while it runs. */
const TICK = 200
/** Seconds on the screen without a change that may be left out. */
const STILL = 3

export interface Reel {
  times: readonly number[]
  moments: readonly Moment[]
  from: number
  to: number
}

export class Hand {
  readonly #reel: Reel
  time: number = $state(0)
  speed: number = $state(60)
  skips: boolean = $state(true)
  #timer: ReturnType<typeof setInterval> | null = $state.raw(null)

  constructor(reel: Reel) {
    this.#reel = reel
    this.time = reel.from
  }

  get playing(): boolean {
    return this.#timer !== null
  }

  /** From the beginning again where the film had come to its end. */
  toggle(): void {
    if (this.playing) return this.pause()
    if (this.time >= this.#reel.to) this.time = this.#reel.from
    this.#timer = setInterval(() => this.#tick(), TICK)
  }

  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  seek(time: number): void {
    this.time = Math.min(this.#reel.to, Math.max(this.#reel.from, time))
  }

  jump(back: boolean): void {
    const { moments, from, to } = this.#reel
    this.seek(nextMoment(moments, this.time, back)?.at ?? (back ? from : to))
  }

  #tick(): void {
    const skip = this.skips ? { still: STILL * 1000 * this.speed } : null
    this.seek(playOn(this.#reel.times, this.time, TICK * this.speed, skip))
    if (this.time >= this.#reel.to) this.pause()
  }
}
