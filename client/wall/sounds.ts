// The three sounds of a room screen, made in the browser: time is up, notes are revealed, a vote opens. Never the only cue.
// Called by wall/Room.svelte; nothing else makes a sound.
import type { WallLook } from '../../shared/wire.ts'

export type Sound = 'end' | 'reveal' | 'vote'

/** What is heard from: the step, the open poll, how many notes lie there, milliseconds left. */
export interface Heard {
  activity: string
  step: string
  poll: string | null
  notes: number
  left: number | null
}

/** The sound between two moments of one activity, or null. */
export function soundOf(before: Heard, now: Heard): Sound | null {
  if (before.activity !== now.activity) return now.poll === null ? null : 'vote'
  if (now.poll !== null && now.poll !== before.poll) return 'vote'
  if (before.notes === 0 && now.notes > 0) return 'reveal'
  const ended = now.left === 0 && before.left !== null && before.left > 0 && before.step === now.step
  return ended ? 'end' : null
}

/** Peak of −18 dBFS. */
const PEAK = 10 ** (-18 / 20)
const VOLUME: Record<NonNullable<WallLook['sound']>, number> = { off: 0, soft: 0.4, full: 1 }

/** Plays through one audio line, which opens with the first sound. Browsers keep it silent until the window was clicked once. */
export class Speaker {
  #line: AudioContext | null = null

  play(sound: Sound, level: NonNullable<WallLook['sound']>): void {
    if (level === 'off' || !('AudioContext' in globalThis)) return
    this.#line ??= new AudioContext()
    void this.#line.resume().catch(() => undefined)
    const at = this.#line.currentTime
    const peak = PEAK * VOLUME[level]
    if (sound === 'vote') this.#note(659, at, 0.25, peak)
    if (sound === 'reveal') this.#tap(at, peak)
    if (sound !== 'end') return
    this.#note(523, at, 0.6, peak)
    this.#note(784, at + 0.35, 0.6, peak)
  }

  close(): void {
    void this.#line?.close().catch(() => undefined)
  }

  #note(frequency: number, at: number, length: number, peak: number): void {
    const line = this.#line!
    const tone = line.createOscillator()
    tone.frequency.value = frequency
    tone.connect(this.#fade(at, length, peak))
    tone.start(at)
    tone.stop(at + length)
  }

  /** A wooden tap: a breath of noise around 900 Hz. */
  #tap(at: number, peak: number): void {
    const line = this.#line!
    const length = 0.09
    const buffer = line.createBuffer(1, Math.ceil(line.sampleRate * length), line.sampleRate)
    const samples = buffer.getChannelData(0)
    // A fixed sequence is noise enough, and the same everywhere.
    let seed = 1
    for (let i = 0; i < samples.length; i++) {
      seed = (seed * 16_807) % 2_147_483_647
      samples[i] = (seed / 2_147_483_647) * 2 - 1
    }
    const band = line.createBiquadFilter()
    band.type = 'bandpass'
    band.frequency.value = 900
    const noise = line.createBufferSource()
    noise.buffer = buffer
    noise.connect(band).connect(this.#fade(at, length, peak))
    noise.start(at)
  }

  #fade(at: number, length: number, peak: number): GainNode {
    const gain = this.#line!.createGain()
    gain.gain.setValueAtTime(0.0001, at)
    gain.gain.exponentialRampToValueAtTime(peak, at + 0.01)
    gain.gain.exponentialRampToValueAtTime(0.0001, at + length)
    gain.connect(this.#line!.destination)
    return gain
  }
}
