// Marks by which a note is known again in any server's bytes without decoding them: `{000123}` or `[000123]`.
// Called by writers (which put them into texts) and receipts (which find them in frames).

/** Marks of one kind follow those of the other in one text, so that the smallest change of the text holds the whole mark. */
export function mark(n: number, odd: boolean): string {
  const digits = String(n).padStart(DIGITS, '0')
  return odd ? `[${digits}]` : `{${digits}}`
}

const DIGITS = 6
const LENGTH = DIGITS + 2
const CURLY = 0x7b
const SQUARE = 0x5b
/** Closing minus opening, the same for both kinds. */
const CLOSES = 2

/** All marks in these bytes. */
export function marksIn(bytes: Buffer, from = 0): number[] {
  const found: number[] = []
  for (let at = from; at <= bytes.length - LENGTH; at++) {
    const opening = bytes[at]!
    if (opening !== CURLY && opening !== SQUARE) continue
    if (bytes[at + LENGTH - 1] !== opening + CLOSES) continue
    const n = numberAt(bytes, at + 1)
    if (n === -1) continue
    found.push(n)
    at += LENGTH - 1
  }
  return found
}

function numberAt(bytes: Buffer, at: number): number {
  let n = 0
  for (let i = 0; i < DIGITS; i++) {
    const digit = bytes[at + i]! - 0x30
    if (digit < 0 || digit > 9) return -1
    n = n * 10 + digit
  }
  return n
}

interface Known {
  bytes: Buffer
  marks: number[]
}

/** Below this a scan costs no more than a look-up. */
const SHORT = 160
const MOST = 4096

/** The marks of frames, each different frame scanned once: a server sends the same bytes to a whole room. */
export class MarkCache {
  #known = new Map<number, Known>()

  of(frame: Buffer): readonly number[] {
    if (frame.length < SHORT) return marksIn(frame)
    const key = sample(frame)
    const known = this.#known.get(key)
    if (known?.bytes.equals(frame)) return known.marks
    if (this.#known.size >= MOST) this.#known.clear()
    const marks = marksIn(frame)
    this.#known.set(key, { bytes: Buffer.from(frame), marks })
    return marks
  }
}

function sample(frame: Buffer): number {
  let hash = frame.length
  const stride = (frame.length - 4) / 16
  for (let i = 0; i <= 16; i++)
    hash = (Math.imul(hash, 0x01000193) ^ frame.readInt32LE(Math.floor(i * stride))) | 0
  return hash
}
